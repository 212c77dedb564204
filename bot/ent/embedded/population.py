"""Fills the embedded ENT with an invented académie of any size: schools, pupils, families, staff.

The same seed gives the same accounts.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from sqlalchemy import Connection, select, text

from bot.ent.embedded.database import Database
from bot.ent.embedded.enrolment import make_known, unknown, write
from bot.ent.embedded.schooling import TOP, School, schools
from bot.ent.embedded.tables import ENT

_TOGETHER = 5  # schools in one transaction
_CHUNK = 2000  # accounts indexed in one transaction
_INDEX = "CREATE INDEX ent_search_terms ON ent_search USING gin (terms) WITH (fastupdate = off)"  # as its version
_STRUCTURES = ENT.tables["ent_structures"]
Progress = Callable[[int, int], None]


async def seed_many(
    records: Database, accounts: int, progress: Progress = lambda done, all_: None, seed: int = 1
) -> None:
    """Writes `accounts` invented accounts; calls `progress(done, all)` after each step.

    Raises ValueError if an invented world is there already.
    """
    if await records.read(_is_there):
        raise ValueError("the embedded ENT has a world of many accounts already")
    await records.run(_make_room)
    try:
        await _fill(records, accounts, progress, seed)
    finally:
        await records.run(_settle)


async def _fill(records: Database, accounts: int, progress: Progress, seed: int) -> None:
    towns, written = schools(Random(seed)), 0
    while written < accounts:
        taken = [next(towns) for _ in range(_TOGETHER)]
        left = accounts - written
        written += await records.run(lambda connection: _write(connection, taken, left))  # noqa: B023
        progress(written, 2 * accounts)
    ids = await records.read(unknown)
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        await records.run(lambda connection: make_known(connection, chunk))  # noqa: B023
        progress(accounts + min(start + _CHUNK, accounts), 2 * accounts)


def _is_there(connection: Connection) -> bool:
    return connection.execute(select(_STRUCTURES.c.id).where(_STRUCTURES.c.id == TOP)).first() is not None


def _make_room(connection: Connection) -> None:
    """Gives SQLite a large cache, and drops PostgreSQL's search index: it is faster to build at the end."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA cache_size = -262144"))
    else:
        connection.execute(text("DROP INDEX ent_search_terms"))


def _write(connection: Connection, taken: list[School], left: int) -> int:
    """Writes the schools with at most `left` accounts; returns how many accounts were written."""
    written = 0
    for school in taken:
        people = school.people[: left - written]
        if people:
            write(connection, school.structures, people, school.groups)
        written += len(people)
    return written


def _settle(connection: Connection) -> None:
    """Rebuilds PostgreSQL's search index and statistics, or compacts SQLite's index, so that searches are fast."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("CREATE INDEX ent_search_terms ON ent_search USING gin (terms) WITH (fastupdate = off)")
        )
        connection.execute(text("ANALYZE ent_accounts, ent_search, ent_attachments, ent_families, ent_structures"))
    else:
        connection.execute(text("INSERT INTO ent_fts (ent_fts) VALUES ('optimize')"))
