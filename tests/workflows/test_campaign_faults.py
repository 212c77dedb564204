"""A campaign goes on after faults: a killed process, an ENT that is down, accounts that the ENT refuses."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.storage import blocks as kept_campaigns
from bot.terms import Declined, InDoubt
from bot.workflows import upkeep
from bot.workflows.blocks import campaigns
from bot.workflows.desk import Desk
from tests.workflows.profiles import Failing, actions, all_of, blocked_of, confirmed, row, run, shown
from tests.world import World

pytestmark = pytest.mark.usefixtures("two_at_a_time")


async def test_killed_between_two_pages_it_is_continued_by_another_desk(world: World, ent: Failing) -> None:
    number = await confirmed(world)
    await campaigns.advance(world.desk)
    other = Desk(world.desk.records, world.desk.directory, world.desk.policy, clock=world.desk.clock)

    await run(other)

    assert await blocked_of(world) == await all_of(world)
    assert sorted(ent.asked) == sorted(await all_of(world))
    assert (await row(world, number))["done"] == 8


async def test_killed_in_the_middle_of_a_page_it_goes_on_once_its_lease_is_over(world: World, ent: Failing) -> None:
    class Killed(BaseException):
        """Raised in place of killing the process."""

    number = await confirmed(world)
    first = min(await all_of(world), key=lambda key: (key.split(".")[-1], key))
    ent.failing = {key: Killed() for key in await all_of(world) if key != first}  # type: ignore[misc]
    with pytest.raises(Killed):
        await campaigns.advance(world.desk)
    ent.failing = {}

    await run(world.desk)
    assert (await row(world, number))["state"] == "running"
    world.wait(minutes=3)
    await run(world.desk)

    assert await blocked_of(world) == await all_of(world)
    kept = await row(world, number)
    assert (kept["state"], kept["done"], kept["failed"]) == ("done", 8, 0)


async def test_two_replicas_never_go_through_the_same_page(world: World, ent: Failing) -> None:
    await confirmed(world)
    now = world.now
    mine = await world.desk.put(kept_campaigns.claim, now + timedelta(minutes=3), 8)
    theirs = await world.desk.put(kept_campaigns.claim, now + timedelta(minutes=3), 8)

    assert (len(mine), theirs) == (1, [])
    assert await campaigns.advance(world.desk) == 0
    assert ent.asked == []


async def test_two_replicas_at_work_together_block_each_account_once(world: World, ent: Failing) -> None:
    number = await confirmed(world)
    other = Desk(world.desk.records, world.desk.directory, world.desk.policy, clock=world.desk.clock)

    await asyncio.gather(run(world.desk), run(other))
    await run(other)

    assert sorted(ent.asked) == sorted(await all_of(world))
    assert (await row(world, number))["done"] == 8


async def test_an_ent_that_is_down_is_waited_for_and_the_message_says_so(world: World, ent: Failing) -> None:
    number = await confirmed(world)
    await campaigns.advance(world.desk)
    ent.down = True
    await run(world.desk)
    assert (await shown(world, number)).facts["waiting"]
    assert (await row(world, number))["state"] == "running"

    ent.down = False
    world.wait(minutes=1)
    await run(world.desk)

    ended = await shown(world, number)
    assert (ended.facts["stage"], ended.facts["waiting"], ended.facts["done"]) == ("done", False, 8)


async def test_an_answer_that_was_lost_is_asked_for_again(world: World, ent: Failing) -> None:
    number = await confirmed(world)
    ent.failing = {"noe.martin": InDoubt("lost")}
    await run(world.desk)
    assert (await shown(world, number)).facts["waiting"]

    ent.failing = {}
    world.wait(minutes=1)
    await run(world.desk)

    assert (await row(world, number))["done"] == 8


async def test_accounts_that_the_ent_refuses_are_counted_with_the_reason(world: World, ent: Failing) -> None:
    ent.failing = {"noe.martin": Declined("forbidden"), "lea.martin": Declined("refused")}
    number = await confirmed(world)
    await run(world.desk)
    ended = await shown(world, number)
    assert (ended.facts["done"], ended.facts["failed"]) == (6, 2)
    assert ended.facts["failures"] == [("forbidden", 1), ("refused", 1)]
    assert actions(ended) == ["history"]


async def test_a_campaign_that_waits_for_hours_is_never_said_to_be_in_doubt(world: World, ent: Failing) -> None:
    await confirmed(world)
    ent.down = True
    world.wait(hours=2)
    mark = await world.mark()

    await upkeep.tend(world.desk)

    assert "ent_doubt" not in await world.told("directeur", mark)
    assert [act["state"] for act in await world.rows("interventions")] == ["intended"]


async def test_time_alone_takes_it_to_its_end(world: World) -> None:
    number = await confirmed(world)

    for _ in range(4):
        await upkeep.tend(world.desk)

    assert (await row(world, number))["state"] == "done"
