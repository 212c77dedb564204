"""Brings a database to the present schema: the desk's versions, and those of whoever shares the database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

if TYPE_CHECKING:
    from alembic.config import Config

_HERE = Path(__file__).parent
_LOCK = text("SELECT pg_advisory_xact_lock(7261105)")  # any number, as long as nothing else of ours takes it


def upgrade(connection: Connection, extra: Sequence[Path] = ()) -> None:
    """Brings the database to the newest version of every branch, inside the connection's own transaction.

    `extra` names the folders of further branches, such as the embedded ENT's. Replicas that start together
    take turns: on SQLite by the write transaction, on PostgreSQL by a lock held until the commit.
    """
    from alembic import command  # Alembic is slow to import, and most starts have nothing to migrate

    if connection.dialect.name == "postgresql":
        connection.execute(_LOCK)
    config = _config(extra)
    config.attributes["connection"] = connection
    command.upgrade(config, "heads")


def head_is_reached(connection: Connection, extra: Sequence[Path] = ()) -> bool:
    """Whether the database stands at the newest version of every branch."""
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    reached = MigrationContext.configure(connection).get_current_heads()
    return set(ScriptDirectory.from_config(_config(extra)).get_heads()) <= set(reached)


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
