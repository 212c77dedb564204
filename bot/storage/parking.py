"""Parked updates: those that no code could treat, kept as they came for an operator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update

from bot.storage.purging.batches import update_number
from bot.storage.tables import DESK
from bot.storage.work import Work

_PARKED = DESK.tables["parked"]


@dataclass(frozen=True, slots=True)
class Parked:
    """One parked update: as Telegram sent it, when it was parked, and why."""

    id: int
    at: datetime
    reason: str
    body: str


def park(work: Work, body: str, reason: str) -> None:
    """Parks an update, with the reason."""
    number = update_number(body)
    work.execute(_PARKED.insert(), {"at": work.now, "reason": reason, "body": body, "update_id": number})


def count(work: Work) -> int:
    """How many updates are parked."""
    number: int = work.execute(select(func.count()).select_from(_PARKED)).scalar_one()
    return number


def newest(work: Work, limit: int) -> list[Parked]:
    """The last `limit` updates that were parked, oldest first."""
    rows = work.execute(select(_PARKED).order_by(_PARKED.c.id.desc()).limit(limit)).all()
    return [Parked(row.id, row.at, row.reason, row.body) for row in reversed(rows)]


def numbers(work: Work) -> list[int]:
    """The numbers of all parked updates, in the order they came."""
    return list(work.execute(select(_PARKED.c.id).order_by(_PARKED.c.id)).scalars())


def load(work: Work, number: int) -> Parked | None:
    """The parked update of that number; None where there is none."""
    row = work.execute(select(_PARKED).where(_PARKED.c.id == number)).first()
    return None if row is None else Parked(row.id, row.at, row.reason, row.body)


def explain(work: Work, number: int, reason: str) -> None:
    """Replaces the reason why an update is parked."""
    work.execute(update(_PARKED).where(_PARKED.c.id == number).values(reason=reason))


def remove(work: Work, numbers: Sequence[int]) -> None:
    """Deletes the parked updates of those numbers."""
    work.execute(delete(_PARKED).where(_PARKED.c.id.in_(list(numbers))))
