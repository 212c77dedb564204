"""A running emulator, a client for it, and a webhook receiver."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.emulator import Emulator
from tests.emulator.client import PERSONAS, Client, Receiver


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """An emulator with two personas and without rate limits."""
    running = Emulator(PERSONAS, rates=False)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def client(emulator: Emulator) -> AsyncIterator[Client]:
    """A client of the emulator whose bot is already known to it."""
    async with aiohttp.ClientSession() as session:
        speaking = Client(emulator, session)
        await speaking.bot("getMe")
        yield speaking


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """A webhook receiver, listening."""
    listening = Receiver()
    await listening.start()
    yield listening
    await listening.stop()
