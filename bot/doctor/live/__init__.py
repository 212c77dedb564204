"""`palier doctor --live CHAT`: does in a chat of the operator's, on the real Telegram, what the bot does in chats.

It needs no database and no ENT, changes nothing of the bot's settings, and deletes what it sent.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

from bot import app
from bot.doctor.live import altering, inline, words
from bot.doctor.live.overhearing import Overhearing
from bot.doctor.live.stage import Stage
from bot.ent.finding import Finding
from config.settings import Settings

PATIENCE = 60.0  #: seconds for somebody at a terminal to type the inline query

log = logging.getLogger(__name__)


async def examine(
    settings: Settings, chat: int, looked: Callable[[], Awaitable[None]], typed: float
) -> AsyncGenerator[Finding, None]:
    """Yields a finding per kind of message and per thing that is done to a chat.

    The `look` of a finding says what the operator should see, if anything.

    `looked` returns once the operator has looked at the chat: then all that was sent is deleted, as it is where the
    examination is cut short. `typed` is how many seconds are given to type the inline query; 0 where nobody can.
    """
    client = Overhearing(settings.telegram_proxy.get_secret_value() or None)
    async with app.asking(settings, client) as bot:
        stage = Stage(bot, client, chat, paced=settings.limits == "on")
        if refused := await stage.refused():
            yield Finding("chat", refused, fine=False)
            return
        yield Finding("chat", f"{chat}, with @{bot.username}")
        left = "the examination was cut short"
        try:
            for part in (words.examine(stage), altering.examine(stage), inline.examine(stage, settings, typed)):
                async with aclosing(part) as findings:
                    async for finding in findings:
                        yield finding
            await looked()
            left = ""
        finally:
            cut, left = left, await stage.clear()
            if cut and left:  # no finding can be yielded any more
                log.warning("Left in the chat, since %s: %s", cut, left)
        yield Finding("clean-up", left or "all that was sent is deleted", fine=not left)
