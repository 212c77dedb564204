"""Examining: what the database says of itself, for `palier doctor`; nothing that it does is kept."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from bot.storage.engine import Records
from bot.storage.tables import DESK
from bot.terms import Unavailable

_CAUSES = DESK.tables["causes"]
_SERVER = text(
    "SELECT current_setting('server_version_num')::int / 10000,"
    " current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int"
    " - (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'), clock_timestamp()"
)


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL server: its major version, how many more connections it takes, what time it has."""

    version: int
    free: int
    time: datetime


class _Undone(Exception):
    """Ends a transaction of which nothing is to stay."""


async def unwritable(records: Records) -> str:
    """Why nothing can be written; empty where something could. It is taken back."""

    def write(connection: Connection) -> None:
        connection.execute(_CAUSES.insert(), {"cause": f"doctor:{uuid.uuid4()}", "at": datetime.now(UTC)})
        raise _Undone

    try:
        await records.run(write)
    except _Undone:
        return ""
    except (Unavailable, DBAPIError) as error:
        return str(getattr(error, "orig", error))
    raise AssertionError("unreachable")


def server(connection: Connection) -> Server:
    """What a PostgreSQL server says of itself."""
    return Server(*connection.execute(_SERVER).one())


def journal(connection: Connection) -> str:
    """How a SQLite file is written: `wal` where readers and the writer do not wait for each other."""
    return str(connection.execute(text("PRAGMA journal_mode")).scalar_one())
