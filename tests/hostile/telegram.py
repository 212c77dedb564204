"""A Bot API that answers anything: each call has an outcome, and polling goes on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.error import TelegramError

from bot.delivery.rules.retry import Gone, Moved, NotWritten, Rejected, Sent, Uncertain, Vanished, Wait
from bot.handlers.outcomes import TABLE
from bot.handlers.sending import TelegramSender
from bot.texts.speech import Speech
from bot.web.client import AiohttpRequest, NotSent, Patience
from bot.web.polling import Polling
from bot.web.reception import Handling
from bot.web.starting import set_menu, set_webhook
from tests.bot_api import TOKEN
from tests.hostile.answering import answer, answering
from tests.hostile.checks import Log, listening
from tests.hostile.shape import Fed
from tests.world import PHOTO

_OUTCOMES = (Gone, Moved, NotWritten, Rejected, Sent, Uncertain, Vanished, Wait)
_CHAT = 5
_SPEECH = Speech("Bonjour")
_HASTE = Patience(connect=2.0, pool=2.0, write=2.0, read=2.0, upload=2.0)
_HONEST = answer(b'{"ok":true,"result":[]}')
_OF_EVERY_CALL = (
    b"true",
    b'{"message_id": 7, "date": 1, "chat": {"id": 5}}',
    b'[{"message_id": 7}]',
    b"[]",
    b'{"url": ""}',
)
_CALLS: tuple[Callable[[TelegramSender], Awaitable[object]], ...] = (
    lambda sender: sender.say(_CHAT, _SPEECH),
    lambda sender: sender.edit(_CHAT, 7, _SPEECH),
    lambda sender: sender.delete(_CHAT, 7),
    lambda sender: sender.bare(_CHAT, 7),
    lambda sender: sender.files(_CHAT, [PHOTO]),
    lambda sender: sender.document(_CHAT, "a.txt", b"a"),
    lambda sender: sender.leave(_CHAT),
)
_QUESTIONS: tuple[Callable[[Bot], Awaitable[object]], ...] = (
    lambda bot: set_menu(bot, [("aide", "Aide")], "fr"),
    lambda bot: set_webhook(bot, "https://a.fr", "s", ["message"], known=True),
    lambda bot: bot.get_me(),
)


class Receiver:
    """Takes every update, in whatever shape it is."""

    async def receive(self, _raw: object) -> Handling:
        return Handling.TAKEN


class Answered:
    """A bot whose calls are answered with what the input is."""

    def __init__(self, log: Log) -> None:
        self.raw = b""
        self._log = log

    def heard(self, _head: bytes) -> bytes:
        """The input, in answer to the first call; an honest answer to those after it."""
        raw, self.raw = self.raw, b""
        return raw or _HONEST

    async def feed(self, bot: Bot, raw: bytes) -> None:
        """Answers one call with the input: which, its length decides; then asks for updates, too."""
        sender = TelegramSender(bot, NotSent)
        self.raw = raw
        outcome = await _CALLS[len(raw) % len(_CALLS)](sender)
        assert isinstance(outcome, _OUTCOMES), outcome
        self.raw = raw
        with suppress(TelegramError):
            await _QUESTIONS[len(raw) % len(_QUESTIONS)](bot)
        await self._poll(bot, raw)
        self._log.check()

    async def _poll(self, bot: Bot, raw: bytes) -> None:
        """Polls until the hostile answer was treated; a pause that Telegram asks for is not awaited."""
        stop, beats = asyncio.Event(), list[int]()

        def beat() -> None:
            beats.append(1)
            if len(beats) > 1:
                stop.set()

        self.raw = raw
        async with asyncio.timeout(20):
            await Polling(bot, Receiver(), stop, ["message"], pause=0.0).run(beat)


@asynccontextmanager
async def telegram() -> AsyncIterator[Fed]:
    """The entrance of Telegram's answers, over HTTP."""
    with listening() as log:
        answered = Answered(log)
        async with answering(answered.heard) as url:
            client = AiohttpRequest(4, _HASTE)
            await client.initialize()
            bot = Bot(TOKEN, base_url=f"{url}/bot", request=client, get_updates_request=client)
            yield Fed(lambda raw: answered.feed(bot, raw), list(_seeds()))
            await client.shutdown()


def _seeds() -> list[bytes]:
    """What Telegram answers: successes of every shape, updates, and errors of every kind."""
    updates = [{"update_id": 5, "message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}}}]
    bodies = [b'{"ok":true,"result":' + result + b"}" for result in (*_OF_EVERY_CALL, json.dumps(updates).encode())]
    errors = [
        {"ok": False, "error_code": status, "description": f"{kind}: {line.words}", "parameters": {"retry_after": 0}}
        for line in TABLE[::9]
        for status, kind in ((400, "Bad Request"), (403, "Forbidden"))
    ]
    moved = {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: x",
        "parameters": {"migrate_to_chat_id": -5},
    }
    refused = [answer(json.dumps(error).encode(), int(str(error["error_code"]))) for error in (*errors, moved)]
    pages = [answer(b"<html>", status, "text/html", ["Retry-After: 0"]) for status in (200, 302, 403, 429, 502, 504)]
    return [*map(answer, bodies), *refused, *pages]
