"""Examining: looks at the database for `palier doctor`, and changes nothing in it."""

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
    """What a PostgreSQL server says of itself."""

    version: int  #: the major version
    free: int  #: how many more connections it takes
    time: datetime  #: by the server's clock


class _Undone(Exception):
    """Raised to roll a transaction back."""


async def unwritable(records: Records) -> str:
    """Tries to write, and rolls it back; returns why that failed, empty where it worked."""

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
    """Asks a PostgreSQL server for its version, its free connections and its time."""
    return Server(*connection.execute(_SERVER).one())


def journal(connection: Connection) -> str:
    """The journal mode of a SQLite file: with `wal`, readers and the writer do not wait for each other."""
    return str(connection.execute(text("PRAGMA journal_mode")).scalar_one())
