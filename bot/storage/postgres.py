"""A PostgreSQL server through asyncpg; any number of processes may share it. A transaction to each function."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import asyncpg
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.terms import Unavailable

T = TypeVar("T")
_TRIES = 5
_RETRIED = {"40001", "40P01"}  # serialization failure, deadlock: PostgreSQL asks to run the transaction again
_FAILURES = (DBAPIError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError)
_UNREACHABLE = (OperationalError, InterfaceError, asyncpg.InterfaceError, OSError)


class PostgresRecords:
    """The records of a server."""

    def __init__(self, url: str) -> None:
        address = url.replace("postgresql://", "postgresql+asyncpg://", 1)
        # AUTOCOMMIT: SQLAlchemy leaves it to us to begin and to commit.
        self._engine: AsyncEngine = create_async_engine(
            address, pool_size=10, max_overflow=10, isolation_level="AUTOCOMMIT", hide_parameters=True
        )

    async def run(self, function: Callable[[Connection], T]) -> T:
        return await self._again_if_asked(function, {})

    async def read(self, function: Callable[[Connection], T], *, long: bool = False) -> T:
        return await self._again_if_asked(function, {"isolation": "repeatable_read", "readonly": True})

    async def close(self) -> None:
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
        connection, driver, transaction = await self._begun(how)
        try:
            try:
                result = await connection.run_sync(_within, function)
            except BaseException:
                with suppress(*_FAILURES):  # what went wrong first is worth telling
                    await transaction.rollback()
                raise
            await transaction.commit()
            return result
        finally:
            if driver.is_closed():
                await connection.invalidate()
            await connection.close()

    async def _begun(self, how: dict[str, Any]) -> tuple[AsyncConnection, Any, Any]:
        """A connection, asyncpg's own below it, and the transaction begun there.

        A connection that was cut while nobody used it is replaced.
        """
        for fresh in (False, True):
            connection = await self._engine.connect()
            driver: Any = (await connection.get_raw_connection()).driver_connection
            try:
                transaction = driver.transaction(**how)
                await transaction.start()
            except BaseException as error:
                await connection.invalidate()
                await connection.close()
                if fresh or not isinstance(error, _FAILURES):
                    raise
                await self._engine.dispose()  # those that wait beside it were cut as well
            else:
                return connection, driver, transaction
        raise AssertionError("unreachable")


def _within(connection: Connection, function: Callable[[Connection], T]) -> T:
    connection.begin()  # for SQLAlchemy; the database has heard of it already
    return function(connection)


def _state(error: BaseException) -> str:
    """The error's SQLSTATE; empty where it has none."""
    return getattr(getattr(error, "orig", error), "sqlstate", None) or ""


def _lost(error: BaseException) -> bool:
    """Whether the server went away, turns us away or cannot write, rather than a statement being wrong."""
    cut = isinstance(error, DBAPIError) and error.connection_invalidated
    return cut or isinstance(error, _UNREACHABLE) or _state(error)[:2] in {"08", "28", "3D", "53", "57"}
