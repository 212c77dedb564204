"""Brings a database to the present schema: the desk's tables, and those of others that share the database."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

_HERE = Path(__file__).parent
_LOCK = text("SELECT pg_advisory_xact_lock(7261105)")  # an arbitrary number that nothing else here locks


def upgrade(connection: Connection, extra: Sequence[Path] = ()) -> None:
    """Brings the database to the newest version of every branch, in the connection's own transaction.

    `extra` are the folders of further branches, such as the embedded ENT's. Replicas that start together wait for
    each other: on SQLite by the write transaction, on PostgreSQL by a lock held until the commit.
    """
    from alembic import command  # Alembic is slow to import, and most starts have nothing to migrate

    if connection.dialect.name == "postgresql":
        connection.execute(_LOCK)
    config = _config(extra)
    config.attributes["connection"] = connection
    command.upgrade(config, "heads")


class Schema(Enum):
    """A database's schema compared with this code's."""

    BEHIND = "behind"  #: older: it must be migrated
    PRESENT = "present"  #: the same
    NEWER = "newer"  #: of a later release, with which this one can still work


def schema(connection: Connection, extra: Sequence[Path] = ()) -> Schema:
    """Compares the database's schema with this code's, by the names of the versions.

    Done without Alembic, because a running bot asks for this, and Alembic is slow to import.
    """
    if not inspect(connection).has_table("alembic_version"):
        return Schema.BEHIND
    kept = connection.execute(text("SELECT version_num FROM alembic_version")).scalars()
    reached = {name[0]: name for name in kept}
    ours = [_newest(folder) for folder in (_HERE / "versions", *extra)]
    if any(reached.get(name[0], "") < name for name in ours):
        return Schema.BEHIND
    return Schema.NEWER if any(reached[name[0]] > name for name in ours) else Schema.PRESENT


def _newest(folder: Path) -> str:
    """The newest version of a branch, such as `d0005`: files are named after their version."""
    return max(file.stem for file in folder.glob("[a-z][0-9]*.py")).partition("_")[0]


def _config(extra: Sequence[Path]) -> Config:
    from alembic.config import Config

    folders = [_HERE / "versions", *extra]
    config = Config()
    config.set_main_option("script_location", _escaped(str(_HERE)))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", _escaped("\n".join(str(folder) for folder in folders)))
    return config


def _escaped(option: str) -> str:
    return option.replace("%", "%%")  # a percent sign would begin an interpolation
