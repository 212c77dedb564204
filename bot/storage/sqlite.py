"""A SQLite file: WAL, synchronous=FULL, one writer.

The functions of a batch run one after the other in the event loop's own thread, a SAVEPOINT each; only what may wait
for the disk or for another process, the commit and a locked file, is left to a thread. While it waits, the next batch
gathers, and shares one commit.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError

from bot.terms import Unavailable

T = TypeVar("T")
_BATCH = 64  # functions in one commit at most: bounds how long the first of them waits
_PATIENCE = 15  # seconds that another process may keep the file locked
#: from SQLAlchemy, or from the driver where it is asked without it
_OUT_OF_REACH = (OperationalError, InterfaceError, sqlite3.OperationalError, sqlite3.InterfaceError)


class SqliteRecords:
    """One file; the house's own process writes it, and others now and then."""

    def __init__(self, url: str) -> None:
        self._engines = _engine(url, "query_only=OFF"), _engine(url, "query_only=ON")
        self._writing, self._reading = map(_Line, self._engines)
        self._jobs: deque[_Job] = deque()
        self._worker: asyncio.Task[None] | None = None
        self._apart = _Apart()
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="palier-read")
        self._closed = False

    async def run(self, function: Callable[[Connection], T]) -> T:
        if self._closed:
            raise Unavailable("the records are closed")
        job = _Job(function)
        self._jobs.append(job)
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        result: T = await job.future  # whoever gives up waiting, the function runs
        return result

    async def read(self, function: Callable[[Connection], T], *, long: bool = False) -> T:
        if self._closed:
            raise Unavailable("the records are closed")
        try:
            if long:
                return await asyncio.get_running_loop().run_in_executor(self._readers, self._read_apart, function)
            await asyncio.sleep(0)  # or whoever reads on and on would let nobody else in
            return _read(self._reading.connection(), function)
        except _OUT_OF_REACH as error:
            raise _plain(error) from error

    async def close(self) -> None:
        self._closed = True
        if self._worker is not None:
            await asyncio.wait([self._worker])
        self._apart.close()
        self._readers.shutdown()
        self._writing.close()
        self._reading.close()
        for engine in self._engines:
            engine.dispose()

    def _read_apart(self, function: Callable[[Connection], T]) -> T:
        with self._engines[1].connect() as connection:
            return _read(connection, function)

    async def _work(self) -> None:
        while self._jobs:
            batch = [self._jobs.popleft() for _ in range(min(_BATCH, len(self._jobs)))]
            try:
                await self._commit(batch)
            except Exception as error:
                for job in batch:
                    job.error = Unavailable(f"nothing was written: {error}")
                with suppress(sqlite3.Error, SQLAlchemyError):  # whatever it does, who asked must hear
                    self._writing.close()
            for job in batch:
                job.answer()

    async def _commit(self, batch: list[_Job]) -> None:
        connection = self._writing.connection()
        driver = _driver(connection)
        try:
            driver.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            await self._apart.run(partial(_begin_patiently, driver))
        for job in batch:
            job.run(connection, driver, alone=len(batch) == 1)
        await self._apart.run(driver.commit)


class _Apart:
    """A thread for what may take its time; an executor does the same at twice the cost."""

    def __init__(self) -> None:
        self._asked: queue.SimpleQueue[tuple[Callable[[], None], asyncio.Future[None]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="palier-commit", daemon=True)
        self._thread.start()

    async def run(self, function: Callable[[], None]) -> None:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._asked.put((function, done))
        await done

    def close(self) -> None:
        self._asked.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (asked := self._asked.get()) is not None:
            function, done = asked
            try:
                function()
            except Exception as error:
                _tell(done, partial(done.set_exception, error))
            else:
                _tell(done, partial(done.set_result, None))


class _Line:
    """A connection that is kept; it is opened when it is needed, and anew after it was closed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def connection(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
            self._connection.begin()  # for SQLAlchemy; the database hears of each transaction from us
        return self._connection

    def close(self) -> None:
        """Takes back what was not committed."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


class _Job:
    """One function waiting to be run, and what came of it."""

    __slots__ = ("error", "function", "future", "result")

    def __init__(self, function: Callable[[Connection], Any]) -> None:
        self.function = function
        self.future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.result: Any = None
        self.error: Exception | None = None

    def run(self, connection: Connection, driver: sqlite3.Connection, alone: bool) -> None:
        """Runs the function between SAVEPOINTs, unless the transaction is its own."""
        if not alone:
            driver.execute("SAVEPOINT job")
        try:
            self.result = self.function(connection)
        except Exception as error:
            self.error = error
            if not driver.in_transaction:  # SQLite gave up the whole transaction (disk full, I/O error)
                raise
            driver.execute("ROLLBACK" if alone else "ROLLBACK TO job")
        if not alone:
            driver.execute("RELEASE job")

    def answer(self) -> None:
        """Wakes whoever asked, if they still wait."""
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(_plain(self.error))


def _tell(done: asyncio.Future[None], how: Callable[[], None]) -> None:
    """Has the future set in its own loop, unless nobody waits any more."""

    def unless_done() -> None:
        if not done.done():
            how()

    with suppress(RuntimeError):  # that loop is closed
        done.get_loop().call_soon_threadsafe(unless_done)


def _read(connection: Connection, function: Callable[[Connection], T]) -> T:
    driver = _driver(connection)
    driver.execute("BEGIN")
    try:
        return function(connection)
    finally:
        driver.rollback()


def _begin_patiently(driver: sqlite3.Connection) -> None:
    """Begins once the process that keeps the file locked lets go of it."""
    driver.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000}")
    try:
        driver.execute("BEGIN IMMEDIATE")
    finally:
        driver.execute("PRAGMA busy_timeout = 0")


def _plain(error: Exception) -> Exception:
    return Unavailable(str(getattr(error, "orig", error))) if isinstance(error, _OUT_OF_REACH) else error


def _driver(connection: Connection) -> sqlite3.Connection:
    """The connection of the driver below SQLAlchemy's, which costs no more than the SQL it is given."""
    driver: Any = connection.connection.driver_connection
    return driver  # type: ignore[no-any-return]


def _engine(url: str, may_write: str) -> Engine:
    engine = create_engine(url, connect_args={"check_same_thread": False}, hide_parameters=True)
    waiting = f"busy_timeout={_PATIENCE * 1000}"
    kept = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY")
    pragmas = (waiting, *kept, "busy_timeout=0", may_write)

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: object) -> None:
        # We say BEGIN ourselves, and not in an event: an engine that has any pays for them at every statement.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    return engine
