"""Rounds: each subject is measured in turn, round after round, so that a slow minute of the machine strikes all."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from benchmarks.row import Row
from benchmarks.tally import tally
from benchmarks.updates import Post
from bot.storage.engine import Records


class Wrong(Exception):
    """An update did not take effect as it should have: what was measured means nothing."""


async def at_once() -> None:
    """Nothing follows from the updates of a round."""


@dataclass(slots=True)
class Subject:
    """One way to treat updates, and what they cost: microseconds of processor time each, by round."""

    name: str
    records: Records
    receive: Callable[[bytes], Awaitable[bool]]
    post: Post
    together: bool  #: every chat at once, else one update after the other
    settled: Callable[[], Awaitable[None]] = at_once  #: returns when what followed from the updates is done too
    costs: list[float] = field(default_factory=list)

    async def round(self, count: int) -> float:
        """The cost of one update of that many; raises `Wrong` where any was not taken, or not exactly once."""
        chats = self.post.bring(count)
        before = await self.records.read(tally)
        gc.collect()
        start = time.process_time_ns()
        if self.together:
            await asyncio.gather(*(self._converse(chat) for chat in chats))
        else:
            for chat in chats:
                await self._converse(chat)
        await self.settled()
        spent = time.process_time_ns() - start
        if wrong := (await self.records.read(tally)).missing(before, count):
            raise Wrong(f"{self.name}: {'; '.join(wrong)}")
        return spent / 1000 / count

    async def _converse(self, chat: list[bytes]) -> None:
        for raw in chat:
            if not await self.receive(raw):
                raise Wrong(f"{self.name}: an update was not taken")

    def beside(
        self, other: Subject, group: str, goal: float | None = None, *, name: str = "", more: bool = False
    ) -> Row:
        """This one's cost beside that one's, round by round."""
        ratios = [mine / its for mine, its in zip(self.costs, other.costs, strict=True)]
        note = f"{median(self.costs):.0f} µs beside {median(other.costs):.0f}"
        return Row(group, name or self.name, ratios, goal, more, note=note)


async def measure(subjects: Sequence[Subject], rounds: int, count: int) -> None:
    """Warms each subject up, then adds its cost of every round to it."""
    for subject in subjects:
        await subject.round(count)
    for _ in range(rounds):
        for subject in subjects:
            subject.costs.append(await subject.round(count))
