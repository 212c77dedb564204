"""A stand-in server, and the adapter to it with short time limits."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.ent.entcore.adapter import EntcoreDirectory
from bot.ent.entcore.wire import Patience
from tests.entcore.standin import BOT, PASSWORD, Standin

HASTE = Patience(connect=2.0, read=0.3, reports=0.3, pause=0.0, lists=0.2)


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    """The server; fails the test if a call broke the contract."""
    async with Standin() as running:
        yield running
        assert not running.complaints


@pytest.fixture
async def directory(standin: Standin) -> AsyncIterator[EntcoreDirectory]:
    """The adapter, as the bot's own account."""
    made = EntcoreDirectory(standin.url, BOT, PASSWORD, patience=HASTE)
    yield made
    await made.close()


@pytest.fixture
async def patient(standin: Standin) -> AsyncIterator[EntcoreDirectory]:
    """As `directory`, with the time limits of a bot that serves: for tests that count requests, since a slow machine
    must not have one sent again."""
    made = EntcoreDirectory(standin.url, BOT, PASSWORD)
    yield made
    await made.close()
