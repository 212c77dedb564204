"""SQLModel's AsyncSession over aiosqlite, measured in its own environment and process."""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.environment import HERE, python
from benchmarks.rounds import Subject, Wrong
from benchmarks.spending import Spent
from benchmarks.tally import tally


@dataclass(slots=True)
class Elsewhere(Subject):
    """A subject measured in another process."""

    process: Process | None = None

    async def round(self, count: int) -> Spent:
        """The cost of one update, as reported by the process."""
        assert self.process is not None
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        chats = self.post.bring(count)
        before = await self.records.read(tally)
        lines = [json.dumps([raw.decode() for raw in chat]) for chat in chats]
        self.process.stdin.write("\n".join([str(len(chats)), *lines, ""]).encode())
        await self.process.stdin.drain()
        said = await self.process.stdout.readline()
        if not said or (wrong := (await self.records.read(tally)).missing(before, count)):
            raise Wrong(f"{self.name}: {'; '.join(wrong) if said else 'it died'}")
        return Spent(*map(float, said.split()))


@asynccontextmanager
async def orm(file: Path) -> AsyncIterator[Process]:
    """Runs the program on this database; yields its process. Raises `Absent` if it cannot be installed."""
    program = HERE / "orm_program.py"
    process = await asyncio.create_subprocess_exec(
        str(await asyncio.to_thread(python, "orm")), "-W", "ignore", str(program), str(file), stdin=PIPE, stdout=PIPE
    )
    try:
        yield process
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
