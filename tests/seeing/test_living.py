"""The loops that must keep running: which are reported as dead or stuck."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.living import Beat, Life


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_a_loop_that_beats_is_well_and_one_that_does_not_is_stuck() -> None:
    clock, go, beaten, stop = Clock(), asyncio.Event(), asyncio.Event(), asyncio.Event()
    life = Life(clock)

    async def work(beat: Beat) -> None:
        await go.wait()
        beat()
        beaten.set()
        await stop.wait()

    task = life.begin("courier", work, patience=10)
    clock.now += 10
    assert life.troubles() == []
    clock.now += 1
    assert life.troubles() == ["courier is stuck"]
    go.set()
    await beaten.wait()
    assert life.troubles() == []
    stop.set()
    await task


async def test_a_loop_that_fails_has_died_and_says_so(caplog: pytest.LogCaptureFixture) -> None:
    life = Life()

    async def work(_beat: Beat) -> None:
        raise ValueError

    await asyncio.wait([life.begin("courier", work, patience=10)])
    assert life.troubles() == ["courier died"]
    [record] = caplog.records
    assert (record.levelno, "courier" in record.getMessage()) == (logging.CRITICAL, True)


async def test_a_loop_that_was_told_to_end_is_no_trouble() -> None:
    clock = Clock()
    life = Life(clock)

    async def work(_beat: Beat) -> None:
        return

    await life.begin("courier", work, patience=10)
    clock.now += 11
    assert life.troubles() == []
