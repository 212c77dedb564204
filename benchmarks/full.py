"""The full path: reception, handlers, use-case, storage and the words of the receipt. Only the sends are left out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.application import BOT_ID, App, started
from bot.handlers import handlers
from bot.handlers.entrance import Entrance
from bot.handlers.failing import FAILURES
from bot.handlers.sending import TelegramSender
from bot.opening import opened
from bot.texts.speech import Speech
from bot.web.client import NotSent
from bot.web.reception import Reception, Verdict
from bot.workflows import talk
from bot.workflows.desk import Desk
from bot.workflows.rules.retry import Outcome, Sent
from config.settings import Settings


class Counting(TelegramSender):
    """Counts what is said in place of saying it."""

    said = 0

    async def say(
        self, chat_id: int, speech: Speech, *, topic: int | None = None, reply_to: int | None = None
    ) -> Outcome:
        """One more receipt, delivered."""
        self.said += 1
        return Sent(self.said)


@dataclass(slots=True)
class Full:
    """The bot as it runs, but for its courier."""

    reception: Reception
    sender: Counting

    async def receive(self, raw: bytes) -> bool:
        """Whether the update was taken, and its sender told."""
        before = self.sender.said
        return await self.reception.receive(raw) is Verdict.TAKEN and self.sender.said > before


@asynccontextmanager
async def full(file: Path) -> AsyncIterator[Full]:
    """The full path over that database, ready."""
    settings = Settings(_env_file=None, database_url=f"sqlite:///{file}", limits="off")  # type: ignore[call-arg]
    async with opened(settings) as desk, started() as application:
        yield _built(desk, application)


def _built(desk: Desk, application: App) -> Full:
    sender = Counting(application.bot, NotSent)
    application.add_handlers(handlers(Entrance(desk, sender, BOT_ID)))

    async def park(body: str, reason: str) -> None:
        await talk.put_aside(desk, body, reason)

    return Full(Reception(application, park, FAILURES), sender)
