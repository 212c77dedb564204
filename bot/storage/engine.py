"""Where transactions run: plain synchronous functions of a connection, on SQLite or on PostgreSQL.

Either way the caller gets its answer only after the commit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from bot.storage.sqlite import SqliteRecords

T = TypeVar("T")


class Records(Protocol):
    """A database that runs synchronous functions in transactions."""

    async def run(self, function: Callable[[Connection], T]) -> T:
        """What the function returns, after its commit; raises what it raises, with nothing kept.

        Raises `Unavailable` when the database cannot be reached or cannot write.
        """
        ...

    async def read(self, function: Callable[[Connection], T], *, long: bool = False) -> T:
        """What the function returns of a consistent view; it must not write.

        Said to be long, it is kept from holding up whoever needs but a moment.
        """
        ...

    async def close(self) -> None:
        """Ends what is under way, then lets go of the database."""
        ...


def open_records(url: str) -> Records:
    """The records behind `sqlite:///FILE` or `postgresql://…`; raises ValueError for any other address."""
    if url.startswith("sqlite:///"):
        return SqliteRecords(url)
    if url.startswith("postgresql://"):
        from bot.storage.postgres import PostgresRecords  # a bot on SQLite does without its driver

        return PostgresRecords(url)
    raise ValueError("the database address must begin with sqlite:/// or postgresql://")
