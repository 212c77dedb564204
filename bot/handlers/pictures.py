"""The pictures that go with some answers: made beside the event loop, and never in the way of the answer itself."""

from __future__ import annotations

import asyncio
import logging

from bot import texts
from bot.delivery import pacing
from bot.delivery.rules.retry import Wait
from bot.drawing import banner, bars, tables
from bot.handlers.entrance import Entrance
from bot.handlers.reading import Event
from bot.logs import brief
from bot.terms import Notice
from bot.terms.charts import Banner, Matrix, Picture

log = logging.getLogger(__name__)
_LONGEST = 5.0  # seconds that a picture may take to be made: nobody waits longer for the words that follow


async def show(entrance: Entrance, event: Event, notice: Notice) -> None:
    """Sends the pictures of a notice, which is to be said after them; nothing where it has none.

    Nothing either where one cannot be made, or cannot be sent now: all that it shows is in the words.
    """
    for chart in texts.charts(notice, notice.language or event.caller.language):
        await _show(entrance, event, chart)


async def _show(entrance: Entrance, event: Event, chart: Picture) -> None:
    try:
        async with asyncio.timeout(_LONGEST):
            body = await asyncio.to_thread(_drawn, chart)
    except (OSError, ValueError, TimeoutError) as error:
        log.warning("A picture could not be made: %s", brief(error))
        return
    chat_id = event.caller.chat_id
    if await pacing.may(entrance.desk, chat_id):
        outcome = await entrance.sender.picture(chat_id, body, chart.title, event.caller.topic)
        if isinstance(outcome, Wait):
            await entrance.desk.put(pacing.hold, chat_id, outcome.seconds)


def _drawn(picture: Picture) -> bytes:
    if isinstance(picture, Banner):
        return banner.draw(picture)
    return tables.draw(picture) if isinstance(picture, Matrix) else bars.draw(picture)
