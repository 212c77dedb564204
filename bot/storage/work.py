"""The unit of work: one transaction, with its moment, its cause, the deliveries it posts and the lines it traces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, bindparam, literal_column, select, update

from bot.storage.audit.appending import append
from bot.storage.audit.lines import Line
from bot.storage.engine import Records
from bot.storage.prepared import Answer, Prepared, Values, insert_once
from bot.storage.tables import DESK
from bot.terms import DeliveryLane, Done, Part, Person

T = TypeVar("T")
Clock = Callable[[], datetime]
_CAUSES = DESK.tables["causes"]
_OUTBOX = DESK.tables["outbox"]
_SEE = insert_once(_CAUSES)
_POST = insert_once(_OUTBOX)
_ACTS: ContextVar[tuple[int, int] | None] = ContextVar("acts", default=None)
_BEFORE = (
    select(_OUTBOX.c.id)
    .where(
        _OUTBOX.c.chat_id == bindparam("chat"),
        literal_column("state = 'queued'"),
        _OUTBOX.c.lane > literal_column("0"),
        _OUTBOX.c.lane < literal_column(str(int(DeliveryLane.ANNOUNCEMENTS))),  # these hold up no answer
        _OUTBOX.c.claimed_until.is_(None),
    )
    .with_for_update(skip_locked=True)  # what a courier is just taking goes anyway
)
_HURRY = Prepared(update(_OUTBOX).where(_OUTBOX.c.id.in_(_BEFORE)).values(lane=literal_column("0")))


class Work:
    """A transaction under way. An exception rolls it back."""

    __slots__ = (
        "_first",
        "answers",
        "bot",
        "cause",
        "clock",
        "connection",
        "deliveries",
        "lines",
        "now",
        "parties",
        "people",
        "schools",
        "scrubs",
        "undone",
        "where",
    )

    def __init__(self, connection: Connection, clock: Clock, bot: int = 0) -> None:
        self.connection = connection
        self.bot = bot  #: Telegram's number of the bot that serves: messages and files of others are not its own
        self.clock = clock  #: for code that waits for a lock and then needs the present moment
        self.now = clock()
        self.cause = ""
        self.answers = 0  #: the chat of whoever acts, where deliveries are answers; 0 where nobody does
        self.where: tuple[int, int] | None = None  #: chat and topic of whoever acts; None where nobody in a chat does
        self._first = 0  #: index of the first delivery of the present cause
        self.deliveries: list[dict[str, Any]] = []  #: rows for the outbox, inserted together at the end
        self.lines: list[Line] = []  #: lines of the audit, appended together at the very end
        self.people: dict[int, Person] = {}  #: people read so far, by `id`: each is read once
        self.parties: dict[int, list[tuple[int, Part]]] = {}  #: parties read so far, by request number
        self.schools: dict[int, str] = {}  #: what the requests seen so far are about: structures, by request number
        self.scrubs = False  #: whether what it deletes must be wiped from the database's files, too
        self.undone = False

    def open(self, cause: str) -> None:
        """Records the cause of this work; raises `Done` where the cause was seen before."""
        self.because(cause)
        if not self.run(_SEE, {"cause": cause, "at": self.now}).rowcount:
            raise Done(cause)

    def because(self, cause: str) -> None:
        """Sets the cause of the deliveries posted from now on."""
        self.cause = cause
        self._first = len(self.deliveries)

    def post(self, delivery: dict[str, Any]) -> None:
        """Adds a row to the outbox. Its `dedupe` is the cause, and its index among the deliveries of that cause.

        In the chat of whoever acts, it goes to the topic in which they do (0 for the chat itself); elsewhere to none.
        """
        delivery["topic"] = self.topic(delivery["chat_id"])
        self.deliveries.append(delivery | {"dedupe": f"{self.cause}#{len(self.deliveries) - self._first}"})

    def trace(self, line: Line) -> None:
        """Adds a line to the audit, at the end of this transaction."""
        self.lines.append(line)

    def topic(self, chat_id: int) -> int | None:
        """The topic of that chat in which somebody acts, 0 for the chat itself; None where nobody acts there."""
        return self.where[1] if self.where is not None and self.where[0] == chat_id else None

    def undo(self) -> None:
        """Has the transaction rolled back at its end, its cause too; its result is returned all the same."""
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
    """Raised to roll the transaction back; `result` is what the function returned."""

    def __init__(self, result: Any) -> None:
        super().__init__()
        self.result = result


@contextmanager
def acting(chat_id: int, topic: int) -> Iterator[None]:
    """Until its end, somebody acts in that topic of that chat: what this leads to in the same chat is said there."""
    token = _ACTS.set((chat_id, topic))
    try:
        yield
    finally:
        _ACTS.reset(token)


async def perform(
    records: Records, clock: Clock, cause: str, function: Callable[[Work], T], bot: int = 0
) -> tuple[T, bool]:
    """Runs the function in a transaction; returns its result after the commit, and whether it posted deliveries.

    Raises `Done` where the cause was seen before; an empty cause is not recorded. Where the function calls
    `Work.undo`, its result is returned, and nothing is committed.
    """

    scrubs, where = False, _ACTS.get()

    def job(connection: Connection) -> tuple[T, bool]:
        nonlocal scrubs
        work = Work(connection, clock, bot)
        work.where = where  # a thread of its own, or a transaction shared with others, does not have it
        if cause:
            work.open(cause)
        result = function(work)
        if work.undone:
            raise _Undone(result)
        _write_collected(work)
        scrubs = work.scrubs
        return result, bool(work.deliveries)

    try:
        done = await records.run(job)
    except _Undone as undone:
        result: T = undone.result
        return result, False
    if scrubs:
        await records.scrub()  # where that takes long, upkeep does it
    return done


def _write_collected(work: Work) -> None:
    """Writes the deliveries, then the lines of the audit: nothing may be locked after these."""
    if work.deliveries:
        work.run(_POST, work.deliveries)
        _hurry(work)
    if work.lines:
        append(work.connection, work.now, work.lines)


def _hurry(work: Work) -> None:
    """Has what stands before an answer in its chat go with it, since the deliveries of one chat keep their order."""
    if any(one["lane"] == DeliveryLane.ANSWERS and one["chat_id"] == work.answers for one in work.deliveries):
        work.run(_HURRY, {"chat": work.answers})


async def glance(
    records: Records, clock: Clock, function: Callable[[Work], T], bot: int = 0, *, long: bool = False
) -> T:
    """Runs the function in a transaction that only reads; returns its result. Say `long` for one that takes time.

    Where it traces lines, they are written in a transaction of their own before that: without its line, nothing is
    seen. Raises `Unavailable` where they cannot be written.
    """

    def job(connection: Connection) -> tuple[T, list[Line]]:
        work = Work(connection, clock, bot)
        return function(work), work.lines

    result, lines = await records.read(job, long=long)
    if lines:
        await perform(records, clock, "", lambda work: work.lines.extend(lines), bot)
    return result
