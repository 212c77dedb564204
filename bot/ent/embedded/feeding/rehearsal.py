"""The dry run: the run itself on copies of the tables, that only its own connection sees and that are rolled back.

A transaction that is never committed would hold up a running bot for as long as it lasts: on SQLite nobody else could
write, on PostgreSQL nobody could log in to an account that it changed. So the tables that a feed writes are copied to
temporary ones of the same name, which both databases look up first; the others are only read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

_NAMES = (
    "structures",
    "accounts",
    "attachments",
    "families",
    "fed",
    "held",
    "awaited",
    "feed_runs",
    "feed_files",
    "duplicates",
)
WRITTEN = tuple(f"ent_{name}" for name in _NAMES)
"""The tables that a feed writes, apart from the search index, which a dry run leaves alone."""


@contextmanager
def rehearsed(connection: Connection) -> Iterator[None]:
    """Has the connection write to copies of those tables, and to nothing else, until its transaction is rolled back.

    To be called first in the transaction.
    """
    if connection.dialect.name == "postgresql":
        _copy_on_server(connection)
        yield
        return
    connection.execute(text("PRAGMA query_only = OFF"))
    try:
        _copy_in_file(connection)
        yield
    finally:
        connection.execute(text("PRAGMA query_only = ON"))


def _copy_on_server(connection: Connection) -> None:
    """Copies the tables on PostgreSQL; from then on, the server refuses to write to any but temporary ones."""
    connection.execute(text("SET TRANSACTION READ WRITE"))
    schema = connection.execute(text("SELECT current_schema()")).scalar_one()
    for name in WRITTEN:
        connection.execute(text(f"CREATE TEMP TABLE {name} (LIKE {schema}.{name} INCLUDING ALL) ON COMMIT DROP"))
        connection.execute(text(f"INSERT INTO {name} SELECT * FROM {schema}.{name}"))
        connection.execute(text(f"ANALYZE {name}"))
    connection.execute(text("DISCARD PLANS"))  # those made before would still name the real tables
    connection.execute(text("SET TRANSACTION READ ONLY"))


def _copy_in_file(connection: Connection) -> None:
    """Copies the tables on SQLite, with the constraints and indexes that they have in the file."""
    made = text("SELECT type, name, sql FROM main.sqlite_master WHERE tbl_name = :name AND sql IS NOT NULL")
    for name in WRITTEN:
        parts = connection.execute(made, {"name": name}).all()
        for part in sorted(parts, key=lambda one: one.type != "table"):
            if part.type == "table":
                connection.exec_driver_sql(part.sql.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
                connection.exec_driver_sql(f"INSERT INTO temp.{name} SELECT * FROM main.{name}")
            else:
                connection.exec_driver_sql(part.sql.replace(f"INDEX {part.name}", f"INDEX temp.{part.name}", 1))
