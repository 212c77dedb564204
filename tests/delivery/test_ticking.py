"""The ticker: it wakes when stirred, is stopped by nothing that fails, and waits for no ENT when it must go."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest

from bot import ticker
from bot.stopping import to_the_end
from bot.terms import Unavailable
from bot.workflows.desk import Desk
from bot.workflows.jobs import Job
from tests.world import World


async def never(_desk: Desk) -> float:
    """Nothing is due."""
    return 3600.0


@pytest.fixture
def stop() -> asyncio.Event:
    """What ends a ticker."""
    return asyncio.Event()


async def test_a_stir_has_the_desk_tended_at_once(world: World, stop: asyncio.Event) -> None:
    tended: asyncio.Queue[int] = asyncio.Queue()

    async def tend(_desk: Desk) -> None:
        await tended.put(1)

    ticking = asyncio.create_task(ticker.tick(world.desk, stop, Job("test", tend, never)))
    async with asyncio.timeout(5):
        await tended.get()
        world.desk.stir()
        await tended.get()
    stop.set()
    await ticking


@pytest.mark.parametrize("error", [Unavailable("the database is away"), ValueError("a mistake")])
async def test_a_failure_is_tried_again(world: World, stop: asyncio.Event, error: Exception) -> None:
    tended: asyncio.Queue[int] = asyncio.Queue()

    async def tend(_desk: Desk) -> None:
        await tended.put(1)
        raise error

    ticking = asyncio.create_task(ticker.tick(world.desk, stop, Job("test", tend, never), every=0.01))
    async with asyncio.timeout(5):
        for _ in range(3):
            await tended.get()
    stop.set()
    await ticking


async def test_an_ent_that_hangs_keeps_nobody_from_stopping(
    world: World, stop: asyncio.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ticker, "to_the_end", partial(to_the_end, grace=0.05))
    hanging, cut = asyncio.Event(), asyncio.Event()

    async def tend(_desk: Desk) -> None:
        hanging.set()
        try:
            await asyncio.Event().wait()
        finally:
            cut.set()

    ticking = asyncio.create_task(ticker.tick(world.desk, stop, Job("test", tend, never)))
    async with asyncio.timeout(5):
        await hanging.wait()
        stop.set()
        await ticking
    assert cut.is_set()
