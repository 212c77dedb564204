"""Batches: finds the rows of a kind whose time is over, and deletes some hundreds of them in one transaction."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, tuple_, type_coerce

from bot.storage.purging import cutting, departing, sweeping
from bot.storage.purging.kinds import Kind
from bot.storage.tables import DESK
from bot.storage.work import Work

BATCH = 500  #: rows looked at in one transaction; of requests, which bring many others along, a tenth
_MANY = 10_000  # overdue rows that are counted
_UPDATE = re.compile(r"tg:\d+:(\d+)(?:$|[:#])")
_CONSENTS = DESK.tables["consents"]
_PARKED = DESK.tables["parked"]
_SCREENS = DESK.tables["screens"]

Key = tuple[Any, ...]


def purge(work: Work, kind: Kind, before: datetime, after: Key | None = None) -> Key | None:
    """Deletes a batch of the rows whose time counts from before that moment, the oldest first.

    Returns where the next batch goes on, to be passed as `after`; None where nothing is left.
    """
    if kind.name == "audit":  # its oldest lines by position, so that what is left is still a chain
        return cutting.cut(work, before, BATCH)
    order = (kind.since, *kind.key)
    wanted = select(*order).where(kind.since < before, *kind.where)
    if after is not None:
        given = (type_coerce(value, column.type) for value, column in zip(after, order, strict=True))
        wanted = wanted.where(tuple_(*order) > tuple_(*given))
    limit = BATCH // 10 if kind.name == "requests" else BATCH
    locked = wanted.order_by(*order).limit(limit).with_for_update(skip_locked=True, of=kind.table)
    rows = [tuple(row) for row in work.execute(locked)]
    doomed = [row[1:] for row in rows]
    if kind.name == "causes":
        doomed = _without_parked(work, doomed)
    if kind.name == "requests":
        doomed = [(number,) for number in departing.departing(work, [row[0] for row in doomed], before)]
    if doomed:
        _delete(work, kind, doomed)
    return rows[-1] if len(rows) == limit else None


def _delete(work: Work, kind: Kind, doomed: Sequence[Key]) -> None:
    """Deletes these rows; those that somebody began to use since they were chosen stay."""
    if kind.numbered:
        sweeping.spend(work, kind.table.name, max(row[0] for row in doomed))
    if kind.screens:
        about = [f"{screen}:{row[0]}" for screen in kind.screens for row in doomed]
        work.execute(delete(_SCREENS).where(_SCREENS.c.about.in_(about)))
    if kind.name == "requests":
        departing.depart(work, [row[0] for row in doomed])
        return
    key = kind.key
    mine = key[0].in_([row[0] for row in doomed]) if len(key) == 1 else tuple_(*key).in_(doomed)
    if kind.name == "people":  # what was answered about them goes along
        work.execute(delete(_CONSENTS).where(_CONSENTS.c.child.in_(select(key[0]).where(mine, *kind.where))))
    work.execute(delete(kind.table).where(mine, *kind.where))


def _without_parked(work: Work, doomed: Sequence[Key]) -> list[Key]:
    """The causes without those of parked updates: a replay would do twice what was done before."""
    parked = set(work.execute(select(_PARKED.c.update_id).where(_PARKED.c.update_id.is_not(None))).scalars())
    older = select(_PARKED.c.body).where(_PARKED.c.update_id.is_(None))  # parked by the release before, or unreadable
    parked |= {update_number(body) for body in work.execute(older).scalars()}
    return [row for row in doomed if _update_of(row[0]) not in parked]


def _update_of(cause: str) -> int:
    """The number of the update that the cause belongs to; -1 where it belongs to none."""
    found = _UPDATE.search(cause)
    return int(found[1]) if found else -1


def update_number(body: str) -> int | None:
    """The number of a parked update, from its text; None where it names none."""
    try:
        number = json.loads(body).get("update_id")
    except (ValueError, AttributeError, RecursionError):
        return None
    return number if isinstance(number, int) and 0 <= number < 2**63 else None


def overdue(work: Work, kind: Kind, before: datetime) -> tuple[datetime | None, int]:
    """The moment from which the time of the oldest row counts, and how many rows are over it.

    At most 10 000 are counted. The moment is None where there is no row of that kind.
    """
    oldest: datetime | None = work.execute(select(func.min(kind.since)).where(*kind.where)).scalar()
    if oldest is None or oldest >= before:
        return oldest, 0
    some = select(kind.key[0]).where(kind.since < before, *kind.where).limit(_MANY).subquery()
    return oldest, int(work.execute(select(func.count()).select_from(some)).scalar_one())
