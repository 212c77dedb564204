"""Answers about a pupil whose account, or whose parent's, is unlinked: a no stays until its author takes it back."""

from __future__ import annotations

import pytest

from bot.terms import Notice, Refusal
from bot.workflows.people import charters, own_data, unlinking
from tests.workflows.families import CHILD, FATHER, MOTHER, Families, early
from tests.workflows.steps import actions
from tests.workflows.unseen import set_account


async def children(families: Families, who: str) -> list[str]:
    """The children whom that parent's charter offers to answer about."""
    said: Notice = await charters.read_charter(families.world.desk, families.world.caller(who))
    return [key.words for row in said.buttons for key in row if key.action == "child"]


async def refused_by_father(families: Families) -> None:
    """The father says no, then the pupil unlinks the account."""
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    await families.say(FATHER, yes=False)
    await families.world.desk.act(families.world.cause(), early(families.world), unlinking.confirm, "")


async def test_the_question_says_that_the_pupil_is_not_linked_any_more(families: Families) -> None:
    await refused_by_father(families)

    for who in (MOTHER, "directeur"):
        with pytest.raises(Refusal, match="child-unlinked") as met:
            await families.say(who, yes=True)
        assert met.value.facts["name"] == "Léa Martin"
    assert await children(families, MOTHER) == []


async def test_a_no_that_is_kept_can_be_taken_back_and_is_asked_anew(families: Families) -> None:
    await refused_by_father(families)

    assert await children(families, FATHER) == ["👪 Léa Martin"]
    shown = await families.shown(FATHER)
    assert (shown.facts["stands"], actions(shown)) == ("unlinked", ["child_yes"])
    assert (await families.say(FATHER, yes=True)).kind == "family_free"
    assert await children(families, FATHER) == []

    mark = await families.world.mark()
    await families.link(CHILD)
    assert "family_asked" in await families.world.told(FATHER, mark)
    assert await families.waits()


@pytest.mark.parametrize("way", ["own", "operator"])
async def test_the_no_of_a_parent_outlives_their_link(families: Families, way: str) -> None:
    world = families.world
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    await families.say(FATHER, yes=False)
    mark = await world.mark()

    assert not (await world.act(FATHER, unlinking.asked)).facts["agrees"]
    if way == "own":
        await world.act(FATHER, unlinking.unlink_own)
    else:
        await unlinking.unlink(world.desk, FATHER)

    assert "family_asked" not in await world.told(MOTHER, mark)
    assert await families.waits()
    assert (await families.shown(MOTHER)).facts["stands"] == "refused"
    await families.link(FATHER)
    await world.act(FATHER, own_data.erase)
    assert "family_asked" in await world.told(MOTHER, mark)


async def test_a_no_after_the_yes_of_the_school_is_told_to_it_once(families: Families) -> None:
    world = families.world
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    await families.say("directeur", yes=True, paper=True)
    mark = await world.mark()

    await families.say(FATHER, yes=False)

    assert [one for one in await world.told("directeur", mark) if one.startswith("family_")] == ["family_asked"]
    assert "family_overruled" in await world.told(MOTHER, mark)


async def test_of_a_blocked_pupil_it_is_never_said_that_they_can_write(families: Families) -> None:
    await families.link(CHILD)
    await families.say("directeur", yes=True, paper=True)
    await set_account(families.world, CHILD, blocked=True)
    await families.world.ask_again(CHILD)
    assert (await families.shown("directeur")).facts["stands"] == "blocked"
