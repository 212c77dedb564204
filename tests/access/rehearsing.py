"""Records in which everything can be taken back: one transaction that is never committed, with marks inside it.

Triggers write down which tables were changed, so that a change is noticed in tables that nobody here knows of yet.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Table, create_engine
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.ent.embedded.tables import ENT
from bot.storage.tables import DESK

T = TypeVar("T")
#: tables that hold how and when things are told, or what waits for an answer: nothing that was done
PASSING = frozenset(
    {
        *("bots", "cards", "causes", "drafts", "endings", "expiries", "leases", "menus", "outbox", "parked"),
        *("pointers", "purges", "rate_windows", "screens", "searches", "watches", "ent_secrets"),
    }
)
#: what an update of a person is, other than that the ENT was asked about them, or that they were heard of
_OF_PEOPLE = ("account", "telegram_id", "language", "charter", "speaking")


class Line(Protocol):
    """A connection with a transaction under way, to either kind of database."""

    async def say(self, statement: str) -> None:
        """Executes a statement of SQL that returns nothing."""
        ...

    async def call(self, function: Callable[[Connection], T]) -> T:
        """Calls the function with the connection."""
        ...

    async def close(self) -> None:
        """Closes the connection; all that was done is taken back."""
        ...


class Rehearsed:
    """The records of `bot.storage.engine`, over one line."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._alone = asyncio.Lock()

    async def run(self, function: Callable[[Connection], T]) -> T:
        async with self._alone:
            await self._line.say("SAVEPOINT one")
            try:
                result = await self._line.call(function)
            except BaseException:
                await self._line.say("ROLLBACK TO SAVEPOINT one")
                raise
            finally:
                await self._line.say("RELEASE SAVEPOINT one")
            return result

    async def read(self, function: Callable[[Connection], T], *, long: bool = False) -> T:
        async with self._alone:
            return await self._line.call(function)

    async def scrub(self, tables: Sequence[str] = ()) -> bool:
        return True

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def close(self) -> None:
        await self._line.close()

    async def mark(self, name: str) -> None:
        """Remembers the records as they are, under that name."""
        await self._line.say(f"SAVEPOINT {name}")

    async def back(self, name: str) -> None:
        """Takes back what was done since that mark, which stays."""
        await self._line.say(f"ROLLBACK TO SAVEPOINT {name}")

    async def touched(self) -> frozenset[str]:
        """The tables that were changed since the mark, other than passing ones; forgets them."""
        found = await self.read(
            lambda connection: connection.exec_driver_sql("SELECT DISTINCT name FROM touched").all()
        )
        if found:
            await self._line.say("DELETE FROM touched")
        return frozenset(str(name) for (name,) in found)

    async def postgres(self) -> bool:
        """Whether the database is PostgreSQL."""
        return await self._line.call(lambda connection: connection.dialect.name == "postgresql")

    async def watch(self) -> None:
        """Has the changes of every table written down from now on."""
        postgres = await self.postgres()
        await self._line.say("CREATE TABLE touched (name TEXT)")
        if postgres:
            await self._line.say(
                "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS"
                " 'BEGIN INSERT INTO touched VALUES (TG_TABLE_NAME); RETURN NULL; END'"
            )
        for table in (*DESK.sorted_tables, *ENT.sorted_tables):
            if table.name not in PASSING:
                for event in ("INSERT", "UPDATE", "DELETE"):
                    await self._line.say(_trigger(table, event, postgres))
        if (
            not postgres
        ):  # SQLite reads the schema anew at each mark that is gone back to, while a change of it is open
            await self._line.say("COMMIT")
            await self._line.say("BEGIN")


def _trigger(table: Table, event: str, postgres: bool) -> str:
    other = "IS DISTINCT FROM" if postgres else "IS NOT"
    only = ""
    if table.name == "people" and event == "UPDATE":
        only = f"WHEN ({' OR '.join(f'OLD.{one} {other} NEW.{one}' for one in _OF_PEOPLE)})"
    does = "EXECUTE FUNCTION touch()" if postgres else f"BEGIN INSERT INTO touched VALUES ('{table.name}'); END"
    return f"CREATE TRIGGER touched_{table.name}_{event} AFTER {event} ON {table.name} FOR EACH ROW {only} {does}"


class _Sqlite:
    def __init__(self, file: Path) -> None:
        self._engine = create_engine(f"sqlite:///{file}", connect_args={"check_same_thread": False})
        self._connection = self._engine.connect()
        self._driver = _driver_of(self._connection)
        self._driver.isolation_level = None
        for pragma in ("foreign_keys=ON", "journal_mode=MEMORY", "synchronous=OFF", "temp_store=MEMORY"):
            self._driver.execute(f"PRAGMA {pragma}")
        self._connection.begin()
        self._driver.execute("BEGIN")

    async def say(self, statement: str) -> None:
        self._driver.execute(statement)

    async def call(self, function: Callable[[Connection], T]) -> T:
        return function(self._connection)

    async def close(self) -> None:
        self._driver.rollback()
        self._connection.close()
        self._engine.dispose()


class _Postgres:
    def __init__(self, connection: Any, driver: Any, shut: Callable[[], Awaitable[None]]) -> None:
        self._connection, self._driver, self._shut = connection, driver, shut

    async def say(self, statement: str) -> None:
        await self._driver.execute(statement)

    async def call(self, function: Callable[[Connection], T]) -> T:
        result: T = await self._connection.run_sync(function)
        return result

    async def close(self) -> None:
        await self._driver.execute("ROLLBACK")
        await self._connection.close()
        await self._shut()


def _driver_of(connection: Connection) -> Any:
    return connection.connection.driver_connection


async def rehearsed(url: str) -> Rehearsed:
    """Opens the database at that address, in a transaction that is never committed."""
    if url.startswith("sqlite:///"):
        return Rehearsed(_Sqlite(Path(url.removeprefix("sqlite:///"))))
    address = url.replace("postgresql://", "postgresql+asyncpg://", 1)
    engine = create_async_engine(address, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    connection = await engine.connect()
    driver = (await connection.get_raw_connection()).driver_connection
    await connection.run_sync(lambda one: one.in_transaction() or one.begin())
    await driver.execute("BEGIN")  # type: ignore[union-attr]
    return Rehearsed(_Postgres(connection, driver, engine.dispose))
