"""What time does to whom complete files no longer name: pre-deleted after a while, then gone for good."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, exists, select

from bot.ent.creation import MANUAL
from bot.ent.embedded.database import Database
from bot.ent.embedded.enrolment import index, remove
from bot.ent.embedded.feeding import deleted
from bot.ent.embedded.feeding.options import Delays
from bot.ent.embedded.tables import ENT
from bot.terms import Profile

_BATCH = 200  # accounts in one transaction, so that nobody waits for long
_ACCOUNTS = ENT.tables["ent_accounts"]
_FAMILIES = ENT.tables["ent_families"]
_HELD = ENT.tables["ent_held"]
_OURS = (_ACCOUNTS.c.source != MANUAL) & _ACCOUNTS.c.missing_since.is_not(None)
_DUE = select(_ACCOUNTS.c.id).where(
    _OURS, _ACCOUNTS.c.deleted_at.is_(None), _ACCOUNTS.c.missing_since <= bindparam("before")
)
_BY_HAND = _ACCOUNTS.c.source == MANUAL  # a school pre-deletes those itself
_OVER = select(_ACCOUNTS.c.id).where(_OURS | _BY_HAND, _ACCOUNTS.c.deleted_at <= bindparam("before"))
_IDS: Any = bindparam("ids", expanding=True)
_PARENTS = select(_FAMILIES.c.relative).where(_FAMILIES.c.student.in_(_IDS)).distinct()
_CHILDLESS = (
    (_ACCOUNTS.c.source != MANUAL)
    & (_ACCOUNTS.c.profile == Profile.RELATIVE.value)
    & _ACCOUNTS.c.missing_since.is_(None)
    & ~exists().where(_FAMILIES.c.relative == _ACCOUNTS.c.id)
)


async def depart(database: Database, now: datetime, delays: Delays) -> tuple[int, int]:
    """Pre-deletes and deletes who is due; how many of each. A second call at the same moment changes nothing.

    Accounts made by hand stay, but for those that their school pre-deleted.
    Parents left without any child by a deletion begin to wait themselves.
    """
    await database.run(
        lambda connection: connection.execute(_HELD.delete().where(_HELD.c.since <= now - delays.held)).rowcount
    )
    predeleted = gone = 0
    while count := await database.run(lambda connection: _predelete(connection, now, delays)):
        predeleted += count
    while count := await database.run(lambda connection: _delete(connection, now, delays)):
        gone += count
    return predeleted, gone


def _predelete(connection: Connection, now: datetime, delays: Delays) -> int:
    ids = _due(connection, _DUE, now - delays.waiting)
    if ids:
        connection.execute(_ACCOUNTS.update().where(_ACCOUNTS.c.id.in_(ids)).values(deleted_at=now))
    return len(ids)


def _delete(connection: Connection, now: datetime, delays: Delays) -> int:
    ids = _due(connection, _OVER, now - delays.predeleted)
    parents = list(connection.execute(_PARENTS, {"ids": ids}).scalars()) if ids else []
    for one in ids:
        remove(connection, one)
    deleted.note(connection, ids, now)
    if parents:
        left = _ACCOUNTS.update().where(_ACCOUNTS.c.id.in_(parents), _CHILDLESS)
        connection.execute(left.values(missing_since=now))
        index(connection, sorted(set(parents) - set(ids)))
    return len(ids)


def _due(connection: Connection, statement: Any, before: datetime) -> list[str]:
    """The next accounts that are due, locked against a file that brings them back at the same time."""
    rows = statement.order_by(_ACCOUNTS.c.id).limit(_BATCH).with_for_update()
    return list(connection.execute(rows, {"before": before}).scalars())
