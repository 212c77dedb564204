"""Lines of the audit for tests: written as the house does, and changed by hand as nobody may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.audit import Line
from bot.storage.audit.appending import LINES
from bot.storage.audit.faults import Fault, Mark, Verdict
from bot.storage.audit.lines import Written
from bot.storage.audit.walking import verify
from bot.storage.engine import Records
from bot.storage.work import Work, perform

NOW = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
TEN = 10


def clock() -> datetime:
    """The moment of every line."""
    return NOW


async def do(records: Records, function: Callable[[Work], Any]) -> Any:
    """What the function returns, run in a transaction."""
    return (await perform(records, clock, "", function))[0]


async def write(records: Records, count: int = TEN) -> None:
    """Appends so many lines, each in a transaction of its own, about two accounts."""
    for number in range(count):
        line = Line("take", number, 0, number, f"account-{number % 2}", "school", {"number": number})
        await do(records, partial(Work.trace, line=line))


async def verified(records: Records, since: Mark | None = None) -> Verdict:
    """What a walk through all lines finds."""
    return await records.read(lambda connection: verify(connection, since), long=True)


async def faults(records: Records) -> list[Fault]:
    """The faults that a walk finds."""
    return (await verified(records)).faults


def rows(connection: Connection) -> list[Written]:
    """The lines, in their order."""
    return [Written(*row) for row in connection.execute(select(LINES).order_by(LINES.c.position))]


def change(connection: Connection, position: int, **values: Any) -> None:
    """Changes a line by hand."""
    connection.execute(update(LINES).where(LINES.c.position == position).values(**values))


def put(connection: Connection, *lines: Written) -> None:
    """Puts these lines in the place of those at their positions."""
    for line in lines:
        connection.execute(delete(LINES).where(LINES.c.position == line.position))
        connection.execute(insert(LINES).values(**line._asdict()))


def remove(connection: Connection, *positions: int) -> None:
    """Deletes lines by hand."""
    connection.execute(delete(LINES).where(LINES.c.position.in_(positions)))


def renumber(connection: Connection, first: int, by: int) -> None:
    """Gives all lines from that position on other positions, without a clash on the way."""
    for step in (100_000, by - 100_000):
        connection.execute(update(LINES).where(LINES.c.position >= first).values(position=LINES.c.position + step))


def foreign(connection: Connection, position: int) -> Written:
    """A line that nobody appended, such as one who wants to blame somebody writes."""
    return rows(connection)[0]._replace(position=position, person=99, act="merge")
