"""The full path: raw bytes, reception, application, handler, use-case, commit, the worded receipt."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import text

from benchmarks.application import BOT_ID, App, started
from bot.courier import Courier
from bot.delivery.rules.retry import Outcome, Sent
from bot.handlers import handlers
from bot.handlers.entrance import Entrance
from bot.handlers.failing import FAILURES
from bot.handlers.sending import TelegramSender
from bot.handlers.update import load
from bot.opening import opened
from bot.storage.work import Work
from bot.texts.speech import Speech
from bot.web.client import NotSent
from bot.web.reception import Handling, Reception
from bot.workflows import talk
from bot.workflows.desk import Desk
from config.settings import Settings

_QUEUED = text("SELECT 1 FROM outbox WHERE state = 'queued' LIMIT 1")


class Counting(TelegramSender):
    """Counts what is said in place of saying it."""

    said = 0

    async def say(self, chat_id: int, speech: Speech, topic: int = 0) -> Outcome:
        """One more receipt, delivered."""
        self.said += 1
        return Sent(self.said)


@dataclass(slots=True)
class Full:
    """The bot as it runs; its courier only where it was given a Telegram to send to."""

    desk: Desk
    reception: Reception
    sender: Counting

    async def receive(self, raw: bytes) -> bool:
        """Whether the update was taken, and its sender told."""
        before = self.sender.said
        return await self.reception.receive(raw) is Handling.TAKEN and self.sender.said > before

    async def delivered(self) -> None:
        """Returns once nothing is on its way any more."""
        while await self.desk.look(_under_way):  # noqa: ASYNC110 -- the courier tells nobody
            await asyncio.sleep(0.02)


def _under_way(work: Work) -> bool:
    return work.execute(_QUEUED).first() is not None


@asynccontextmanager
async def full(url: str) -> AsyncIterator[Full]:
    """The full path over that database, ready; nothing is sent."""
    async with _desk(url) as desk, started() as application:
        yield _built(desk, application)


@asynccontextmanager
async def sending(url: str, telegram: str) -> AsyncIterator[Full]:
    """The same with its courier, which sends to that Bot API."""
    async with _desk(url) as desk, started(telegram) as application:
        made, stop = _built(desk, application), asyncio.Event()
        courier = Courier(desk, TelegramSender(application.bot, NotSent))
        desk.wake = courier.wake
        running = asyncio.create_task(courier.run(stop))
        try:
            yield made
        finally:
            stop.set()
            await running


@asynccontextmanager
async def _desk(url: str) -> AsyncIterator[Desk]:
    settings = Settings(_env_file=None, database_url=url, limits="off")
    async with opened(settings) as desk:
        yield desk


def _built(desk: Desk, application: App) -> Full:
    sender = Counting(application.bot, NotSent)
    application.add_handlers(handlers(Entrance(desk, sender, BOT_ID)))

    async def park(body: str, reason: str) -> None:
        await talk.put_aside(desk, body, reason)

    return Full(desk, Reception(application, load, park, FAILURES), sender)
