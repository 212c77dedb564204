"""The unit of work: one transaction, the moment it happens at, and the cause that must not act twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, Table, delete
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.engine import Records
from bot.storage.tables import DESK
from bot.terms import Done

T = TypeVar("T")
_CAUSES = DESK.tables["causes"]
_OUTBOX = DESK.tables["outbox"]
_PARKED = DESK.tables["parked"]


class Work:
    """A transaction under way. Leaving it by an exception keeps nothing."""

    __slots__ = ("cause", "connection", "letters", "now")

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.connection = connection
        self.now = now
        self.cause = ""
        self.letters: list[dict[str, Any]] = []  #: outbox rows, written together at the end

    def open(self, cause: str) -> None:
        """Binds the work to what brought it about; raises `Done` where that was seen before."""
        self.cause = cause
        if not self.execute(_SEE[self.connection.dialect.name], {"cause": cause, "at": self.now}).rowcount:
            raise Done(cause)

    def execute(
        self, statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> CursorResult[Any]:
        """The database's answer to one statement."""
        return self.connection.execute(statement, values)


def insert_once(table: Table) -> dict[str, Executable]:
    """An insert that lets an equal row stand, prepared for each database by the name of its dialect."""
    return {
        "sqlite": sqlite.insert(table).on_conflict_do_nothing(),
        "postgresql": postgresql.insert(table).on_conflict_do_nothing(),
    }


_SEE = insert_once(_CAUSES)
_POST = insert_once(_OUTBOX)


async def perform(records: Records, now: datetime, cause: str, function: Callable[[Work], T]) -> tuple[T, bool]:
    """What the function returns once committed, and whether it told anybody; `Done` for a cause seen before.

    Without a cause it is the house's own bookkeeping, which may be done twice.
    """

    def job(connection: Connection) -> tuple[T, bool]:
        work = Work(connection, now)
        if cause:
            work.open(cause)
        result = function(work)
        if work.letters:
            work.execute(_POST[connection.dialect.name], work.letters)
        return result, bool(work.letters)

    return await records.run(job)


async def glance(records: Records, now: datetime, function: Callable[[Work], T]) -> T:
    """What the function reads; it must not write."""
    return await records.read(lambda connection: function(Work(connection, now)))


def park(work: Work, body: str, reason: str) -> None:
    """Keeps an update that could not be treated, for an operator."""
    work.execute(_PARKED.insert(), {"at": work.now, "reason": reason, "body": body})


def forget_causes(work: Work, before: datetime) -> int:
    """How many causes older than `before` were dropped: Telegram brings nothing back after a day."""
    return work.execute(delete(_CAUSES).where(_CAUSES.c.at < before)).rowcount
