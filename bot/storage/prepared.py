"""Prepared statements, for the hot path: compiled by SQLAlchemy once, then passed to the database's driver directly.

SQLAlchemy costs more at each execution than SQLite itself (docs/performance.md says how much). All other statements
are executed by SQLAlchemy.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Select, Table, UpdateBase
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.util import await_only

Values = Mapping[str, Any]
Statement = Select[*tuple[Any, ...]] | UpdateBase
_OTHER_NAMES = "a prepared statement takes values of the same names each time"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a database answers to a statement: the rows read, or the number of rows written."""

    rows: Sequence[Any]
    rowcount: int

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def first(self) -> Any:
        """The first row; None where there is none."""
        return self.rows[0] if self.rows else None


class Prepared:
    """A statement that is executed many times, each time with values of the same names.

    `elsewhere` is the statement for PostgreSQL, where it differs from that for SQLite.
    """

    def __init__(self, statement: Statement, elsewhere: Statement | None = None) -> None:
        self._statements = {"sqlite": statement, "postgresql": statement if elsewhere is None else elsewhere}
        self._direct = dict[str, _Direct]()

    def run(self, connection: Connection, values: Values | Sequence[Values]) -> Answer:
        """Executes it with these values, or once for each of several rows of values; returns the answer.

        For several rows, the answer has no rows, and its count is the number of executions.
        """
        dialect = connection.dialect
        direct = self._direct.get(dialect.name)
        if direct is None:
            names = values if isinstance(values, Mapping) else values[0]
            made = _Sqlite if dialect.name == "sqlite" else _Asyncpg
            direct = self._direct[dialect.name] = made(self._statements[dialect.name], dialect, list(names))
        return direct.run(connection.connection.driver_connection, values)


def insert_once(table: Table) -> Prepared:
    """An insert that does nothing where a row with the same key exists; `rowcount` is then 0."""
    return Prepared(
        sqlite.insert(table).on_conflict_do_nothing().inline(),
        postgresql.insert(table).on_conflict_do_nothing().inline(),
    )


class _Direct:
    """A statement compiled for one driver: its SQL, and how to convert each value bound and each column read."""

    def __init__(self, statement: Statement, dialect: Dialect, names: list[str]) -> None:
        keys = names if isinstance(statement, UpdateBase) and statement.is_insert else None
        compiled: Any = statement.compile(dialect=dialect, column_keys=keys)
        self.sql = str(compiled)
        self._constants = {name: value for name, value in compiled.params.items() if name not in names}
        self._many = len(names)
        self._pick = _picking(compiled.positiontup)
        self._binds = _where([_bind(compiled.binds[name].type, dialect) for name in compiled.positiontup])
        columns = list(statement.exported_columns)
        self._row: Any = namedtuple("Row", [str(column.key) for column in columns]) if columns else None
        self._reads = _where([_read(column.type, dialect) for column in columns])

    def run(self, driver: Any, values: Values | Sequence[Values]) -> Answer:
        if not isinstance(values, Mapping):
            self.each(driver, [self._bound(row) for row in values])
            return Answer((), len(values))
        if self._row is None:
            return Answer((), self.count(driver, self._bound(values)))
        rows = list(map(self._seen, self.rows(driver, self._bound(values))))
        return Answer(rows, len(rows))

    def rows(self, driver: Any, values: list[Any]) -> Sequence[Any]:
        """Executes a statement that reads; returns its rows."""
        raise NotImplementedError

    def count(self, driver: Any, values: list[Any]) -> int:
        """Executes a statement that writes; returns how many rows."""
        raise NotImplementedError

    def each(self, driver: Any, rows: list[list[Any]]) -> None:
        """Executes a statement that writes, once for each row of values."""
        raise NotImplementedError

    def _bound(self, values: Values) -> list[Any]:
        if len(values) != self._many:
            raise ValueError(_OTHER_NAMES)
        try:
            bound = list(self._pick({**self._constants, **values} if self._constants else values))
        except KeyError:
            raise ValueError(_OTHER_NAMES) from None
        for place, process in self._binds:
            bound[place] = process(bound[place])
        return bound

    def _seen(self, row: Sequence[Any]) -> Any:
        if not self._reads:
            return self._row._make(row)
        seen = list(row)
        for place, read in self._reads:
            seen[place] = read(seen[place])
        return self._row._make(seen)


class _Sqlite(_Direct):
    def rows(self, driver: Any, values: list[Any]) -> Sequence[Any]:
        found: Sequence[Any] = driver.execute(self.sql, values).fetchall()
        return found

    def count(self, driver: Any, values: list[Any]) -> int:
        return int(driver.execute(self.sql, values).rowcount)

    def each(self, driver: Any, rows: list[list[Any]]) -> None:
        driver.executemany(self.sql, rows)


class _Asyncpg(_Direct):
    """asyncpg is asynchronous: the greenlet of SQLAlchemy's, in which every unit of work runs there, waits for it."""

    def rows(self, driver: Any, values: list[Any]) -> Sequence[Any]:
        found: Sequence[Any] = await_only(driver.fetch(self.sql, *values))
        return found

    def count(self, driver: Any, values: list[Any]) -> int:
        status: str = await_only(driver.execute(self.sql, *values))  # such as INSERT 0 1
        return int(status.rpartition(" ")[2])

    def each(self, driver: Any, rows: list[list[Any]]) -> None:
        await_only(driver.executemany(self.sql, rows))


def _picking(names: Sequence[str]) -> Callable[[Values], Iterable[Any]]:
    """A function that takes values by name and returns them in the order of `names`."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: [values[name] for name in names]


def _where(processes: Iterable[Callable[[Any], Any] | None]) -> list[tuple[int, Callable[[Any], Any]]]:
    """The conversions that are not None, each with its index."""
    return [(place, process) for place, process in enumerate(processes) if process]


def _bind(kind: Any, dialect: Dialect) -> Callable[[Any], Any] | None:
    process: Callable[[Any], Any] | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return process


def _read(kind: Any, dialect: Dialect) -> Callable[[Any], Any] | None:
    process: Callable[[Any], Any] | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    return process
