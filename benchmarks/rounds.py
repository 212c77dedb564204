"""Rounds: each subject is measured in turn, round after round, so that a slow minute of the machine strikes all."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.tally import tally
from benchmarks.updates import Post


class Wrong(Exception):
    """An update did not take effect as it should have: what was measured means nothing."""


@dataclass(slots=True)
class Subject:
    """One way to treat updates, and what they cost: microseconds of processor time each, by round."""

    name: str
    file: Path
    receive: Callable[[bytes], Awaitable[bool]]
    post: Post
    together: bool  #: every chat at once, else one update after the other
    goal: float | None = None  #: its ratio to the floor at most
    costs: list[float] = field(default_factory=list)

    async def round(self, count: int) -> float:
        """The cost of one update of that many; raises `Wrong` where any was not taken, or not exactly once."""
        chats = self.post.bring(count)
        before = tally(self.file)
        gc.collect()
        start = time.process_time_ns()
        if self.together:
            await asyncio.gather(*(self._converse(chat) for chat in chats))
        else:
            for chat in chats:
                await self._converse(chat)
        spent = time.process_time_ns() - start
        if wrong := tally(self.file).missing(before, count):
            raise Wrong(f"{self.name}: {'; '.join(wrong)}")
        return spent / 1000 / count

    async def _converse(self, chat: list[bytes]) -> None:
        for raw in chat:
            if not await self.receive(raw):
                raise Wrong(f"{self.name}: an update was not taken")


async def measure(subjects: list[Subject], rounds: int, count: int) -> None:
    """Warms each subject up, then adds its cost of every round to it."""
    for subject in subjects:
        await subject.round(count)
    for _ in range(rounds):
        for subject in subjects:
            subject.costs.append(await subject.round(count))
