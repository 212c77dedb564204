"""The accounts that the embedded ENT deleted for good, until whoever keeps something about them has erased it too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from bot.ent.embedded.database import Database
from bot.ent.embedded.tables import ENT

_DELETED = ENT.tables["ent_deleted"]


def note(connection: Connection, accounts: Sequence[str], at: datetime) -> None:
    """Notes that these accounts, which were there, are deleted for good."""
    if accounts:
        connection.execute(_DELETED.insert(), [{"account": one, "at": at} for one in accounts])


async def deleted(database: Database, limit: int) -> list[str]:
    """The accounts that were deleted, and are not settled, the first ones first; so many at most."""
    rows = select(_DELETED.c.account).order_by(_DELETED.c.at, _DELETED.c.account).limit(limit)
    return await database.read(lambda connection: list(connection.execute(rows).scalars()))


async def settle(database: Database, accounts: Sequence[str]) -> int:
    """Forgets that these accounts were deleted: nothing is kept about them any more. How many they were."""
    gone = _DELETED.delete().where(_DELETED.c.account.in_(accounts))
    return await database.run(lambda connection: connection.execute(gone).rowcount)
