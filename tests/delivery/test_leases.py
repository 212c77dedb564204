"""Leases: a job is run by one of the replicas, when it is due."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.delivery.leases import run_leased
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.terms import Account
from bot.workflows import upkeep
from bot.workflows.desk import Desk
from bot.workflows.jobs import Job
from tests.world import World


class Tended:
    """A job that waits at a gate, and knows how often it was begun."""

    def __init__(self) -> None:
        self.times = 0
        self.begun = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()
        self.job = Job("test", self._tend, self._pause)

    async def _tend(self, _desk: Desk) -> None:
        self.times += 1
        self.begun.set()
        await self.gate.wait()

    async def _pause(self, _desk: Desk) -> float:
        return 30.0


async def test_of_several_replicas_one_runs_the_job_and_the_others_come_again_when_it_is_due(world: World) -> None:
    tended = Tended()

    pauses = await asyncio.gather(*(run_leased(world.desk, tended.job, 60.0, hurried=False) for _ in range(3)))

    assert tended.times == 1
    assert all(0 < pause <= 60 for pause in pauses)
    world.now += timedelta(seconds=30)
    await run_leased(world.desk, tended.job, 60.0, hurried=False)
    assert tended.times == 2


async def test_a_replica_in_a_hurry_runs_the_job_before_it_is_due(world: World) -> None:
    tended = Tended()

    for _ in range(2):
        await run_leased(world.desk, tended.job, 60.0, hurried=True)

    assert tended.times == 2


async def test_a_replica_that_died_keeps_its_lease_for_a_minute_at_most(world: World) -> None:
    tended = Tended()
    tended.gate.clear()
    dead = asyncio.create_task(run_leased(world.desk, tended.job, 60.0, hurried=False))
    async with asyncio.timeout(10):
        await tended.begun.wait()
        assert await run_leased(world.desk, tended.job, 60.0, hurried=False) == 60.0
        world.now += timedelta(seconds=61)
        tended.gate.set()
        tended.times = 0
        await run_leased(world.desk, tended.job, 60.0, hurried=False)
        await dead

    assert tended.times == 1


class Counting(EmbeddedDirectory):
    """Counts the accounts that it is asked for."""

    asked = 0

    async def account(self, account_id: str, places: Sequence[str] = (), **how: bool) -> Account | None:
        self.asked += 1
        return await super().account(account_id, places, **how)


async def test_however_many_replicas_there_are_the_ent_is_asked_once_about_each_person(world: World) -> None:
    world.wait(hours=7)  # everybody's rights are to be looked up again
    directory = Counting(world.desk.records, lambda: world.now)
    replicas = [Desk(world.desk.records, directory, world.desk.policy, clock=lambda: world.now) for _ in range(3)]
    linked = len(await world.rows("people"))

    await asyncio.gather(*(run_leased(desk, job, 60.0, hurried=False) for desk in replicas for job in upkeep.JOBS))

    assert directory.asked == linked


async def test_a_lease_whose_run_is_cut_short_is_released(world: World) -> None:
    tended = Tended()
    tended.gate.clear()
    stopped = asyncio.create_task(run_leased(world.desk, tended.job, 60.0, hurried=False))
    async with asyncio.timeout(10):
        await tended.begun.wait()
        stopped.cancel()
        with pytest.raises(asyncio.CancelledError):
            await stopped
        tended.gate.set()
        await run_leased(world.desk, tended.job, 60.0, hurried=False)

    assert tended.times == 2
