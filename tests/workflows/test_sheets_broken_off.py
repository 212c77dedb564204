"""Connection sheets whose making does not come to its end: nothing is half done, and nothing is done twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest

from bot.ent.reasons import Reason
from bot.terms import Declined, PrintingState, Refusal
from bot.workflows.sheets import making
from tests.workflows.giving import Given, links, never_activated, printed, typed
from tests.world import World


async def test_sheets_whose_sending_breaks_off_never_open_anything_and_leave_those_before(
    world: World, given: Given
) -> None:
    first = await printed(world, given, "directeur", "CM2")
    given.most, given.breaks_after = 2, len(given.documents) + 1

    again = await printed(world, given, "directeur", "CM2")

    assert again
    for sheet in again.values():
        assert await links(world, sheet.link) == "bad-token"
    [row] = [one for one in await world.rows("printings") if one["state"] == PrintingState.FAILED]
    assert (row["why"], row["handout"]) == ("telegram", None)
    assert "sheets_failed" in await world.told("directeur")
    letters = await world.letters("directeur")
    assert [one["message_id"] for one in letters if one["kind"] == "delete"] == row["messages"]
    assert await links(world, first["lea.martin"].link) == "linked"


async def test_an_ent_that_stops_in_the_middle_leaves_nothing_half_done(
    world: World, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    await never_activated(world, "lea.martin", "noe.martin")
    await typed(world, "directeur", "ecole")
    await world.press("directeur", "sheets_now")

    async def stops(_school: str, _accounts: Collection[str]) -> Mapping[str, str]:
        raise Declined(Reason.UNREACHABLE)

    monkeypatch.setattr(world.desk.directory, "activation_codes", stops)

    await making.go_on(world.desk)

    [row] = await world.rows("printings")
    assert (row["state"], row["why"]) == (PrintingState.FAILED, "ent")
    assert given.documents == []
    assert await world.rows("tokens") == []
    assert await world.rows("handouts") == []


async def test_a_process_that_dies_in_the_middle_is_given_up_and_told_once(world: World, given: Given) -> None:
    class Killed(BaseException):
        pass

    async def die() -> None:
        if given.documents:
            raise Killed

    given.most, given.before = 2, die
    await typed(world, "directeur", "CM2")
    await world.press("directeur", "sheets_now")
    with pytest.raises(Killed):
        await making.go_on(world.desk)
    given.before = None

    await making.go_on(world.desk)
    assert "sheets_failed" not in await world.told("directeur")
    world.wait(seconds=making.LIFE.total_seconds() + 1)
    await making.go_on(world.desk)
    await making.go_on(world.desk)

    assert (await world.told("directeur")).count("sheets_failed") == 1
    assert len(given.documents) == 1
    [sheet, *_] = given.documents[0]
    assert await links(world, sheet.link) == "bad-token"
    assert await world.rows("expiries") == []


async def test_a_dead_process_that_wakes_up_again_makes_no_link_good(world: World, given: Given) -> None:
    async def sleep() -> None:
        world.wait(minutes=5)
        await making.go_on(world.desk)

    given.before = sleep

    sheets = await printed(world, given, "directeur", "CM2")

    for sheet in sheets.values():
        assert await links(world, sheet.link) == "bad-token"
    [row] = await world.rows("printings")
    assert row["state"] == PrintingState.FAILED
    assert "delete" in [one["kind"] for one in await world.letters("directeur")]


async def test_the_document_is_deleted_from_the_chat_after_a_day(world: World, given: Given) -> None:
    await printed(world, given, "directeur", "CM2")

    [expiry] = await world.rows("expiries")

    assert expiry["chat_id"] == world.telegram["directeur"]
    assert expiry["at"] == world.now + making.SHOWN


async def test_a_right_lost_meanwhile_ends_the_printing(world: World, given: Given) -> None:
    await typed(world, "directeur", "CM2")
    await world.press("directeur", "sheets_now")
    await world.appoint("directeur")
    await world.ask_again("directeur")

    await making.go_on(world.desk)

    assert given.documents == []
    assert [row["why"] for row in await world.rows("printings")] == ["rights"]


async def test_no_second_printing_of_a_school_while_one_is_under_way(world: World, given: Given) -> None:
    await typed(world, "directeur", "CM2")
    await world.press("directeur", "sheets_now")
    await typed(world, "adjoint", "CP")

    with pytest.raises(Refusal) as met:
        await world.press("adjoint", "sheets_now")

    assert met.value.reason == "sheets-under-way"
