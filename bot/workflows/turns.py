"""Turns: what time brings is tended by one replica at a time, and once when it is due, not once by each."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.storage import turns
from bot.terms import Unavailable
from bot.workflows.desk import Desk

_HELD = timedelta(seconds=60)  # a replica that dies keeps its turn for no longer
_RENEWED = 20.0  # seconds
_SOON = 1.0  # seconds at least until the same replica asks again


@dataclass(frozen=True, slots=True)
class Job:
    """Something that time brings: how it is tended, and how many seconds it may then wait."""

    name: str
    tend: Callable[[Desk], Coroutine[Any, Any, None]]
    pause: Callable[[Desk], Awaitable[float]]


async def tend(desk: Desk, job: Job, every: float) -> float:
    """Tends whatever others do; the seconds until it is due again, `every` at most."""
    await job.tend(desk)
    return min(every, await job.pause(desk))


async def tend_in_turn(desk: Desk, job: Job, every: float, hurried: bool) -> float:
    """Tends if it is this replica's turn; the seconds until it may be its turn again."""
    while again := await desk.put(turns.take, job.name, desk.clock() + _HELD, hurried):
        if not hurried:
            return min(every, max(_SOON, (again - desk.clock()).total_seconds()))
        await asyncio.sleep(_SOON)  # the one who is at it began before we were stirred
    due = desk.clock()  # where it is cut short
    try:
        async with _held(desk, job.name):
            pause = await tend(desk, job, every)
        due = desk.clock() + timedelta(seconds=pause)
    finally:
        with suppress(Unavailable):
            await desk.put(turns.end, job.name, due)
    return pause


@asynccontextmanager
async def _held(desk: Desk, name: str) -> AsyncIterator[None]:
    """Keeps the turn for as long as the work takes."""

    async def renew() -> None:
        while True:
            await asyncio.sleep(_RENEWED)
            with suppress(Unavailable):
                await desk.put(turns.keep, name, desk.clock() + _HELD)

    renewing = asyncio.create_task(renew())
    try:
        yield
    finally:
        renewing.cancel()
