"""What `palier doctor` says of the pauses that Telegram asks for."""

from __future__ import annotations

from functools import partial

from bot import opening
from bot.delivery import pacing
from bot.storage.engine import open_records
from bot.storage.work import perform
from tests.operator.test_doctor import Telegram, ill, telegram

__all__ = ["telegram"]


async def hold(telegram: Telegram, *chats: int) -> None:
    """Telegram asks to wait for ten minutes in each of these chats; in chat 0, everywhere."""
    records = open_records(telegram.database)
    for chat in chats:
        await perform(records, opening.now, "", partial(pacing.hold, chat_id=chat, seconds=600.0 + chat))
    await records.close()


async def test_a_pause_that_telegram_asks_of_the_whole_bot_is_named_with_its_end(telegram: Telegram) -> None:
    await hold(telegram, 0)

    found = await telegram.finds()

    assert "pauses" in ill(found)
    assert "to nobody until" in found["pauses"].words


async def test_chats_that_telegram_has_wait_are_counted(telegram: Telegram) -> None:
    await hold(telegram, 7, 70)

    found = await telegram.finds()

    assert "pauses" not in ill(found)
    assert "in 2 chats; the last waits until" in found["pauses"].words
