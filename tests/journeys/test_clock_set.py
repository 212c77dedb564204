"""The machine's clock is set while the bot runs: messages go on leaving, each of them once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot import app
from tests.clocks import MachineClock
from tests.durability.town import Town, inhabited
from tests.house.source import ROOT
from tests.journeys.phone import text_of
from tests.journeys.town import Town as JourneyTown
from tests.processes import Palier

SOON = 20.0  # seconds
HOUR, DAY = 3600.0, 86400.0
PUPILS = 16


async def asks(town: Town, key: str, words: str) -> None:
    """A pupil files a request, and reads the receipt soon."""
    async with asyncio.timeout(SOON):
        await town.phones[key].write(f"/assistance connexion {words}")
        await town.phones[key].see("envoyée")


def shown(town: Town, key: str, words: str) -> int:
    """How many messages with these words stand in a chat."""
    return sum(words in text_of(one.body) for one in town.shown(key) if not one.deleted)


@pytest.mark.needs("faketime")
@pytest.mark.parametrize(
    ("wrong", "right"),
    [(0.0, -HOUR), (2 * HOUR, 0.0), (31 * DAY, 0.0), (100.0, 0.0)],
    ids=["an hour back", "two hours ahead", "a month ahead", "a minute or two ahead"],
)
async def test_messages_leave_again_at_once_when_the_clock_is_set_right(
    migrated_sqlite_url: str, tmp_path: Path, wrong: float, right: float
) -> None:
    clock = MachineClock(tmp_path, wrong)
    async with inhabited(migrated_sqlite_url, PUPILS, limits="on") as town:
        bot = Palier("run", home=ROOT, **town.environment | clock.environment)
        try:
            await bot.start()
            for number in range(PUPILS - 1):
                await town.phones[f"eleve{number}"].write(f"/assistance connexion Avant {number}")
            await town.phones["eleve0"].see("envoyée")
            clock.set(right)
            await asks(town, f"eleve{PUPILS - 1}", "Après")
            for number in range(PUPILS - 1):
                async with asyncio.timeout(SOON):
                    await town.phones[f"eleve{number}"].see("envoyée")
            if wrong > right:
                async with asyncio.timeout(SOON):
                    await bot.complains("The clock was")
        finally:
            await bot.stop()

        assert [shown(town, f"eleve{number}", "envoyée") for number in range(PUPILS)] == [1] * PUPILS


async def test_a_bot_that_sends_nothing_though_nothing_holds_it_back_is_not_ready(
    small_town: JourneyTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert small_town.house is not None
    monkeypatch.setattr(small_town.house.courier, "stalled", lambda: 31.0)
    stop = asyncio.Event()
    async with (
        app.watched(small_town.settings, small_town.house, stop) as server,
        small_town.http.get(f"http://{server.host}:{server.port}/readyz") as answer,
    ):
        assert answer.status == 503
