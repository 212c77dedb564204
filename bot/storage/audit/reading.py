"""Reading lines as they are kept, whatever somebody wrote into their columns: a line that cannot be read says so.

Nobody but who may write to the database can do that. The others, and the position of that one, are read all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select
from sqlalchemy.exc import DBAPIError

from bot.storage.audit.lines import UNREADABLE, Written
from bot.storage.tables import DESK

LINES = DESK.tables["audit"]
UNFIT = (ValueError, OverflowError, RecursionError, DBAPIError)  #: what reading a column may raise
_COLUMNS = [LINES.c[name] for name in Written._fields]
_KINDS: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("person", "level", "request"), (int, type(None))),
    **dict.fromkeys(("act", "account", "school", "salt", "digest", "chain"), str),
}
_LAST_YEAR = 9999  # a moment in it has no place on the clock of Paris


def read(connection: Connection, page: Select[Any]) -> list[Written]:
    """The lines that the statement selects from `LINES`, in its order; whatever columns it names, all are read.

    Of a line that cannot be read, only what can: its moment is `UNREADABLE`.
    """
    try:
        return [_written(row) for row in connection.execute(page.with_only_columns(*_COLUMNS))]
    except UNFIT as error:
        refuse_others(error)
    positions = connection.execute(page.with_only_columns(LINES.c.position)).scalars().all()
    return [one(connection, position) for position in positions]


def one(connection: Connection, position: int) -> Written:
    """The line at that position, which must exist; as `read`."""
    at = select(LINES).where(LINES.c.position == position)
    try:
        return _written(connection.execute(at.with_only_columns(*_COLUMNS)).one())
    except UNFIT as error:
        refuse_others(error)
    return _unreadable(position, {name: _kept(connection, at, name) for name in _KINDS})


def refuse_others(error: Exception) -> None:
    """Raises the error, unless it says that a column holds no moment, no JSON, or no text."""
    if isinstance(error, DBAPIError) and "decode" not in str(error.orig):
        raise error


def _kept(connection: Connection, at: Select[Any], name: str) -> Any:
    """What that column of the line has; None where that cannot be read."""
    try:
        return connection.execute(at.with_only_columns(LINES.c[name])).scalar()
    except UNFIT as error:
        refuse_others(error)
    return None


def _written(row: Row[Any]) -> Written:
    line = Written._make(row)
    kept = line._asdict()
    fits = isinstance(line.at, datetime) and 1 < line.at.year < _LAST_YEAR and isinstance(line.facts, dict)
    if fits and all(isinstance(kept[name], kind) for name, kind in _KINDS.items()):
        return line
    return _unreadable(line.position, kept)


def _unreadable(position: int, kept: Mapping[str, Any]) -> Written:
    """A line that cannot be read: without what it says of an account, and with a salt that fits nothing."""
    nothing = {name: "" if kind is str else None for name, kind in _KINDS.items()}
    read = {name: kept[name] if isinstance(kept[name], kind) else nothing[name] for name, kind in _KINDS.items()}
    made: dict[str, Any] = read | {"position": position, "at": UNREADABLE, "facts": {}}
    return Written(**made | {"account": "", "salt": "unreadable"})
