"""Leases on jobs: one replica at a time runs a job, and it is run once when it is due, not once by each replica."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from bot.storage import leases
from bot.terms import Unavailable
from bot.workflows.desk import Desk
from bot.workflows.jobs import Job

_RENEWED = 20.0  # seconds between two renewals while the job runs
_SOON = 1.0  # seconds at least until the same replica asks again


async def run(desk: Desk, job: Job, every: float) -> float:
    """Runs the job without a lease; returns the seconds until it is due again, `every` at most."""
    await job.tend(desk)
    return min(every, await job.pause(desk))


async def run_leased(desk: Desk, job: Job, every: float, hurried: bool) -> float:
    """Runs the job if its lease can be had; returns the seconds until this replica should ask again.

    When `hurried`, the job is run though it is not due yet, and another replica that runs it now is waited for.
    """
    while again := await desk.put(leases.acquire, job.name, desk.clock() + leases.TERM, hurried):
        if not hurried:
            return min(every, max(_SOON, (again - desk.clock()).total_seconds()))
        await asyncio.sleep(_SOON)  # the replica that runs it began before this hurry
    due = desk.clock()  # where the run is cut short, the job is due at once
    try:
        async with _renewed(desk, job.name):
            pause = await run(desk, job, every)
        due = desk.clock() + timedelta(seconds=pause)
    finally:
        with suppress(Unavailable):
            await desk.put(leases.release, job.name, due)
    return pause


@asynccontextmanager
async def _renewed(desk: Desk, name: str) -> AsyncIterator[None]:
    """Renews the lease for as long as the context is open."""

    async def renew() -> None:
        while True:
            await asyncio.sleep(_RENEWED)
            with suppress(Unavailable):
                await desk.put(leases.renew, name, desk.clock() + leases.TERM)

    renewing = asyncio.create_task(renew())
    try:
        yield
    finally:
        renewing.cancel()
