"""`palier doctor --live CHAT`: does in a chat of the operator's, on the real Telegram, what the bot does in chats.

It needs no database and no ENT, changes nothing of the bot's settings, and deletes what it sent.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

from telegram.error import TelegramError

from bot import app
from bot.doctor.live import deeds, inline, words
from bot.doctor.live.overhearing import Overhearing
from bot.doctor.live.stage import Stage
from bot.ent.finding import Finding
from config.settings import Settings


async def examine(
    settings: Settings, chat: int, looked: Callable[[], Awaitable[None]], typed: float = inline.PATIENCE
) -> AsyncGenerator[Finding, None]:
    """Yields a finding per kind of message and per deed; its `look` says what the operator should see, if anything.

    `looked` returns once the operator has looked at the chat: then all that was sent is deleted, as it is where the
    examination is cut short. `typed` is how many seconds are given to type the inline query.
    """
    client = Overhearing()
    async with app.asking(settings, client) as bot:
        stage = Stage(bot, client, chat, paced=settings.limits == "on")
        try:
            here = await stage.chat_of()
        except TelegramError as error:
            yield Finding("chat", f"{chat}: {error}; write /start to the bot in that chat first", fine=False)
            return
        if here != "private":
            yield Finding("chat", f"{chat} is not a private chat: the bot only talks in private", fine=False)
            return
        yield Finding("chat", f"{chat}, with @{bot.username}")
        try:
            for part in (words.examine(stage), deeds.examine(stage), inline.examine(stage, settings, typed)):
                async with aclosing(part) as findings:
                    async for finding in findings:
                        yield finding
            await looked()
        finally:
            left = await stage.clear()
        yield Finding("clean-up", left or "all that was sent is deleted", fine=not left)
