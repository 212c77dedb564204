"""Three operations of a help desk compared with django-helpdesk, among 100,000 requests on SQLite (WAL, FULL).

django-helpdesk does one after the other, as one of its processes does; ours come from 16 chats at once."""

from __future__ import annotations

import asyncio
import json
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sqlalchemy import text

from benchmarks.full import Full, full
from benchmarks.peers.environment import HERE, Absent, python
from benchmarks.population import REQUESTERS, chat, fill
from benchmarks.rounds import Wrong
from benchmarks.row import Row
from benchmarks.updates import WORDS
from bot.storage.engine import open_records
from bot.storage.work import Work
from bot.web.reception import Handling

_REQUESTS, _PAGE = 100_000, 25
_GROUP = "django-helpdesk beside ours"


@dataclass(frozen=True, slots=True)
class Gesture:
    """An operation of both programs, how often it is done in a round, and how many times faster ours should be."""

    act: str
    name: str
    times: int
    theirs: int  #: how often django-helpdesk does it in a round, less often as it is slow
    goal: float


GESTURES = (
    Gesture("update", "a status with a comment", 160, 40, 8),
    Gesture("create", "a new request", 160, 20, 15),
    Gesture("list", f"{_PAGE} of {_REQUESTS:,} requests", 160, 2, 100),
)


async def desks(rounds: int) -> AsyncIterator[Row]:
    """Yields a row for each operation; rounds alternate. Raises `Wrong` if one had no effect."""
    try:
        python_there = await asyncio.to_thread(python, "helpdesk")
    except Absent as why:
        for gesture in GESTURES:
            yield Row(_GROUP, gesture.name, [], gesture.goal, more_is_better=True, note=f"not measured: {why}")
        return
    costs: dict[str, list[tuple[float, float]]] = {gesture.act: [] for gesture in GESTURES}
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="palier-bench-")))
        peer = await stack.enter_async_context(_running(python_there, folder / "theirs.db"))
        ours = await stack.enter_async_context(_ours(f"sqlite:///{folder / 'ours.db'}"))
        for turn in range(rounds + 1):  # the first round only warms up
            for gesture in GESTURES:
                pair = (await _asked(peer, gesture), await ours.cost(gesture))
                costs[gesture.act] += [pair] if turn else []
    for gesture in GESTURES:
        theirs, mine = (median(column) for column in zip(*costs[gesture.act], strict=True))
        note = f"{theirs / 1000:.1f} ms beside {mine / 1000:.2f} ms"
        ratios = [its / our for its, our in costs[gesture.act]]
        yield Row(_GROUP, gesture.name, ratios, gesture.goal, more_is_better=True, note=note)


@dataclass(slots=True)
class Ours:
    """Our bot on a database of 100,000 requests, to which agents and requesters write."""

    bot: Full
    updates: int = 0
    resolved: int = 0

    async def cost(self, gesture: Gesture) -> float:
        """The microseconds of processor time per operation."""
        chats = self._typed(gesture)
        before, said = await self.bot.desk.look(_counted), self.bot.sender.said
        start = time.process_time_ns()
        await asyncio.gather(*(self._converse(chat, gesture) for chat in chats))
        spent = time.process_time_ns() - start
        grown = [now - then for now, then in zip(await self.bot.desk.look(_counted), before, strict=True)]
        if grown != [gesture.times * (gesture.act == "create"), gesture.times * (gesture.act == "update")]:
            raise Wrong(f"{gesture.name}: {grown} were made and resolved")
        if gesture.act == "list" and self.bot.sender.said != said + gesture.times:
            raise Wrong(f"{gesture.name}: a list was not shown")
        return spent / 1000 / gesture.times

    async def _converse(self, chat: list[bytes], gesture: Gesture) -> None:
        for raw in chat:
            if await self.bot.reception.receive(raw) is not Handling.TAKEN:
                raise Wrong(f"{gesture.name}: an update was not taken")

    def _typed(self, gesture: Gesture) -> list[list[bytes]]:
        """The updates of each chat, in order."""
        chats: list[list[bytes]] = [[] for _ in range(REQUESTERS)]
        for turn in range(gesture.times):
            person = turn % REQUESTERS + 1
            if gesture.act == "update":
                self.resolved += 1
                words = f"/resoudre {self.resolved} {WORDS}"
            else:
                words = "/file" if gesture.act == "list" else f"/assistance connexion {WORDS}"
            typist = person if gesture.act == "create" else person + REQUESTERS
            chats[person - 1].append(self._update(typist, words))
        return chats

    def _update(self, person: int, words: str) -> bytes:
        self.updates += 1
        name = {"id": chat(person), "first_name": "Camille", "last_name": "Exemple"}
        message = {
            "message_id": self.updates,
            "from": name | {"is_bot": False, "language_code": "fr"},
            "chat": name | {"type": "private"},
            "date": 1_795_521_600,
            "text": words,
            "entities": [{"offset": 0, "length": len(words.partition(" ")[0]), "type": "bot_command"}],
        }
        return json.dumps({"update_id": self.updates, "message": message}, ensure_ascii=False).encode()


def _counted(work: Work) -> tuple[int, int]:
    """The number of requests, and how many of them are resolved."""
    row = work.execute(text("SELECT count(*), count(*) FILTER (WHERE status = 'resolved') FROM requests")).one()
    every, resolved = list(row)
    return every, resolved


@asynccontextmanager
async def _ours(url: str) -> AsyncIterator[Ours]:
    records = open_records(url)
    try:
        await fill(records, _REQUESTS)
    finally:
        await records.close()
    async with full(url) as bot:
        bot.desk.policy = replace(bot.desk.policy, page=_PAGE)
        yield Ours(bot)


async def _asked(peer: Process, gesture: Gesture) -> float:
    assert peer.stdin is not None
    assert peer.stdout is not None
    peer.stdin.write(f"{gesture.act} {gesture.theirs}\n".encode())
    said = await peer.stdout.readline()
    if not said:
        raise Wrong(f"django-helpdesk: {gesture.act} was not done")
    return float(said)


@asynccontextmanager
async def _running(there: Path, file: Path) -> AsyncIterator[Process]:
    """Runs django-helpdesk on its own database; yields its process once the tickets are created."""
    words = [str(there), "-W", "ignore", str(HERE / "helpdesk_program.py"), str(file), str(_REQUESTS)]
    peer = await asyncio.create_subprocess_exec(*words, stdin=PIPE, stdout=PIPE)
    assert peer.stdin is not None
    assert peer.stdout is not None
    try:
        if not await peer.stdout.readline():
            raise Wrong("django-helpdesk did not start")
        yield peer
    finally:
        peer.stdin.close()
        await peer.wait()
