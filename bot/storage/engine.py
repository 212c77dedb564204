"""Where transactions run: plain synchronous functions of a connection, on SQLite or on PostgreSQL.

SQLite has one writer thread that puts waiting functions into one commit, a SAVEPOINT each; PostgreSQL runs
each in a transaction of its own. Either way the caller gets its answer only after the commit.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.terms import Unavailable

T = TypeVar("T")
_BATCH = 64  # functions in one commit at most: bounds how long the first of them waits
#: of SQLite: from SQLAlchemy, or from the driver where it is asked without it
_OUT_OF_REACH = (OperationalError, InterfaceError, sqlite3.OperationalError, sqlite3.InterfaceError)
_RETRIED = {"40001", "40P01"}  # serialization failure, deadlock: PostgreSQL asks to run the transaction again


class Records(Protocol):
    """A database that runs synchronous functions in transactions."""

    async def run(self, function: Callable[[Connection], T]) -> T:
        """What the function returns, after its commit; raises what it raises, with nothing kept.

        Raises `Unavailable` when the database cannot be reached or cannot write.
        """
        ...

    async def read(self, function: Callable[[Connection], T]) -> T:
        """What the function returns of a consistent view; it must not write."""
        ...

    async def close(self) -> None:
        """Ends what is under way, then lets go of the database."""
        ...


def open_records(url: str) -> Records:
    """The records behind `sqlite:///FILE` or `postgresql://…`; raises ValueError for any other address."""
    if url.startswith("sqlite:///"):
        return SqliteRecords(url)
    if url.startswith("postgresql://"):
        return PostgresRecords(url)
    raise ValueError("the database address must begin with sqlite:/// or postgresql://")


class SqliteRecords:
    """One file, WAL, synchronous=FULL; one thread writes and a few read."""

    def __init__(self, url: str) -> None:
        self._writing = _sqlite_engine(url)
        self._reading = _sqlite_engine(url)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="palier-read")
        self._closed = False
        self._writer = threading.Thread(target=self._write, name="palier-write", daemon=True)
        self._writer.start()

    async def run(self, function: Callable[[Connection], T]) -> T:
        if self._closed:
            raise Unavailable("the records are closed")
        job = _Job(function, asyncio.get_running_loop())
        self._jobs.put(job)
        return await asyncio.shield(job.future)

    async def read(self, function: Callable[[Connection], T]) -> T:
        if self._closed:
            raise Unavailable("the records are closed")
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, function)

    async def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
            await asyncio.to_thread(self._writer.join)
            self._readers.shutdown()
            self._reading.dispose()
            self._writing.dispose()

    def _read(self, function: Callable[[Connection], T]) -> T:
        try:
            with self._reading.connect() as connection, connection.begin():
                _driver(connection).execute("BEGIN")
                return function(connection)
        except _OUT_OF_REACH as error:
            raise _plain(error) from error

    def _write(self) -> None:
        while (job := self._jobs.get()) is not None:
            batch = [job]
            stop = False
            while len(batch) < _BATCH and not self._jobs.empty():
                job = self._jobs.get()
                if job is None:
                    stop = True
                    break
                batch.append(job)
            self._commit(batch)
            if stop:
                return

    def _commit(self, batch: list[_Job]) -> None:
        try:
            with self._writing.connect() as connection, connection.begin():
                raw = _driver(connection)
                raw.execute("BEGIN IMMEDIATE")
                for job in batch:
                    job.run(connection, raw, alone=len(batch) == 1)
        except BaseException as error:
            for job in batch:
                job.fail(Unavailable(f"nothing was written: {error}"))
        _answer(batch)


class _Job:
    """One function waiting for the writer, and what came of it."""

    __slots__ = ("error", "function", "future", "loop", "result")

    def __init__(self, function: Callable[[Connection], Any], loop: asyncio.AbstractEventLoop) -> None:
        self.function = function
        self.loop = loop
        self.future: asyncio.Future[Any] = loop.create_future()
        self.result: Any = None
        self.error: BaseException | None = None

    def run(self, connection: Connection, raw: Any, alone: bool) -> None:
        """Runs the function between SAVEPOINTs, unless the transaction is its own."""
        if not alone:
            raw.execute("SAVEPOINT job")
        try:
            self.result = self.function(connection)
        except BaseException as error:
            self.error = error
            if not raw.in_transaction:  # SQLite gave up the whole transaction (disk full, I/O error)
                raise
            raw.execute("ROLLBACK" if alone else "ROLLBACK TO job")
        if not alone:
            raw.execute("RELEASE job")

    def fail(self, error: BaseException) -> None:
        self.error = error

    def answer(self) -> None:
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(_plain(self.error))


def _answer(batch: list[_Job]) -> None:
    """Wakes each loop once per batch: a wake-up costs as much as a small transaction."""
    for loop in {job.loop for job in batch}:
        mine = [job for job in batch if job.loop is loop]
        try:
            loop.call_soon_threadsafe(_answer_all, mine)
        except RuntimeError:
            continue  # that loop is closed: nobody waits any more


def _answer_all(jobs: list[_Job]) -> None:
    for job in jobs:
        job.answer()


def _plain(error: BaseException) -> BaseException:
    return Unavailable(str(getattr(error, "orig", error))) if isinstance(error, _OUT_OF_REACH) else error


def _driver(connection: Connection) -> Any:
    """The connection of the driver below SQLAlchemy's, which costs no more than the SQL it is given."""
    return connection.connection.driver_connection


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": 15, "check_same_thread": False}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: object) -> None:
        # We say BEGIN ourselves, and not in an event: an engine that has any pays for them at every statement.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


class PostgresRecords:
    """A PostgreSQL server through asyncpg; any number of processes may share it."""

    def __init__(self, url: str) -> None:
        address = url.replace("postgresql://", "postgresql+asyncpg://", 1)
        self._engine: AsyncEngine = create_async_engine(
            address, pool_size=10, max_overflow=10, pool_pre_ping=True, hide_parameters=True
        )

    async def run(self, function: Callable[[Connection], T]) -> T:
        for attempt in range(5):
            try:
                async with self._engine.begin() as connection:
                    return await connection.run_sync(function)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) in _RETRIED and attempt < 4:
                    continue
                if _lost(error):
                    raise Unavailable(str(error.orig)) from error
                raise
            except OSError as error:
                raise Unavailable(str(error)) from error
        raise AssertionError("unreachable")

    async def read(self, function: Callable[[Connection], T]) -> T:
        return await self.run(function)

    async def close(self) -> None:
        await self._engine.dispose()


def _lost(error: DBAPIError) -> bool:
    """Whether the server went away, turns us away or cannot write, rather than a statement being wrong."""
    state = getattr(error.orig, "sqlstate", None) or ""
    unreachable = isinstance(error, (OperationalError, InterfaceError))
    return error.connection_invalidated or unreachable or state[:2] in {"08", "28", "3D", "53", "57"}
