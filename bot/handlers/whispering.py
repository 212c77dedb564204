"""Whispering: says a secret at Telegram's pace, within seconds or not at all, since no queue may keep it."""

from __future__ import annotations

import asyncio

from bot.delivery import pacing
from bot.delivery.rules.retry import NotWritten, Outcome, Rejected, Sent, Vanished, Wait
from bot.handlers.sending import TelegramSender
from bot.terms import Notice
from bot.texts import word
from bot.workflows import whispering
from bot.workflows.desk import Desk

_ATTEMPTS, _PATIENCE = 3, 10.0  # attempts, and seconds for which they may wait in all: a person is waiting
_BREATH, _GLANCE = 1.0, 0.25  # seconds before an edit that was not written is repeated; between two looks for a place


class Whispering:
    """Whispers through a sender; each attempt takes a place in the rate windows of the chat and of the whole bot."""

    def __init__(self, desk: Desk, sender: TelegramSender) -> None:
        self._desk = desk
        self._sender = sender

    async def __call__(self, chat_id: int, secret: Notice, into: int = 0, topic: int = 0) -> int:
        """Says a secret in a new message or `into` one; returns its message's number, 0 where it cannot be said soon.

        Minus that number where the secret was written into the message, and nobody knows whether it stands there.

        Where the message `into` is gone or cannot be changed, the secret is said in a new one, which is deleted when
        the other one was to be; not at all where that one was not to be deleted any more.
        """
        latest = asyncio.get_running_loop().time() + _PATIENCE
        outcome = await self._said(chat_id, secret, into, topic, latest)
        if into and isinstance(outcome, Vanished | Rejected):
            into = await self._anew(chat_id, secret, into, topic, latest)
            outcome = await self._said(chat_id, secret, into, topic, latest) if into else outcome
        if into and isinstance(outcome, NotWritten):
            return -into
        return outcome.message_id if isinstance(outcome, Sent) else 0

    async def _anew(self, chat_id: int, secret: Notice, into: int, topic: int, latest: float) -> int:
        """Sends an empty message that expires when the message `into` does; returns its number, 0 if it failed."""
        if not await whispering.expires(self._desk, chat_id, into):
            return 0
        outcome = await self._said(chat_id, whispering.coming(secret), 0, topic, latest)
        made = outcome.message_id if isinstance(outcome, Sent) else 0
        return made if made and await whispering.expire_like(self._desk, chat_id, made, into) else 0

    async def _said(self, chat_id: int, secret: Notice, into: int, topic: int, latest: float) -> Outcome:
        """The outcome of the last of three attempts at most, the first of which succeeds as a rule.

        Tries again where an edit was not written, or where the wait that Telegram asks for ends before `latest`.
        """
        speech, outcome = word(secret, secret.language), None
        for _ in range(_ATTEMPTS):
            if not await self._turn(chat_id, latest, bool(into)):
                break
            outcome = await (
                self._sender.edit(chat_id, into, speech) if into else self._sender.say(chat_id, speech, topic)
            )
            if isinstance(outcome, Wait):
                await self._desk.put(pacing.hold, chat_id, outcome.seconds, edits=bool(into))
            elif isinstance(outcome, NotWritten) and into:
                await asyncio.sleep(_BREATH)
            else:
                break
        return outcome or Wait(0)

    async def _turn(self, chat_id: int, latest: float, edit: bool) -> bool:
        """Waits until the message may go, and books it; False where that would be after `latest`."""
        now = asyncio.get_running_loop().time
        while seconds := await pacing.until(self._desk, chat_id, edit):
            if now() + seconds > latest:
                return False
            await asyncio.sleep(max(seconds, _GLANCE))
        return True
