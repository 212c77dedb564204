"""The records in a SQLite file: WAL, synchronous=FULL, one writer.

Transactions are written in batches, which share one commit. The functions of a batch run one after the other in the
event loop's own thread, each in a SAVEPOINT. What may wait for the disk or another process (the commit, a locked
file) runs in a thread; meanwhile, the next batch gathers.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError, SQLAlchemyError

from bot.storage.apart import Apart
from bot.storage.sealing import seal
from bot.terms import Unavailable

T = TypeVar("T")
log = logging.getLogger(__name__)
_BATCH = 64  # functions in one commit at most, so that the first of them does not wait too long
_SMALL = 64 * 1024 * 1024  # bytes of a file that is rewritten within about a second
_READERS = 2  # seconds to wait for those who still read what is wiped
_PATIENCE = 15  # seconds to wait for a file that another process keeps locked
#: raised by SQLAlchemy, or by the driver where it is used directly
_OUT_OF_REACH = (OperationalError, InterfaceError, sqlite3.OperationalError, sqlite3.InterfaceError)
_NO_DATABASE = (DatabaseError, sqlite3.DatabaseError)  #: raised as such, and in no narrower kind, for a damaged file


class SqliteRecords:
    """The records in one file. One bot runs on it; the operator's commands may write to it from other processes."""

    def __init__(self, url: str) -> None:
        self._engines = _engine(url, "query_only=OFF"), _engine(url, "query_only=ON")
        self._writing, self._reading = map(_Line, self._engines)
        self._file = Path(url.removeprefix("sqlite:///"))
        self._jobs: deque[_Job] = deque()
        self._wiping: list[asyncio.Future[bool]] = []  #: those who wait for the file to be wiped
        self._worker: asyncio.Task[None] | None = None
        self._apart = Apart()
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="palier-read")
        self._closed = False

    async def run(self, function: Callable[[Connection], T]) -> T:
        if self._closed:
            raise Unavailable("the records are closed")
        job = _Job(function)
        self._jobs.append(job)
        self._begin()
        result: T = await job.future  # the function runs even if the caller is cancelled
        return result

    async def read(self, function: Callable[[Connection], T], *, long: bool = False) -> T:
        if self._closed:
            raise Unavailable("the records are closed")
        try:
            if long:
                return await asyncio.get_running_loop().run_in_executor(self._readers, self._read_apart, function)
            await asyncio.sleep(0)  # so that others get a turn while one caller reads again and again
            return _read(self._reading.connection(), function)
        except (SQLAlchemyError, sqlite3.Error) as error:
            plain = _plain(error)
            if plain is error:
                raise
            raise plain from error

    async def scrub(self, tables: Sequence[str] = ()) -> bool:
        if self._closed:
            raise Unavailable("the records are closed")
        if not tables and self._file.stat().st_size > _SMALL:
            return False
        wiped: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._wiping.append(wiped)
        self._begin()
        return await wiped

    def now(self) -> datetime:
        return datetime.now(UTC)

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

    def _begin(self) -> None:
        """Begins to work on what was asked for, unless that is under way."""
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())

    def _read_apart(self, function: Callable[[Connection], T]) -> T:
        with self._engines[1].connect() as connection:
            return _read(connection, function)

    async def _work(self) -> None:
        while self._jobs or self._wiping:
            if self._wiping:
                await self._wipe()
                continue
            batch = [self._jobs.popleft() for _ in range(min(_BATCH, len(self._jobs)))]
            try:
                await self._commit(batch)
            except Exception as error:
                for job in batch:
                    job.error = Unavailable(f"nothing was written: {error}")
                with suppress(sqlite3.Error, SQLAlchemyError):  # the callers must get their answer in any case
                    self._writing.close()
            for job in batch:
                job.answer()

    async def _wipe(self) -> None:
        """Wipes the file between two batches; meanwhile, others read, and writers wait."""
        waiting, self._wiping = self._wiping, []
        done: list[bool] = []
        try:
            driver = _driver(self._writing.connection())
            await self._apart.run(lambda: done.append(_wiped(driver)))
        except (sqlite3.Error, SQLAlchemyError) as error:  # such as a full disk: upkeep tries again
            log.warning("What was deleted could not be wiped yet: %s", error)
        for one in waiting:
            if not one.done():
                one.set_result(done == [True])

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


class _Line:
    """A connection that is opened at its first use, and again after it was closed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def connection(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
            self._connection.begin()  # SQLAlchemy wants to know of a transaction; this sends nothing to the database
        return self._connection

    def close(self) -> None:
        """Closes the connection; what was not committed is rolled back."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


class _Job:
    """One function to run in a transaction, and its result or error."""

    __slots__ = ("error", "function", "future", "result")

    def __init__(self, function: Callable[[Connection], Any]) -> None:
        self.function = function
        self.future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.result: Any = None
        self.error: Exception | None = None

    def run(self, connection: Connection, driver: sqlite3.Connection, alone: bool) -> None:
        """Runs the function in a SAVEPOINT, or without one if it is alone in the transaction."""
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
        """Hands the result or the error to the caller, unless it was cancelled."""
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(_plain(self.error))


def _read(connection: Connection, function: Callable[[Connection], T]) -> T:
    driver = _driver(connection)
    driver.execute("BEGIN")
    try:
        return function(connection)
    finally:
        driver.rollback()


def _begin_patiently(driver: sqlite3.Connection) -> None:
    """Begins a transaction, waiting up to `_PATIENCE` for another process to unlock the file."""
    driver.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000}")
    try:
        driver.execute("BEGIN IMMEDIATE")
    finally:
        driver.execute("PRAGMA busy_timeout = 0")


def _wiped(driver: sqlite3.Connection) -> bool:
    """Rewrites the file without anything that was deleted, and empties the journal; whether the journal is empty.

    `secure_delete` alone leaves old words between the rows of a page that was reordered.
    """
    driver.execute(f"PRAGMA busy_timeout = {_READERS * 1000}")
    try:
        driver.execute("VACUUM")
        return bool(driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    finally:
        driver.execute("PRAGMA busy_timeout = 0")


def _plain(error: Exception) -> Exception:
    lost = isinstance(error, _OUT_OF_REACH) or type(error) in _NO_DATABASE
    return Unavailable(str(getattr(error, "orig", error))) if lost else error


def _driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, below SQLAlchemy's, which makes each statement cost more."""
    driver: Any = connection.connection.driver_connection
    return driver  # type: ignore[no-any-return]


def _engine(url: str, may_write: str) -> Engine:
    engine = create_engine(url, connect_args={"check_same_thread": False}, hide_parameters=True)
    waiting = f"busy_timeout={_PATIENCE * 1000}"
    kept = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY")
    pragmas = (waiting, *kept, "busy_timeout=0", may_write)

    file = Path(url.removeprefix("sqlite:///").partition("?")[0])

    @event.listens_for(engine, "do_connect")
    def _keep_private(*_of: object) -> None:
        seal(file)

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: object) -> None:
        # BEGIN is sent by this module, not by an event of SQLAlchemy's: those make every statement slower.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    return engine
