"""The processor time of an answered update, in our bot and in its peers: the same command, one of thirty.

Each bot has its own process; all use the same fake Bot API and the same client that sends the updates.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from aiohttp import ClientSession

from benchmarks.peers.environment import HERE, Absent, node, python
from benchmarks.rounds import Wrong
from benchmarks.row import Row

_CHATS, _EACH = 16, 40  #: chats at once, and updates of each in a round
_WARM = 3  #: first rounds that do not count, so that just-in-time compilers have finished
_HEADERS = {"X-Telegram-Bot-Api-Secret-Token": "secret"}
_OURS = [sys.executable, "-m", "benchmarks.peers.palier_program"]
_GROUP = "an answered update"

Command = Callable[[str], list[str]]
PEERS: Sequence[tuple[str, float, Command]] = (
    ("python-telegram-bot's own HTTP client (httpx)", 0.3, lambda api: [*_OURS, api, "httpx"]),
    ("aiogram 3", 0.4, lambda api: [str(python("aiogram")), str(HERE / "aiogram_program.py"), api]),
    ("grammY on Node", 1.0, lambda api: ["node", str(node("grammy") / "program.js"), api]),
)


@dataclass(slots=True)
class Answerer:
    """A running bot, and its microseconds of processor time per update, for each round."""

    name: str
    url: str
    costs: list[float] = field(default_factory=list)


async def answered(rounds: int) -> AsyncIterator[Row]:
    """Yields a row for each peer; rounds alternate. Raises `Wrong` if an update was not answered exactly once."""
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(_running([sys.executable, "-m", "benchmarks.peers.hearing"]))
        ours = Answerer("Palier", await stack.enter_async_context(_running([*_OURS, api, "ours"])))
        bots, absent = [ours], {}
        for name, _, command in PEERS:
            try:
                words = await asyncio.to_thread(command, api)
                bots.append(Answerer(name, await stack.enter_async_context(_running(words))))
            except Absent as why:
                absent[name] = why
        await _measure(await stack.enter_async_context(ClientSession()), api, bots, rounds)
    for name, goal, _ in PEERS:
        costs = next((bot.costs for bot in bots if bot.name == name), [])
        note = (
            f"{median(ours.costs):.0f} µs beside {median(costs):.0f} µs" if costs else f"not measured: {absent[name]}"
        )
        yield Row(_GROUP, f"beside {name}", _ratios(ours.costs, costs), goal, note=note)


def _ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    return [mine / its for mine, its in zip(ours, theirs, strict=False)]


async def _measure(client: ClientSession, api: str, bots: Sequence[Answerer], rounds: int) -> None:
    """Measures each bot in turn, round after round."""
    for turn in range(_WARM + rounds):
        for bot in bots:
            cost = await _round(client, api, bot.url, turn * _CHATS * _EACH)
            bot.costs += [cost] if turn >= _WARM else []


async def _round(client: ClientSession, api: str, url: str, first: int) -> float:
    before = await _json(client, f"{url}/spent")
    numbers = range(first, first + _CHATS * _EACH)
    await asyncio.gather(*(_bring(client, url, numbers[chat::_CHATS], chat) for chat in range(_CHATS)))
    spent = await _json(client, f"{url}/spent") - before
    if sorted(await _json(client, f"{api}/heard")) != sorted(f"Reçu : {number}" for number in numbers):
        raise Wrong(f"{url}: not every update was answered exactly once")
    return float(spent) * 1e6 / len(numbers)


async def _bring(client: ClientSession, url: str, numbers: Sequence[int], chat: int) -> None:
    for number in numbers:
        async with client.post(f"{url}/telegram", json=_update(number, 7_000_000 + chat), headers=_HEADERS) as answer:
            if answer.status != 200:
                raise Wrong(f"{url}: answered {answer.status}")


def _update(number: int, chat: int) -> dict[str, object]:
    name = {"id": chat, "first_name": "Camille", "last_name": "Exemple"}
    message = {
        "message_id": number + 1,
        "from": name | {"is_bot": False, "language_code": "fr"},
        "chat": name | {"type": "private"},
        "date": 1_795_521_600,
        "text": f"/verbe15 {number}",
        "entities": [{"offset": 0, "length": len("/verbe15"), "type": "bot_command"}],
    }
    return {"update_id": number + 1, "message": message}


async def _json(client: ClientSession, url: str) -> Any:
    async with client.get(url) as answer:
        return await answer.json(content_type=None)


@asynccontextmanager
async def _running(words: Sequence[str]) -> AsyncIterator[str]:
    """Runs a program; yields its address once it has printed its port. It ends when its input is closed."""
    process = await asyncio.create_subprocess_exec(*words, stdin=PIPE, stdout=PIPE, cwd=HERE.parents[1])
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        port = (await process.stdout.readline()).decode().strip()
        if not port:
            raise Absent("it did not start")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.stdin.close()
        await process.wait()
