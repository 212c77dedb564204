"""Departing: closed requests are deleted whole, together with those that were merged into them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update

from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import DeliveryState, Status

_REQUESTS = DESK.tables["requests"]
_MESSAGES = DESK.tables["messages"]
_FILES = DESK.tables["attachments"]
_OUTBOX = DESK.tables["outbox"]
_ACTS = DESK.tables["interventions"]
#: tables whose column `request` names it
_WITH_IT = ("messages", "parties", "events", "cards", "outbox", "pairs", "particulars")


def departing(work: Work, roots: Sequence[int], before: datetime) -> list[int]:
    """The requests that may be deleted: those of `roots`, and all that were merged into them, step by step.

    A root stays with all that belongs to it where one of these is not closed, or was closed later than `before`;
    and where something about one of them still waits to be sent.
    """
    root_of = {number: number for number in roots}
    staying, frontier = set[int](), list(roots)
    while frontier:
        merged = select(_REQUESTS.c.number, _REQUESTS.c.merged_into, _REQUESTS.c.status, _REQUESTS.c.closed_at)
        rows = work.execute(merged.where(_REQUESTS.c.merged_into.in_(frontier)).with_for_update()).all()
        fresh = [row for row in rows if row.number not in root_of]
        for row in fresh:
            root_of[row.number] = root_of[row.merged_into]
            if row.status != Status.CLOSED or row.closed_at is None or row.closed_at >= before:
                staying.add(root_of[row.number])
        frontier = [row.number for row in fresh]
    staying |= {root_of[number] for number in _told(work, root_of)}
    return sorted(number for number, root in root_of.items() if root not in staying)


def _told(work: Work, numbers: Iterable[int]) -> set[int]:
    waiting = (_OUTBOX.c.state == DeliveryState.QUEUED.value, _OUTBOX.c.request.in_(sorted(numbers)))
    return set(work.execute(select(_OUTBOX.c.request).where(*waiting)).scalars())


def depart(work: Work, numbers: Sequence[int]) -> None:
    """Deletes these requests with their messages, files, parties, cards, particulars, audit and deliveries.

    The acts on the ENT that helped to solve them stay for their own time, and no longer name them.
    """
    theirs = select(_MESSAGES.c.id).where(_MESSAGES.c.request.in_(numbers))
    work.execute(delete(_FILES).where(_FILES.c.message.in_(theirs)))
    for name in _WITH_IT:
        table = DESK.tables[name]
        work.execute(delete(table).where(table.c.request.in_(numbers)))
    work.execute(update(_ACTS).where(_ACTS.c.request.in_(numbers)).values(request=None))
    work.execute(delete(_REQUESTS).where(_REQUESTS.c.number.in_(numbers)))
