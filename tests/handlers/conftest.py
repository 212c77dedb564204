"""A bot on a stand-in for Telegram, and the updates of people who write, press and type."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from pydantic import SecretStr

from bot.app import House, _build
from bot.handlers.sending import TelegramSender
from bot.web.client import NotSent, Patience
from bot.web.reception import Handling
from bot.workflows import talk
from bot.workflows.rules.pace import Pace
from config.settings import Settings
from tests.bot_api import TOKEN, BotApi
from tests.patience import PATIENCE
from tests.world import TELEGRAM, World

ME = {"id": 123456, "is_bot": True, "first_name": "Palier", "username": "palier_bot"}

Json = dict[str, Any]


@dataclass
class Typed:
    """A bot on a stand-in for Telegram, to which tests give updates."""

    api: BotApi
    house: House
    updates: int = 0

    def limit(self, burst: int) -> None:
        """Sets the flood limit: how many updates each person may send at once."""
        self.house.desk.policy = replace(self.house.desk.policy, limits=True)
        self.house.desk.pace = Pace(burst, 0.0)

    async def receive(self, **update: Any) -> None:
        """Gives the bot one more update, which it must take."""
        assert await self.handling(**update) is Handling.TAKEN

    async def handling(self, **update: Any) -> Handling:
        """Gives the bot one more update; returns what became of it."""
        self.updates += 1
        return await self.house.reception.receive({"update_id": self.updates, **update})

    async def carried(self, world: World, *keys: str) -> None:
        """Has the courier do one round a second of the world's clock until nothing waits for these people.

        A round ends when all that it began is sent: however slow the machine is, each does the same.
        """
        chats = {TELEGRAM[key] for key in keys}
        async with asyncio.timeout(PATIENCE):
            while any(row["chat_id"] in chats for row in await world.rows("outbox", state="queued")):
                world.now += timedelta(seconds=1)
                stop = asyncio.Event()
                await self.house.courier.run(stop, stop.set)

    async def left(self, chat: int) -> None:
        """Runs the courier until it has left that chat."""
        stop = asyncio.Event()
        running = asyncio.create_task(self.house.courier.run(stop))
        async with asyncio.timeout(PATIENCE):
            while {"chat_id": chat} not in self.api.asked("leaveChat"):
                self.api.arrived.clear()
                await self.api.arrived.wait()
        stop.set()
        await running

    def said(self) -> list[str]:
        """The texts of the messages sent so far."""
        return [message["text"] for message in self.api.asked("sendMessage")]

    async def look(self, key: str, query: str, *, chat: str = "sender", offset: str = "") -> Json:
        """Sends an inline query of that persona's; returns the answer."""
        body = {"id": "1", "from": person(key), "query": query, "offset": offset, "chat_type": chat}
        await self.receive(inline_query=body)
        return self.api.asked("answerInlineQuery")[-1]

    async def found(self, key: str, query: str, *, chat: str = "sender") -> list[Json]:
        """Sends an inline query of that persona's; returns the results."""
        results = (await self.look(key, query, chat=chat))["results"]
        parsed: list[Json] = json.loads(results) if isinstance(results, str) else results
        return parsed


def person(key: str) -> Json:
    """That persona, as Telegram describes them."""
    return {"id": TELEGRAM[key], "is_bot": False, "first_name": key.title(), "language_code": "fr"}


async def process(world: World) -> AsyncIterator[Typed]:
    """One process of the bot, on that world; a process of its own has a stand-in for Telegram of its own."""
    async with BotApi() as api:
        api.answer("getMe", 200, json.dumps({"ok": True, "result": ME}))
        settings = Settings(
            _env_file=None,
            telegram_token=SecretStr(TOKEN),
            telegram_api=api.url[:-4],
        )
        house = _build(settings, world.desk, TOKEN, partial(talk.put_aside, world.desk))
        async with house.application:
            yield Typed(api, house)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A stand-in for Telegram."""
    async with BotApi() as api:
        yield api


@pytest.fixture
async def sender(api: BotApi) -> TelegramSender:
    """What sends to the stand-in."""
    return TelegramSender(await api.bot(patience=Patience(read=PATIENCE)), NotSent)


@pytest.fixture
async def typed(sqlite_world: World) -> AsyncIterator[Typed]:
    """The bot on the demo's world."""
    async for one in process(sqlite_world):
        yield one


def command(key: str, text: str) -> Json:
    """The update of a command that somebody types in their chat with the bot."""
    entity = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
    chat = {"id": TELEGRAM[key], "type": "private"}
    return {"message_id": 1, "date": 1, "from": person(key), "chat": chat, "text": text, "entities": [entity]}
