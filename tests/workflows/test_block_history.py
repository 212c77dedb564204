"""The history of the profiles blocked and unblocked in a school."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.ent.directory import BlockTrace
from bot.terms import Declined, Profile
from bot.workflows.blocks import campaigns, traces
from tests.workflows.profiles import BEFORE, BEGINS, SUMMER, blocked_of, buttons, confirmed, history, lines, run
from tests.world import World


async def test_the_history_shows_what_was_done_and_what_is_planned_newest_first(world: World) -> None:
    await confirmed(world)
    await run(world.desk)
    world.wait(days=1)
    await confirmed(world, blocked=False)
    await run(world.desk)
    world.wait(days=1)
    await confirmed(world, SUMMER)

    listed = await history(world, "adjoint")

    assert lines(listed)[:4] == [("planned", False), ("planned", True), ("done", False), ("done", True)]
    done = listed.facts["entries"][3]
    assert (done["name"], done["profile"], done["done"]) == ("Marc Delattre", "student", 8)


async def test_a_plan_is_given_up_from_the_history_with_its_lifting(world: World) -> None:
    await confirmed(world, SUMMER)
    (button,) = buttons(await history(world, "adjoint"))

    await world.act("adjoint", campaigns.cancel, int(button.target))
    world.now = BEGINS
    await run(world.desk)

    assert button.action == "history_cancel"
    assert await blocked_of(world) == BEFORE
    assert lines(await history(world))[:2] == [("cancelled", False), ("cancelled", True)]


async def test_of_several_plans_each_is_opened_before_it_is_given_up(world: World) -> None:
    await confirmed(world, SUMMER)
    await confirmed(world, "parents 11/07/2027")

    shown_buttons = buttons(await history(world))

    assert [button.words for button in shown_buttons] == ["student|10/07 → 28/08", "relative|11/07"]
    assert {button.action for button in shown_buttons} == {"campaign"}
    opened = await traces.plan(world.desk, world.caller("directeur"), int(shown_buttons[0].target))
    assert (opened.facts["stage"], [key.action for key in buttons(opened)]) == (
        "planned",
        ["history_cancel", "history_back"],
    )


async def test_once_given_up_the_history_shows_it_in_place_without_the_button(world: World) -> None:
    await confirmed(world, SUMMER)
    (button,) = buttons(await history(world))
    number = int(button.target)

    anew = await traces.give_up(world.desk, world.cause(), world.caller("directeur"), number)
    again = await traces.give_up(world.desk, world.cause(), world.caller("adjoint"), number)

    for listed, given_up in ((anew, True), (again, False)):
        assert (lines(listed)[:2], buttons(listed)) == ([("cancelled", False), ("cancelled", True)], [])
        assert listed.facts["given_up"] is given_up


async def test_the_ents_own_console_stands_in_the_history_and_ours_does_not_stand_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await confirmed(world)
    await run(world.desk)
    traces = [
        BlockTrace(world.now, Profile.STUDENT, True, "compte du bot"),
        BlockTrace(world.now - timedelta(days=30), Profile.GUEST, True, "Marc Delattre"),
    ]

    async def remembered(_school: str) -> list[BlockTrace]:
        return traces

    monkeypatch.setattr(world.desk.directory, "block_traces", remembered)

    listed = await history(world)

    assert lines(listed) == [("done", True), ("traced", True)]
    assert listed.facts["entries"][1]["profile"] == "guest"


async def test_the_history_is_read_even_while_the_ent_is_down(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await confirmed(world)
    await run(world.desk)

    async def unreachable(_school: str) -> list[BlockTrace]:
        raise Declined("unreachable")

    monkeypatch.setattr(world.desk.directory, "block_traces", unreachable)

    listed = await history(world)

    assert (lines(listed), listed.facts["heard"]) == ([("done", True)], False)


async def test_a_long_history_is_leafed_through_without_loss_or_repetition(world: World) -> None:
    for turn in range(11):
        await confirmed(world, blocked=not turn % 2)
        await run(world.desk)
        world.wait(hours=1)

    first = await history(world)
    (further,) = buttons(first)
    second = await history(world, page=further.target)

    moments = [entry["at"] for page in (first, second) for entry in page.facts["entries"]]
    traced = len(await world.desk.directory.block_traces("jean-moulin"))
    assert len(moments) == len(set(moments)) == 11 + traced
    assert moments == sorted(moments, reverse=True)
    assert buttons(second) == []
