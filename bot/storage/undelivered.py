"""Undelivered: the rows of the outbox that are not surely at their reader's, as an operator sees and treats them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, or_, select, update

from bot.storage.tables import DESK
from bot.storage.work import Work

_OUTBOX = DESK.tables["outbox"]
_ENDED = ("uncertain", "dead")  #: states that no courier looks at again


@dataclass(frozen=True, slots=True)
class Undelivered:
    """One row, without whom it is for and what it says; `held` while a courier has it in hand."""

    id: int
    state: str
    kind: str
    request: int | None
    at: datetime
    attempts: int
    error: str
    held: bool


def late(work: Work, before: datetime, limit: int) -> list[Undelivered]:
    """The newest rows that are uncertain, dead, or queued since before that moment; oldest first."""
    waiting = and_(_OUTBOX.c.state == "queued", _OUTBOX.c.at <= before)
    wanted = _seen().where(or_(_OUTBOX.c.state.in_(_ENDED), waiting)).order_by(_OUTBOX.c.id.desc()).limit(limit)
    return [_undelivered(row) for row in reversed(work.execute(wanted).all())]


def lock(work: Work, numbers: Sequence[int], states: Sequence[str]) -> list[Undelivered]:
    """The rows of those numbers, and all in those states; nobody else changes them before the end of the work."""
    wanted = or_(_OUTBOX.c.id.in_(list(numbers)), _OUTBOX.c.state.in_(list(states)))
    rows = work.execute(_seen().where(wanted).order_by(_OUTBOX.c.id).with_for_update())
    return [_undelivered(row) for row in rows]


def requeue(work: Work, numbers: Iterable[int]) -> None:
    """Queues rows as if nobody had tried yet; each keeps its number, and so its place before what came after."""
    _set(work, numbers, {"state": "queued", "attempts": 0, "not_before": work.now, "error": ""})


def drop(work: Work, numbers: Iterable[int]) -> None:
    """Ends rows that nobody is to be told any more."""
    _set(work, numbers, {"state": "dropped"})


def _set(work: Work, numbers: Iterable[int], values: dict[str, Any]) -> None:
    """The same for each: any number of them, and a statement takes only so many values."""
    if rows := [{"key": number} for number in numbers]:
        work.execute(update(_OUTBOX).where(_OUTBOX.c.id == bindparam("key")).values(**values), rows)


def _seen() -> Select[Any]:
    of = _OUTBOX.c
    held = of.claimed_until.is_not(None).label("held")
    return select(of.id, of.state, of.kind, of.request, of.at, of.attempts, of.error, held)


def _undelivered(row: Row[Any]) -> Undelivered:
    return Undelivered(**row._mapping)
