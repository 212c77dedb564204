"""The chat that the examination goes on in: sends as the bot does, waits when told to, knows what to delete."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from telegram import Bot, InputFile
from telegram.error import RetryAfter, TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.delivery.rules.retry import Outcome, Sent, Uncertain, Vanished, Wait
from bot.doctor.live.overhearing import Overhearing
from bot.handlers.sending import TelegramSender
from bot.web.client import NotSent

_PATIENCE = 600.0  # seconds that all waits together may take
_PAUSE = 1.0  # seconds between two messages, as Telegram asks for in one chat
_T = TypeVar("_T")


def reason(outcome: Outcome) -> str:
    """Why something was not done, in Telegram's words."""
    return f"wait {outcome.seconds:.0f} s" if isinstance(outcome, Wait) else str(getattr(outcome, "reason", outcome))


class Stage:
    """The operator's chat. Whatever it sends is deleted by `clear`."""

    def __init__(self, bot: Bot, client: Overhearing, chat: int, paced: bool) -> None:
        self.bot, self.client, self.chat = bot, client, chat
        self._pause = _PAUSE if paced else 0.0
        self.sender = TelegramSender(bot, NotSent)
        self.waited = 0.0  #: seconds spent because Telegram said to wait
        self._made: list[int] = []
        self._unknown = 0  # messages that may have been sent, of which Telegram told no number

    async def refused(self) -> str:
        """Why the bot cannot talk in the chat, in words; empty where it can."""
        try:
            here = str((await self.call("getChat", chat_id=self.chat))["type"])
            if here != "private":
                return f"{self.chat} is no private chat: the bot talks in private only"
            await self.call("sendChatAction", chat_id=self.chat, action="typing")
        except TelegramError as error:
            return f"{self.chat}: {error.message}; write /start to the bot from there first"
        return ""

    async def call(self, method: str, **given: Any) -> Any:
        """The result of a call of the Bot API, in plain JSON, made again where Telegram says to wait.

        Raises `TelegramError` where it is refused, or the waits are too long.
        """
        filled = [
            RequestParameter(name, value, None)
            if not isinstance(value, InputFile)
            else RequestParameter(name, None, [value])
            for name, value in given.items()
        ]
        post = partial(self.bot.request.post, f"{self.bot.base_url}/{method}", RequestData(filled))
        while True:
            try:
                await self._ended(post)
            except RetryAfter as error:
                seconds = error.retry_after
                if not await self._wait(seconds if isinstance(seconds, int) else seconds.total_seconds()):
                    raise
            else:
                return self.client.answer

    async def done(self, act: Callable[[], Awaitable[Outcome]]) -> tuple[Outcome, Any]:
        """What an act of the sender's led to, and Telegram's last result; done again where Telegram says to wait."""
        while True:
            outcome = await self._ended(act)
            if isinstance(outcome, Sent):
                return outcome, self.client.answer
            if not isinstance(outcome, Wait) or not await self._wait(outcome.seconds):
                self._unknown += isinstance(outcome, Uncertain)
                return outcome, None

    async def upload(self, kind: str, name: str, body: bytes) -> Any:
        """The message of a file of that kind, as `call` does."""
        method = f"send{kind.title().replace('_', '')}"
        return await self.call(method, chat_id=self.chat, **{kind: InputFile(body, filename=name)})

    async def clear(self) -> str:
        """Deletes all that was sent; returns what may be left, in words, or nothing."""
        self._pause, self.waited = 0.0, 0.0  # Telegram does not ask for a pace of deletions
        left = []
        while self._made:
            message = self._made.pop()
            outcome, _ = await self.done(partial(self.sender.delete, self.chat, message))
            if not isinstance(outcome, Sent | Vanished):
                left.append(f"message {message} stays ({reason(outcome)})")
        if self._unknown:
            left.append(f"{self._unknown} sent without an answer: delete by hand what you see")
        return "; ".join(left)

    async def _ended(self, act: Callable[[], Awaitable[_T]]) -> _T:
        """The result of an act, after a pause.

        An act that has begun is carried to its end even where the examination is cut short meanwhile: otherwise
        nobody would know the number of a message that it sent.
        """
        await asyncio.sleep(self._pause)
        acting = asyncio.ensure_future(act())
        try:
            await asyncio.wait([acting])
        finally:
            await asyncio.wait([acting])
            if acting.exception() is None:
                self._keep(self.client.answer)
        return acting.result()

    async def _wait(self, seconds: float) -> bool:
        """Waits as long as Telegram says; False, and no wait, where all waits together would become too long."""
        if self.waited + seconds > _PATIENCE:
            return False
        self.waited += seconds
        await asyncio.sleep(seconds)
        return True

    def _keep(self, made: Any) -> None:
        for one in made if isinstance(made, list) else [made]:
            number = one.get("message_id") if isinstance(one, dict) else None
            if isinstance(number, int) and number not in self._made:
                self._made.append(number)
