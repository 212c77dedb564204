"""Treats whatever a handler raises: tells the person, and `FAILURES` tells whoever brought the update.

- `Done`: nothing to say, the update was handled before.
- `Refusal`, or the ENT's `Declined`: said in one sentence.
- `TelegramError`: the answer could not be sent; logged.
- `Unavailable`: the records or the ENT are out of reach; the update will come again.
- anything else: the person is told that it failed, and the update is parked for an operator.
"""

from __future__ import annotations

import logging
from contextvars import ContextVar

from telegram.error import TelegramError

from bot.delivery import strangers
from bot.handlers.entrance import Entrance
from bot.handlers.reading import Event
from bot.logs import brief
from bot.terms import Declined, Done, Refusal, Unavailable
from bot.workflows import talk
from bot.workflows.requests import helplines

log = logging.getLogger(__name__)

#: the errors because of which the update under way must come again or be parked; the reception reads them
FAILURES: ContextVar[list[BaseException]] = ContextVar("failures")


async def fail(entrance: Entrance, event: Event, error: Exception) -> None:
    """Treats the error that the handler of an event raised."""
    if isinstance(error, Done):
        log.info("It was treated before")
        if event.query is not None:
            await entrance.tell(event, None)
    elif isinstance(error, Refusal):
        await _refuse(entrance, event, await talk.addressed(entrance.desk, event.caller, error))
    elif isinstance(error, Declined):
        log.warning("The ENT declined: %s", error.reason)
        refusal = Refusal(f"ent-{error.reason}", name="")
        await _refuse(entrance, event, await talk.addressed(entrance.desk, event.caller, refusal))
    elif isinstance(error, TelegramError):
        log.warning("Telegram did not take the answer: %s", brief(error))
    elif isinstance(error, Unavailable) and event.inline is not None:
        log.warning("An inline query found no answer: %s", brief(error))
        await entrance.suggest(event)  # it need not come again: the next letter typed is a new query
    else:
        if not isinstance(error, Unavailable):
            log.error("A handler failed", exc_info=error)
            await _refuse(entrance, event, Refusal("trouble"))
        FAILURES.get([]).append(error)


async def _refuse(entrance: Entrance, event: Event, refusal: Refusal) -> None:
    """Says the refusal, and the numbers to call where the refused words show fear.

    The files of one album come one by one: they are refused once for the same reason. The answer to an album is
    queued under a cause that names chat, album and reason, which all replicas share.
    """
    album = next((file.album for file in event.saying.files), "")
    if album and not event.edited:
        await _refuse_album(entrance, event, refusal, album)
    else:
        await entrance.refuse(event, refusal)
    words = f"{event.saying.text} {event.arguments}" if event.query is None and event.inline is None else ""
    if (lines := helplines.after(words, refusal.language)) is not None and await _may_tell(entrance, event):
        await entrance.tell(event, lines)


async def _refuse_album(entrance: Entrance, event: Event, refusal: Refusal, album: str) -> None:
    cause = f"album:{event.caller.chat_id}:{album}:{refusal.reason}"
    said = await entrance.told(event, refusal)
    if said is not None:
        await talk.say_later(entrance.desk, cause, event.caller, said)


async def _may_tell(entrance: Entrance, event: Event) -> bool:
    """Whether the numbers to call are said: always to people with a linked account, a few times to strangers."""
    if not await talk.is_stranger(entrance.desk, event.caller):
        return True
    return await strangers.may_read_lines(entrance.desk, event.caller.chat_id)
