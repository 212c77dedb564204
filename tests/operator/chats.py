"""A chat on the emulator in which `palier doctor --live` examines, and what it finds there."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.doctor import live
from bot.emulator import Emulator
from bot.ent.finding import Finding
from config.settings import Settings
from tests.emulator.client import PERSONAS, TOKEN, ZOE, Client
from tests.operator.meddling import Meddle, meddled


@dataclass
class Chat:
    """A chat of Zoé's with the bot, in which the doctor examines."""

    telegram: Client
    settings: Settings

    async def finds(self, typed: float = 0.0, **more: Any) -> dict[str, Finding]:
        """The findings by subject; of several on one subject, the last that is not fine, or the last."""
        found: dict[str, Finding] = {}
        async for one in self.examined(typed, **more):
            if one.subject not in found or found[one.subject].fine:
                found[one.subject] = one
        return found

    def examined(self, typed: float = 0.0, chat: int = ZOE, **more: Any) -> AsyncGenerator[Finding, None]:
        """The examination, under these settings."""
        return live.examine(self.settings.model_copy(update=more), chat, _seen, typed)

    async def finds_when(self, meddle: Meddle) -> list[tuple[str, str]]:
        """Subject and words of what is not fine, where Telegram answers what `meddle` makes of its answers."""
        async with meddled(self.telegram.url, meddle) as url:
            return ill(await self.finds(telegram_api=url))

    async def left(self) -> list[Any]:
        """What stands in the chat."""
        shown = await self.telegram.look(f"chats/{ZOE}/messages")
        return [one for one in shown if not one.get("deleted")]

    async def wait(self, method: str, seconds: int) -> None:
        """Has Telegram say once that a call of this method must wait for so many seconds."""
        await self.telegram.person("faults", method=method, error=429, retry_after=seconds)

    async def asked(self, method: str) -> list[Any]:
        """The parameters of each call of a method."""
        return [call["parameters"] for call in await self.telegram.look("calls", method=method)]


async def _seen() -> None:
    """The operator looks at the chat at once."""


def ill(found: dict[str, Finding]) -> list[tuple[str, str]]:
    """Subject and words of each finding that is not fine."""
    return [(subject, one.words) for subject, one in found.items() if not one.fine]


@pytest.fixture
async def chat() -> AsyncIterator[Chat]:
    """A chat on an emulator without rate limits."""
    emulator = Emulator(PERSONAS, rates=False)
    await emulator.start()
    async with ClientSession() as session:
        settings = Settings(
            _env_file=None,
            telegram_token=TOKEN,
            telegram_api=emulator.url,
            limits="off",
            database_url="sqlite:///unused.db",
        )
        yield Chat(Client(emulator, session), settings)
    await emulator.stop()
