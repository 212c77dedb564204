"""Runs transactions, on SQLite or on PostgreSQL: each is a plain synchronous function of a connection.

The caller gets its answer only after the commit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from bot.storage.sqlite import SqliteRecords

T = TypeVar("T")


class Records(Protocol):
    """A database that runs synchronous functions in transactions."""

    async def run(self, function: Callable[[Connection], T]) -> T:
        """Runs the function in a transaction; returns what it returns, after the commit.

        Raises what the function raises, after a rollback; `Unavailable` where the database cannot be reached or
        cannot write.
        """
        ...

    async def read(self, function: Callable[[Connection], T], *, long: bool = False) -> T:
        """Runs the function in a transaction that only reads; returns what it returns.

        Say `long` for one that takes time: it is then run so that it does not hold up the others.
        """
        ...

    async def scrub(self, tables: Sequence[str] = ()) -> bool:
        """Wipes what was deleted from the database's files; returns whether that is done.

        Without `tables`, it is done only where it takes a moment. With them it may take long, and on a server only
        these tables are wiped. False also where somebody else reads what was deleted just now: try again later.
        """
        ...

    def now(self) -> datetime:
        """The present moment in UTC, by the one clock of all processes at this database: its server's, if it has one.

        Else, and as long as the server was not asked for the time yet, it is this machine's.
        """
        ...

    async def close(self) -> None:
        """Waits for the transactions under way, then closes the database."""
        ...


def open_records(url: str) -> Records:
    """Opens the records at `sqlite:///FILE` or `postgresql://…`; raises `ValueError` for any other address."""
    if url.startswith("sqlite:///"):
        return SqliteRecords(url)
    if url.startswith("postgresql://"):
        from bot.storage.postgres import PostgresRecords  # here, so that a bot on SQLite does not load its driver

        return PostgresRecords(url)
    raise ValueError("the database address must begin with sqlite:/// or postgresql://")
