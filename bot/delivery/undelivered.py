"""Undelivered notices: what an operator sees of them, says again, or gives up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.storage import gauges, undelivered
from bot.storage.undelivered import Undelivered
from bot.storage.work import Work

LATE = timedelta(minutes=10)  #: queued for longer, a notice is worth looking at


def overview(work: Work, limit: int) -> tuple[dict[str, int], list[Undelivered]]:
    """How many notices are queued, uncertain, dead; and the newest of those in trouble, newest last."""
    return gauges.read(work).outbox, undelivered.late(work, work.now - LATE, limit)


def say_again(work: Work, numbers: Sequence[int], states: Sequence[str]) -> tuple[int, int]:
    """How many notices are queued anew, and how many of them may so be said twice.

    They are those of these numbers, and all in these states; `ValueError` says why none is.
    """
    chosen = _chosen(work, numbers, states)
    undelivered.requeue(work, [row.id for row in chosen])
    return len(chosen), sum(row.state == "uncertain" for row in chosen)


def give_up(work: Work, numbers: Sequence[int], states: Sequence[str]) -> int:
    """How many notices were dropped: those numbers, and all in those states; `ValueError` says why none is."""
    chosen = _chosen(work, numbers, states)
    undelivered.drop(work, [row.id for row in chosen])
    return len(chosen)


def _chosen(work: Work, numbers: Sequence[int], states: Sequence[str]) -> list[Undelivered]:
    rows = undelivered.lock(work, numbers, states)
    if unknown := sorted(set(numbers) - {row.id for row in rows}):
        raise ValueError(f"the outbox has no notice {unknown[0]}")
    for row in rows:
        if row.held:
            raise ValueError(f"notice {row.id} is being sent just now: look again in a minute")
        if row.state in ("sent", "dropped"):
            raise ValueError(f"notice {row.id} is {row.state}: there is nothing left to do")
    return rows
