"""The one place where a handler's failure ends: a sentence for the person, a verdict for whoever brought the update.

In this order: done before (nothing to say) · a refusal, ours or the ENT's (one sentence) · a tap or message of
Telegram's that failed (logged) · records out of reach (the update comes again) · anything else (kept for an
operator, said so once).
"""

from __future__ import annotations

import logging
from contextvars import ContextVar

from telegram.error import TelegramError

from bot.handlers.entrance import Entrance
from bot.handlers.reading import Event
from bot.logs import brief
from bot.terms import Declined, Done, Refusal, Unavailable
from bot.workflows import talk

log = logging.getLogger(__name__)

#: what went wrong with the update under way, for the entrance that brought it
FAILURES: ContextVar[list[BaseException]] = ContextVar("failures")


async def fail(entrance: Entrance, event: Event, error: Exception) -> None:
    """Ends the failure of one handler."""
    if isinstance(error, Done):
        log.info("It was treated before")
        if event.query is not None:
            await entrance.tell(event, None)
    elif isinstance(error, Refusal):
        await entrance.refuse(event, await talk.addressed(entrance.desk, event.caller, error))
    elif isinstance(error, Declined):
        log.warning("The ENT declined: %s", error.reason)
        refusal = Refusal(f"ent-{error.reason}", name="")
        await entrance.refuse(event, await talk.addressed(entrance.desk, event.caller, refusal))
    elif isinstance(error, TelegramError):
        log.warning("Telegram did not take the answer: %s", brief(error))
    elif isinstance(error, Unavailable) and event.inline is not None:
        log.warning("An inline query found no answer: %s", brief(error))
        await entrance.suggest(event)  # not brought again: the next letter typed is a new query
    else:
        if not isinstance(error, Unavailable):
            log.error("A handler failed", exc_info=error)
            await entrance.refuse(event, Refusal("trouble"))
        FAILURES.get([]).append(error)
