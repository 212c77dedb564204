"""A code whose message cannot be deleted any more: the bot was down for longer than Telegram lets it delete."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from tests.journeys.phone import PATIENCE, Phone, labels, text_of
from tests.journeys.test_codes import helped, spoiler
from tests.journeys.town import Town

DAYS = timedelta(days=3)


async def emptied(phone: Phone, number: int) -> None:
    """Waits until that message of the chat says that it is erased."""
    async with asyncio.timeout(PATIENCE):
        while not any(m["message_id"] == number and "effacé" in text_of(m) for m in await phone.chat(wait=1)):
            continue


async def test_a_code_is_emptied_where_the_bot_comes_back_after_three_days(small_town: Town) -> None:
    _, received = await helped(small_town)
    code = spoiler(received)
    await small_town.stop()

    small_town.ahead += DAYS
    await small_town.control("POST", "clock", {"advance_s": DAYS.total_seconds()})
    await small_town.start()

    await emptied(small_town["parent"], received["message_id"])
    left = next(m for m in await small_town["parent"].chat() if m["message_id"] == received["message_id"])
    assert code not in str(left)
    assert labels(left) == []
