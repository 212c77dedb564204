"""The pace of sending: one for all replicas, kept in the records."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.delivery import pacing
from bot.storage import rate_windows
from bot.workflows import upkeep
from bot.workflows.desk import Desk
from tests.world import World, policy


def replica(world: World) -> Desk:
    """Another process at the same records, which keeps Telegram's limits."""
    return Desk(world.desk.records, world.desk.directory, policy(), clock=lambda: world.now)


async def test_a_person_may_be_written_to_three_times_whichever_replica_writes(world: World) -> None:
    one, two = replica(world), replica(world)

    said = [await pacing.may(desk, 7) for desk in (one, two, one, two)]

    assert said == [True, True, True, False]
    assert await pacing.may(two, 8)
    world.now += timedelta(seconds=3.3)
    assert await pacing.may(two, 7)


async def test_replicas_that_ask_at_once_take_no_more_than_thirty_places_together(world: World) -> None:
    replicas = [replica(world) for _ in range(3)]

    answers = await asyncio.gather(*(pacing.may(replicas[chat % 3], chat) for chat in range(1, 61)))

    assert answers.count(True) == 30
    assert 1.0 < await world.desk.look(pacing.wait) < 1.2


async def test_too_many_said_to_one_replica_holds_the_chat_for_all_and_everybody_for_a_moment(world: World) -> None:
    one, two = replica(world), replica(world)

    await one.put(pacing.hold, 7, 30.0)

    assert not await pacing.may(two, 8)
    world.now += timedelta(seconds=1)
    assert await pacing.may(two, 8)
    assert not await pacing.may(two, 7)
    world.now += timedelta(seconds=29)
    assert await pacing.may(two, 7)


async def test_a_deletion_counts_for_the_bot_and_not_for_the_person(world: World) -> None:
    def deletions(count: int) -> list[tuple[int, int]]:
        return [(7, 0)] * count

    assert len(await world.desk.put(pacing.book, deletions(40))) == 30
    world.now += timedelta(seconds=2)
    assert await pacing.may(replica(world), 7)


async def test_windows_whose_messages_are_old_are_forgotten_but_never_that_of_the_whole_bot(world: World) -> None:
    await pacing.may(replica(world), 7)
    world.now += timedelta(hours=2)

    await upkeep.sweep(world.desk)

    assert [row["chat_id"] for row in await world.rows("rate_windows")] == [rate_windows.WHOLE_BOT]
