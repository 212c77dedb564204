"""Postponed: whoever treats a request sees that Telegram puts off what its requester is told, and until when."""

from __future__ import annotations

from datetime import timedelta

from bot.delivery.rules.retry import Outcome, Sent, Wait
from bot.storage import outbox, requests
from bot.storage.deliveries import Delivery
from bot.storage.work import Work

_LONG = timedelta(minutes=1)
_SAID = ("card", "files", "notice")  # kinds of what somebody is told about a request


def redraw(work: Work, delivery: Delivery, outcome: Outcome) -> None:
    """Has the cards of a request drawn anew where Telegram puts off what its requester or filer is told.

    And once it arrives so late that they may say so.
    """
    if delivery.request is None or delivery.kind not in _SAID:
        return
    put_off = isinstance(outcome, Wait) and timedelta(seconds=outcome.seconds) > _LONG
    late = isinstance(outcome, Sent) and work.now - delivery.at > _LONG
    request = requests.load(work, delivery.request) if put_off or late else None
    if request is not None and delivery.person in (request.requester, request.filer):
        work.because(f"{delivery.dedupe}:postponed:{work.now.isoformat()}")
        outbox.refresh(work, delivery.request)
