"""Undelivered notices: an operator lists them, has them sent again, or gives them up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.delivery.rules.lifecycle import DeliveryEvent, fire
from bot.storage import gauges, undelivered
from bot.storage.audit.lines import Line
from bot.storage.undelivered import Undelivered
from bot.storage.work import Work
from bot.terms import DeliveryState

LATE = timedelta(minutes=10)  #: a notice that is queued for longer is in trouble


def overview(work: Work, limit: int) -> tuple[dict[str, int], list[Undelivered]]:
    """How many notices are queued, uncertain and dead; and the newest `limit` of those in trouble, oldest first."""
    return gauges.read(work).outbox, undelivered.late(work, work.now - LATE, limit)


def say_again(work: Work, numbers: Sequence[int], states: Sequence[str]) -> tuple[int, int]:
    """Queues the notices of these numbers, and all in these states, as if nobody had tried yet.

    Returns how many they are, and how many of them may so be said twice. Raises `ValueError`, and changes nothing,
    where one cannot be queued again.
    """
    chosen = _chosen(work, numbers, states, DeliveryEvent.REQUEUE)
    undelivered.requeue(work, [row.id for row in chosen])
    work.trace(Line("outbox_retry", facts={"count": len(chosen)}))
    return len(chosen), sum(row.state is DeliveryState.UNCERTAIN for row in chosen)


def give_up(work: Work, numbers: Sequence[int], states: Sequence[str]) -> int:
    """Drops the notices of these numbers, and all in these states; returns how many they are.

    Raises `ValueError`, and changes nothing, where one cannot be dropped.
    """
    chosen = _chosen(work, numbers, states, DeliveryEvent.DROP)
    undelivered.drop(work, [row.id for row in chosen])
    work.trace(Line("outbox_drop", facts={"count": len(chosen)}))
    return len(chosen)


def _chosen(work: Work, numbers: Sequence[int], states: Sequence[str], event: DeliveryEvent) -> list[Undelivered]:
    rows = undelivered.lock(work, numbers, states)
    if unknown := sorted(set(numbers) - {row.id for row in rows}):
        raise ValueError(f"the outbox has no notice {unknown[0]}")
    for row in rows:
        if row.claimed:
            raise ValueError(f"notice {row.id} is being sent just now: look again in a minute")
        try:
            fire(event, row.kind, row.state)
        except ValueError as error:
            raise ValueError(f"notice {row.id} is {row.state}: there is nothing left to do") from error
    return rows
