"""Rounds: each subject is measured in turn, round after round, so that a slow minute of the machine strikes all."""

from __future__ import annotations

import asyncio
import gc
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.row import Row
from benchmarks.spending import Spent, spent, told
from benchmarks.tally import tally
from benchmarks.updates import Post
from bot.storage.engine import Records

Listen = Callable[[Callable[[str], None] | None], Awaitable[None]]


class Wrong(Exception):
    """An update did not take effect as it should have: what was measured means nothing."""


async def at_once() -> None:
    """Nothing follows from the updates of a round."""


async def deaf(_hear: Callable[[str], None] | None) -> None:
    """Stands for `listen` where statements cannot be counted."""


@dataclass(slots=True)
class Subject:
    """One way to treat updates, and what each cost, by round."""

    name: str
    records: Records
    receive: Callable[[bytes], Awaitable[bool]]
    post: Post
    together: bool  #: every chat at once, else one update after the other
    settled: Callable[[], Awaitable[None]] = at_once  #: returns when what followed from the updates is done too
    listen: Listen = deaf  #: calls a function with the text of each statement from now on; None ends it
    rounds: list[Spent] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)  #: statements of `counted` updates, by first word
    counted: int = 0

    async def round(self, count: int) -> Spent:
        """The cost of one update of that many; raises `Wrong` where any was not taken, or not exactly once."""
        chats = self.post.bring(count)
        before = await self.records.read(tally)
        gc.collect()
        start = spent()
        if self.together:
            await asyncio.gather(*(self._converse(chat) for chat in chats))
        else:
            for chat in chats:
                await self._converse(chat)
        await self.settled()
        cost = spent().each(start, count)
        if wrong := (await self.records.read(tally)).missing(before, count):
            raise Wrong(f"{self.name}: {'; '.join(wrong)}")
        return cost

    async def count(self, count: int) -> None:
        """Counts the statements of one more round, which is not measured."""
        await self.listen(lambda sql: self.asked.update([sql.split(maxsplit=1)[0]]))
        await self.round(count)
        await self.listen(None)
        self.counted = count

    async def _converse(self, chat: list[bytes]) -> None:
        for raw in chat:
            if not await self.receive(raw):
                raise Wrong(f"{self.name}: an update was not taken")

    def beside(
        self, other: Subject, group: str, goal: float | None = None, *, name: str = "", more: bool = False
    ) -> Row:
        """This one's cost beside that one's, round by round."""
        ratios = [mine.total / its.total for mine, its in zip(self.rounds, other.rounds, strict=True)]
        words = (told(one.rounds, one.asked, one.counted) for one in (self, other))
        return Row(group, name or self.name, ratios, goal, more, note=" beside ".join(words))


async def measure(subjects: Sequence[Subject], rounds: int, count: int) -> None:
    """Warms each subject up and counts its statements, then adds its cost of every round to it."""
    for subject in subjects:
        await subject.round(count)
        await subject.count(count)
    for _ in range(rounds):
        for subject in subjects:
            subject.rounds.append(await subject.round(count))
