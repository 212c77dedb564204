"""The records on a PostgreSQL server, through asyncpg; any number of processes may share it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, TypeVar

import asyncpg
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.terms import Unavailable

T = TypeVar("T")
_TRIES = 5
_CONNECTIONS = 20  # at most, for one process
_PATIENCE = 30.0  # seconds that a transaction waits for a connection
_TOLD = 2.0  # seconds after which the server is asked for the time again
_RETRIED = {"40001", "40P01"}  # serialization failure, deadlock: PostgreSQL asks to run the transaction again
_FAILURES = (DBAPIError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError)
_UNREACHABLE = (OperationalError, InterfaceError, asyncpg.InterfaceError, OSError)


class _Line(NamedTuple):
    """A connection of SQLAlchemy, and the asyncpg connection that it uses."""

    connection: AsyncConnection
    driver: Any


class PostgresRecords:
    """The records on a server. It pools connections itself: SQLAlchemy's pool costs more than a transaction does."""

    def __init__(self, url: str) -> None:
        address = url.replace("postgresql://", "postgresql+asyncpg://", 1)
        # AUTOCOMMIT: SQLAlchemy sends no BEGIN and no COMMIT; `_begun` and `_transacted` do, through asyncpg.
        self._engine: AsyncEngine = create_async_engine(
            address, poolclass=NullPool, isolation_level="AUTOCOMMIT", hide_parameters=True
        )
        self._free: list[_Line] = []
        self._places = asyncio.Semaphore(_CONNECTIONS)
        self._closed = False
        self._told: tuple[datetime, float] | None = (
            None  #: the server's time, and when it was told on the steady clock
        )

    def now(self) -> datetime:
        if self._told is None:
            return datetime.now(UTC)
        moment, then = self._told
        return moment + timedelta(seconds=time.monotonic() - then)

    async def run(self, function: Callable[[Connection], T]) -> T:
        return await self._again_if_asked(function, {})

    async def read(self, function: Callable[[Connection], T], *, long: bool = False) -> T:
        return await self._again_if_asked(function, {"isolation": "repeatable_read", "readonly": True})

    async def scrub(self, tables: Sequence[str] = ()) -> bool:
        if not tables:
            return False
        line = await self._opened()
        try:
            await line.driver.execute(f"VACUUM {', '.join(tables)}")  # outside of any transaction
        except _FAILURES as error:
            raise (Unavailable(str(error)) if _lost(error) else error) from error
        finally:
            await _drop(line)
        return True

    async def close(self) -> None:
        self._closed = True
        await self._drop_free()
        await self._engine.dispose()

    async def _again_if_asked(self, function: Callable[[Connection], T], how: dict[str, Any]) -> T:
        for attempt in range(_TRIES):
            try:
                return await self._perform(function, how)
            except _FAILURES as error:
                if _state(error) in _RETRIED and attempt < _TRIES - 1:
                    continue
                if _lost(error):
                    raise Unavailable(str(getattr(error, "orig", error))) from error
                raise
        raise AssertionError("unreachable")

    async def _perform(self, function: Callable[[Connection], T], how: dict[str, Any]) -> T:
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._places.acquire()
        except TimeoutError:
            raise Unavailable("every connection to the database is in use") from None
        try:
            line, transaction = await self._begun(how)
            return await self._transacted(line, transaction, function)
        finally:
            self._places.release()

    async def _transacted(self, line: _Line, transaction: Any, function: Callable[[Connection], T]) -> T:
        """What the function returns, after the commit; keeps the connection only if its transaction surely ended."""
        ended = False
        try:
            try:
                result = await line.connection.run_sync(_within, function)
            except BaseException:
                with suppress(*_FAILURES):  # the first error is the one to raise
                    await transaction.rollback()
                    ended = True
                raise
            await transaction.commit()
            ended = True
            return result
        finally:
            if ended and not self._closed and not line.driver.is_closed():
                self._free.append(line)
            else:
                await _drop(line)

    async def _begun(self, how: dict[str, Any]) -> tuple[_Line, Any]:
        """A connection, and a transaction begun on it. A pooled connection that was cut is replaced by a new one."""
        for fresh in (False, True):
            line = self._free.pop() if self._free and not fresh else await self._opened()
            try:
                await self._ask_the_time(line)
                transaction = line.driver.transaction(**how)
                await transaction.start()
            except BaseException as error:
                await _drop(line)
                if fresh or not isinstance(error, _FAILURES):
                    raise
                await self._drop_free()  # the other pooled connections were probably cut as well
            else:
                return line, transaction
        raise AssertionError("unreachable")

    async def _ask_the_time(self, line: _Line) -> None:
        """Sets this process's clock by the server's, unless that was done a moment ago."""
        asked = time.monotonic()
        if self._told is None or asked - self._told[1] >= _TOLD:
            moment = await line.driver.fetchval("SELECT clock_timestamp()")
            self._told = moment, (asked + time.monotonic()) / 2

    async def _opened(self) -> _Line:
        connection = await self._engine.connect()
        return _Line(connection, (await connection.get_raw_connection()).driver_connection)

    async def _drop_free(self) -> None:
        while self._free:
            await _drop(self._free.pop())


async def _drop(line: _Line) -> None:
    """Closes a connection, whatever state it is in."""
    if line.driver.is_in_transaction() or line.driver.is_closed():
        await line.connection.invalidate()
    await line.connection.close()


def _within(connection: Connection, function: Callable[[Connection], T]) -> T:
    if not connection.in_transaction():  # SQLAlchemy wants to know of a transaction; this sends nothing to the server
        connection.begin()
    return function(connection)


def _state(error: BaseException) -> str:
    """The SQLSTATE of an error; empty where it has none."""
    return getattr(getattr(error, "orig", error), "sqlstate", None) or ""


def _lost(error: BaseException) -> bool:
    """Whether the error means that the server cannot be reached or cannot write, not that a statement is wrong."""
    cut = isinstance(error, DBAPIError) and error.connection_invalidated
    return cut or isinstance(error, _UNREACHABLE) or _state(error)[:2] in {"08", "28", "3D", "53", "57"}
