"""The courier's pauses: it sleeps until the next place, and a pause that nothing explains is told."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot import courier as couriers
from bot.courier import Courier
from bot.storage import deliveries
from bot.workflows import ahead
from bot.workflows.desk import Desk
from tests.delivery.test_courier import Telegram, capacity, claimed, put_in, states, telegram
from tests.world import World, policy

__all__ = ["telegram"]


class Sleepless(Courier):
    """Moves the clock of its world forward in place of waiting; knows how long it would have waited in all."""

    def __init__(self, world: World, telegram: Telegram) -> None:
        super().__init__(Desk(world.desk.records, world.desk.directory, policy(), clock=lambda: world.now), telegram)
        self.world = world
        self.waited = 0.0

    async def _wait(self, stop: asyncio.Event, pause: float) -> None:
        for _ in range(3):  # what is being sent goes on
            await asyncio.sleep(0)
        if not self._woken.is_set():
            self.waited += pause
            self.world.now += timedelta(seconds=pause)


async def test_a_full_second_is_waited_out_and_no_longer(sqlite_world: World, telegram: Telegram) -> None:
    await sqlite_world.carry()
    for chat in range(1, 121):
        await put_in(sqlite_world, chat, "une annonce")
    courier = Sleepless(sqlite_world, telegram)
    stop = asyncio.Event()
    telegram.heard = lambda: stop.set() if len(telegram.said) == 120 else None

    async with asyncio.timeout(60):
        await courier.run(stop)

    assert len({chat for chat, _ in telegram.said}) == 120
    assert 3.2 < courier.waited < 4.5  # thirty at once, and thirty more each 1.1 s


async def test_a_clock_set_back_leaves_no_claim_behind(world: World, telegram: Telegram) -> None:
    await put_in(world, 7, "en route")
    world.now += timedelta(hours=2)
    await claimed(world, capacity(world))  # by a process that dies
    await world.desk.do(world.cause(), lambda _work: None)
    world.now -= timedelta(hours=2)
    await ahead.mend(world.desk)
    world.now += timedelta(seconds=17)

    _, lost = await claimed(world, capacity(world))

    assert lost
    assert ("uncertain", "cut off while it was being sent") in await states(world)


async def test_notices_that_nothing_holds_back_are_told_of_once_they_wait_for_long(
    sqlite_world: World, telegram: Telegram, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(couriers, "_STALLED", 0.0)
    monkeypatch.setattr(couriers, "_LOOK", 0.02)
    monkeypatch.setattr(deliveries, "heads", lambda *_: [])  # as if a mistake of ours hid them
    await sqlite_world.carry()
    await put_in(sqlite_world, 7, "oubliée")
    courier, stop, stalled = Courier(sqlite_world.desk, telegram), asyncio.Event(), list[float]()

    def beat() -> None:
        stalled.append(courier.stalled())
        if len([seconds for seconds in stalled if seconds]) == 5:
            stop.set()

    async with asyncio.timeout(20):
        await courier.run(stop, beat)

    assert caplog.text.count("Notices wait") == 1
