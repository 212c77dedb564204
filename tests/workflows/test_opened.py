"""A pupil's account that comes to another phone: a parent, or else the school, is told, and can close it there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.terms import Notice, Refusal
from bot.workflows.people import opened
from tests.workflows.families import CHILD, FATHER, MOTHER, Families

STRANGE = 5_900_001  #: a phone that the family does not know


async def moved(families: Families, *parents: str) -> int:
    """These parents are linked, somebody says yes, and a strange phone opens the account; the mark before that."""
    for parent in parents:
        await families.link(parent)
    await families.link(CHILD)
    await families.say(*([parents[0], True] if parents else ["directeur", True, True]))  # type: ignore[arg-type]
    mark = await families.world.mark()
    said = await families.link(CHILD, STRANGE)
    assert said.kind == "linked"
    return mark


async def button(families: Families, who: str) -> dict[str, Any]:
    """The button under what that person was told of the phone."""
    told = [row["payload"] for row in await families.world.letters(who) if row["kind"] == "notice"]
    [notice] = [one for one in told if one["kind"] == "phone_opened"]
    [[key]] = notice["buttons"]
    return dict(key)


async def closed(families: Families, who: str, target: str = "") -> Notice:
    """That person presses the button; returns the answer."""
    world = families.world
    number, _, phone = (target or (await button(families, who))["target"]).partition(":")
    caller = replace(world.caller(who), person=(await world.person(who)).id)
    return await opened.close(world.desk, world.cause(), caller, int(number), phone)


async def test_every_linked_parent_is_told_of_a_new_phone_though_one_said_yes(families: Families) -> None:
    mark = await moved(families, MOTHER, FATHER)

    told = await families.world.everybody_told(mark)
    assert (told[MOTHER], told[FATHER]) == (["phone_opened"], ["phone_opened"])
    assert not {"directeur", "adjoint"} & told.keys()


async def test_where_no_parent_is_linked_the_school_is_told(families: Families) -> None:
    mark = await moved(families)

    told = await families.world.everybody_told(mark)
    assert (told["directeur"], told["adjoint"]) == (["phone_opened"], ["phone_opened"])


async def test_a_parent_is_not_told_of_their_own_phone(families: Families) -> None:
    await moved(families, MOTHER, FATHER)
    world = families.world
    mark = await world.mark()
    await families.link(CHILD, world.telegram[MOTHER])

    told = await world.everybody_told(mark)
    assert "phone_opened" in told[FATHER]
    assert "phone_opened" not in told.get(MOTHER, [])


async def test_one_tap_closes_the_account_on_that_phone_and_its_links_are_void(families: Families) -> None:
    await moved(families, MOTHER)
    world = families.world
    mark = await world.mark()
    said = await closed(families, MOTHER)

    assert (said.kind, said.facts["school"], said.buttons) == ("phone_closed", False, ())
    assert (await world.person(CHILD)).telegram_id is None
    rows = [row for row in await world.rows("outbox", chat_id=STRANGE) if row["id"] > mark]
    assert "phone_closed_here" in [row["payload"].get("kind") for row in rows]
    assert [one["act"] for one in await world.rows("audit") if one["act"] == "phone_closed"] == ["phone_closed"]
    with pytest.raises(Refusal, match="child-unlinked"):
        await closed(families, MOTHER)


async def test_the_school_closes_it_and_is_offered_another_link(families: Families) -> None:
    await moved(families)
    said = await closed(families, "directeur")

    assert [key.action for row in said.buttons for key in row] == ["link"]
    assert said.buttons[0][0].target == f":{CHILD}"


async def test_the_button_closes_no_phone_but_the_one_it_was_shown_about(families: Families) -> None:
    await moved(families, MOTHER)
    before = (await button(families, MOTHER))["target"]
    await families.link(CHILD)  # back on the family's phone
    with pytest.raises(Refusal, match="old-button"):
        await closed(families, MOTHER, before)


@pytest.mark.parametrize("who", ["parent", "enseignant", "erun"])
async def test_nobody_else_closes_it(families: Families, who: str) -> None:
    await moved(families, MOTHER)
    with pytest.raises(Refusal, match="not-your-child"):
        await closed(families, who, (await button(families, MOTHER))["target"])


async def test_a_pupil_who_waits_and_changes_phone_reads_later_what_was_missed(families: Families) -> None:
    await families.link(MOTHER)
    await families.link(CHILD)
    since = (await families.world.person(CHILD)).missed_since
    assert since is not None
    families.world.wait(hours=2)
    await families.link(CHILD, STRANGE)

    assert await families.waits()
    assert (await families.world.person(CHILD)).missed_since == since
