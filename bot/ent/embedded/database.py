"""What every part of the embedded ENT works with: a database and a clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")


class Database(Protocol):
    """Runs functions in transactions; the desk's records are one."""

    async def run(self, function: Callable[[Connection], T]) -> T:
        """Runs the function in a transaction that may write, and returns its result after the commit."""
        ...

    async def read(self, function: Callable[[Connection], T], *, long: bool = False) -> T:
        """Runs the function on a consistent view that it only reads; set `long` if that may take a while."""
        ...


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class Slice:
    """Base class of the embedded ENT's implementation of each noun."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock
