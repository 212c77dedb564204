"""What one update costs beside the floor: at once, one by one, with what it sends, on PostgreSQL, among a million."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection

from benchmarks.floor import floor
from benchmarks.full import Full, full, sending
from benchmarks.peers.environment import Absent
from benchmarks.peers.orm import Elsewhere, orm
from benchmarks.population import fill
from benchmarks.queueing import pages
from benchmarks.rounds import Subject, deaf, measure
from benchmarks.row import Row
from benchmarks.telegram import telegram
from benchmarks.updates import Post
from bot.storage.engine import Records, open_records
from tests.postgres import Cluster

FEW = 1_000
_UPDATE, _SENDS, _GROWTH = "one update", "one update and the two messages it leads to", "among a million requests"


async def updating(cluster: Cluster, rounds: int, count: int, many: int) -> AsyncIterator[Row]:
    """The rows of one update, each beside another of the same run."""
    async with AsyncExitStack() as stack:
        stage = Stage(stack, Path(stack.enter_context(TemporaryDirectory(prefix="palier-bench-"))), cluster)
        address = await stack.enter_async_context(telegram())
        bare = await stage.floor("floor: python-telegram-bot + sqlite3, by hand")
        lonely = await stage.floor("the floor, one by one", together=False)
        together = await stage.full("16 at once", await stage.sqlite(FEW))
        alone = await stage.full("one by one", await stage.sqlite(FEW), together=False)
        served = await stage.full("16 at once, on PostgreSQL", await stage.postgres(FEW))
        said = await stage.floor("the floor, sending", address)
        saying = await stage.sending("16 at once", await stage.sqlite(FEW), address)
        million, on_server = await stage.sqlite(many), await stage.postgres(many)
        grown = await stage.full(f"16 at once, {many:,} requests beside {FEW:,}", million, of=many)
        await measure([bare, lonely, together, alone, served, said, saying, grown], rounds, count)
        yield together.beside(bare, _UPDATE, 1.5)
        yield alone.beside(lonely, _UPDATE, 2.0)
        yield served.beside(bare, _UPDATE, 2.5)
        yield saying.beside(said, _SENDS, 1.3)
        yield await _session(stage, together, max(3, rounds // 3), count)
        yield grown.beside(together, _GROWTH, 1.10)
        async for row in pages({"SQLite": million, "PostgreSQL": on_server}):
            yield row


async def _session(stage: Stage, ours: Subject, rounds: int, count: int) -> Row:
    name, goal = "SQLModel's AsyncSession over aiosqlite, beside ours", 5.0
    try:
        session = await stage.orm(name)
    except Absent as why:
        return Row(_UPDATE, name, [], goal, more_is_better=True, note=f"not measured: {why}")
    await measure([session, again := stage.same(ours)], rounds, count)
    return session.beside(again, _UPDATE, goal, more=True)


async def _elsewhere(_raw: bytes) -> bool:
    raise AssertionError("its own process receives")


async def hearing(records: Records, hear: Callable[[str], None] | None) -> None:
    """Calls `hear` with the text of each statement on these SQLite records from now on; None ends it."""

    def listen(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        driver.set_trace_callback(hear)

    await records.run(listen)
    await records.read(listen)


class Stage:
    """Makes databases and subjects that are gone with the stack."""

    def __init__(self, stack: AsyncExitStack, folder: Path, cluster: Cluster) -> None:
        self._stack = stack
        self._folder = folder
        self._cluster = cluster
        self._made = 0

    async def sqlite(self, requests: int) -> str:
        """The address of a SQLite file with so many requests."""
        self._made += 1
        return await self._filled(f"sqlite:///{self._folder / f'{self._made}.db'}", requests)

    async def postgres(self, requests: int) -> str:
        """The address of a PostgreSQL database with so many requests."""
        return await self._filled(self._cluster.url(await self._cluster.create()), requests)

    async def floor(self, name: str, address: str = "", *, together: bool = True) -> Subject:
        """The program that does nothing else; it sends to that Bot API, if there is one."""
        url = await self.sqlite(FEW)
        bare = await self._stack.enter_async_context(floor(Path(url.removeprefix("sqlite:///")), address))
        return Subject(name, self._records(url), bare.receive, Post(FEW), together, listen=bare.listen)

    async def full(self, name: str, url: str, *, together: bool = True, of: int = FEW) -> Subject:
        """The bot over that database; it sends nothing."""
        bot = await self._stack.enter_async_context(full(url))
        listen = partial(hearing, bot.desk.records) if url.startswith("sqlite") else deaf
        return Subject(name, bot.desk.records, bot.receive, Post(of), together, listen=listen)

    async def sending(self, name: str, url: str, address: str) -> Subject:
        """The bot with its courier."""
        bot: Full = await self._stack.enter_async_context(sending(url, address))
        listen = partial(hearing, bot.desk.records)
        return Subject(name, bot.desk.records, bot.receive, Post(FEW), True, bot.delivered, listen)

    async def orm(self, name: str) -> Subject:
        """The same work the way SQLModel's pages show it."""
        url = await self.sqlite(FEW)
        process = await self._stack.enter_async_context(orm(Path(url.removeprefix("sqlite:///"))))
        return Elsewhere(name, self._records(url), _elsewhere, Post(FEW), together=True, process=process)

    def same(self, subject: Subject) -> Subject:
        """That subject, to be measured beside others."""
        return Subject(subject.name, subject.records, subject.receive, subject.post, subject.together)

    async def _filled(self, url: str, requests: int) -> str:
        records = open_records(url)
        try:
            await fill(records, requests)
        finally:
            await records.close()
        return url

    def _records(self, url: str) -> Records:
        records = open_records(url)
        self._stack.push_async_callback(records.close)
        return records
