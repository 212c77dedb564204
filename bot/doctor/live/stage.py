"""The chat that the examination goes on in: sends as the bot does, waits when told to, knows what to delete."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from telegram import Bot, InputFile
from telegram.error import RetryAfter
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.delivery.rules.retry import Outcome, Sent, Wait
from bot.doctor.live.overhearing import Overhearing
from bot.handlers.sending import TelegramSender
from bot.web.client import NotSent

_PATIENCE = 600.0  # seconds that all waits together may take
_PAUSE = 1.0  # seconds between two messages, as Telegram asks for in one chat


class Stage:
    """The operator's chat. Whatever it sends is deleted by `clear`."""

    def __init__(self, bot: Bot, client: Overhearing, chat: int, paced: bool) -> None:
        self.bot, self.client, self.chat = bot, client, chat
        self._pause = _PAUSE if paced else 0.0
        self.sender = TelegramSender(bot, NotSent)
        self.waited = 0.0  #: seconds spent because Telegram said to wait
        self._made: list[int] = []

    async def chat_of(self) -> str:
        """The type of the chat; raises `TelegramError` where the bot does not know it."""
        return str((await self.call("getChat", chat_id=self.chat))["type"])

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
        while True:
            await asyncio.sleep(self._pause)
            try:
                made = await self.bot.request.post(f"{self.bot.base_url}/{method}", RequestData(filled))
            except RetryAfter as error:
                seconds = error.retry_after
                asked = seconds if isinstance(seconds, int) else seconds.total_seconds()
                if not await self._wait(asked):
                    raise
            else:
                self._keep(made)
                return made

    async def done(self, act: Callable[[], Awaitable[Outcome]]) -> tuple[Outcome, Any]:
        """What an act of the sender's led to, and Telegram's last result; done again where Telegram says to wait."""
        while True:
            await asyncio.sleep(self._pause)
            outcome = await act()
            if isinstance(outcome, Sent):
                self._keep(self.client.answer)
                return outcome, self.client.answer
            if not isinstance(outcome, Wait) or not await self._wait(outcome.seconds):
                return outcome, None

    async def upload(self, kind: str, name: str, body: bytes) -> Any:
        """The message of a file of that kind, as `call` does."""
        method = f"send{kind.title().replace('_', '')}"
        return await self.call(method, chat_id=self.chat, **{kind: InputFile(body, filename=name)})

    async def clear(self) -> str:
        """Deletes all that was sent; returns which messages could not be deleted, in words, or nothing."""
        left = []
        for message in self._made:
            outcome, _ = await self.done(partial(self.sender.delete, self.chat, message))
            if not isinstance(outcome, Sent):
                left.append(f"message {message} ({getattr(outcome, 'reason', 'too many requests')})")
        self._made.clear()
        return "; ".join(left)

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
