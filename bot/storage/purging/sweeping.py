"""Sweeping: when the records were last swept, whether the clock may be believed, which numbers were deleted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update

from bot.storage.prepared import Prepared, insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work

_PURGES = DESK.tables["purges"]
_CAUSES = DESK.tables["causes"]
_SWEEP = "sweep"  # the row of the sweep as a whole
_JUMP = timedelta(days=2)  # between two sweeps; a longer time may be a clock that is ahead
_DOUBT = timedelta(minutes=59)  # the next sweep, an hour later, must not find it a moment too short
_BACK = timedelta(minutes=5)  # replicas' clocks differ by less
_CREATE = insert_once(_PURGES)
_LAST = Prepared(select(_PURGES.c.last).where(_PURGES.c.name == bindparam("key")))


def begin(work: Work) -> bool:
    """Records that a sweep begins now; False where the clock cannot be believed, and so nothing may be deleted.

    It is not believed for an hour after it went back, or forward by more than two days since the last sweep: rows
    deleted by a clock that was ahead could not be brought back. The first sweep compares it with the newest cause.
    """
    row = _row(work)
    went = work.now - row.at
    doubted = row.doubted_at
    if doubted is not None and doubted > work.now:  # written by a clock that was ahead
        doubted = None
    if not -_BACK <= went <= _JUMP:
        doubted = work.now
    believed = doubted is None or work.now - doubted >= _DOUBT
    _set(work, _SWEEP, at=work.now, doubted_at=None if believed else doubted)
    return believed


def _row(work: Work) -> Any:
    first = work.execute(select(func.max(_CAUSES.c.at)).where(_CAUSES.c.cause != work.cause)).scalar()
    work.run(_CREATE, {"name": _SWEEP, "at": first or work.now, "last": 0})
    return work.execute(select(_PURGES).where(_PURGES.c.name == _SWEEP).with_for_update()).one()


def spend(work: Work, table: str, number: int) -> None:
    """Records that the row of that number was deleted, so that none of the table gets it again."""
    work.run(_CREATE, {"name": table, "at": work.now, "last": 0})
    highest = update(_PURGES).where(_PURGES.c.name == table, _PURGES.c.last < number)
    work.execute(highest.values(at=work.now, last=number))


def settle(work: Work, table: str, number: int) -> int:
    """The number of a row that was just inserted under `number`; another one where that was a deleted row's.

    Buttons and messages in chats still name the deleted one. PostgreSQL never gives a number twice; SQLite goes on
    from the highest row that is left.
    """
    if work.connection.dialect.name != "sqlite":
        return number
    found = work.run(_LAST, {"key": table}).first()
    if found is None or number > found.last:
        return number
    rows = DESK.tables[table]
    key = next(iter(rows.primary_key.columns))
    settled: int = found.last + 1
    work.execute(update(rows).where(key == number).values({key.name: settled}))
    return settled


def _set(work: Work, name: str, at: datetime, doubted_at: datetime | None) -> None:
    work.execute(update(_PURGES).where(_PURGES.c.name == name).values(at=at, doubted_at=doubted_at))
