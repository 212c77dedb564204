"""The unit of work: one transaction, the moment it happens at, and the cause that must not act twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, delete

from bot.storage.engine import Records
from bot.storage.prepared import Answer, Prepared, Values, insert_once
from bot.storage.tables import DESK
from bot.terms import Done, Part, Person

T = TypeVar("T")
Clock = Callable[[], datetime]
_CAUSES = DESK.tables["causes"]
_OUTBOX = DESK.tables["outbox"]
_SEE = insert_once(_CAUSES)
_POST = insert_once(_OUTBOX)


class Work:
    """A transaction under way. Leaving it by an exception keeps nothing."""

    __slots__ = ("_first", "cause", "clock", "connection", "deliveries", "now", "parties", "people", "undone")

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self.connection = connection
        self.clock = clock  #: for what must know the time once it has waited for a lock
        self.now = clock()
        self.cause = ""
        self._first = 0  #: place of the cause's first delivery in the list
        self.deliveries: list[dict[str, Any]] = []  #: rows for the outbox, inserted together at the end
        self.people: dict[int, Person] = {}  #: those read so far, by number: each is read once
        self.parties: dict[int, list[tuple[int, Part]]] = {}  #: those read so far, by request number
        self.undone = False

    def open(self, cause: str) -> None:
        """Binds the work to what brought it about; raises `Done` where that was seen before."""
        self.because(cause)
        if not self.run(_SEE, {"cause": cause, "at": self.now}).rowcount:
            raise Done(cause)

    def because(self, cause: str) -> None:
        """Names the cause of the deliveries posted from now on."""
        self.cause = cause
        self._first = len(self.deliveries)

    def post(self, delivery: dict[str, Any]) -> None:
        """Adds a row to the outbox. Its `dedupe` is the cause and its place among the deliveries of that cause."""
        self.deliveries.append(delivery | {"dedupe": f"{self.cause}#{len(self.deliveries) - self._first}"})

    def undo(self) -> None:
        """Keeps nothing of this work, its cause neither: what it returns says how it goes on in another."""
        self.undone = True

    def run(self, statement: Prepared, values: Values | Sequence[Values]) -> Answer:
        """The database's answer to a prepared statement."""
        return statement.run(self.connection, values)

    def execute(
        self, statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> CursorResult[Any]:
        """The database's answer to one statement."""
        return self.connection.execute(statement, values)


class _Undone(Exception):
    """Rolls the transaction back; `result` is what the function returned nevertheless."""

    def __init__(self, result: Any) -> None:
        super().__init__()
        self.result = result


async def perform(records: Records, clock: Clock, cause: str, function: Callable[[Work], T]) -> tuple[T, bool]:
    """What the function returns once committed, and whether it told anybody; `Done` for a cause seen before.

    Without a cause it is the house's own bookkeeping, which may be done twice. A function that calls `Work.undo` has
    its result returned, and nothing committed.
    """

    def job(connection: Connection) -> tuple[T, bool]:
        work = Work(connection, clock)
        if cause:
            work.open(cause)
        result = function(work)
        if work.undone:
            raise _Undone(result)
        if work.deliveries:
            work.run(_POST, work.deliveries)
        return result, bool(work.deliveries)

    try:
        return await records.run(job)
    except _Undone as undone:
        result: T = undone.result
        return result, False


async def glance(records: Records, clock: Clock, function: Callable[[Work], T]) -> T:
    """What the function reads; it must not write."""
    return await records.read(lambda connection: function(Work(connection, clock)))


def forget_causes(work: Work, before: datetime) -> int:
    """How many causes older than `before` were dropped: Telegram brings nothing back after a day."""
    return work.execute(delete(_CAUSES).where(_CAUSES.c.at < before)).rowcount
