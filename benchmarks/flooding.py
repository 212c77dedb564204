"""How long others wait while one person floods: the bot in its own process, updates by HTTP at a steady rate."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from aiohttp import ClientSession

from benchmarks.population import REQUESTERS, fill
from benchmarks.rounds import Wrong
from benchmarks.row import Row
from benchmarks.serving import SECRET, serving
from benchmarks.telegram import telegram
from benchmarks.updates import Post
from bot.storage.engine import open_records
from tests.postgres import Cluster

_OTHERS, _FLOOD = 40, 200  #: updates a second of fifteen people together, and of the one who floods
_SECONDS = 6.0  #: of each measurement
_REQUESTS = 10_000


async def flooding(cluster: Cluster, rounds: int) -> AsyncIterator[Row]:
    """Yields a row per database: the others' p99 with the flood, divided by that without, for each round."""
    with TemporaryDirectory(prefix="palier-bench-") as folder:
        databases = {
            "SQLite": f"sqlite:///{Path(folder) / 'palier.db'}",
            "PostgreSQL": cluster.url(await cluster.create()),
        }
        async with telegram() as api:
            for name, url in databases.items():
                yield await _row(name, url, api, rounds)


async def _row(name: str, url: str, api: str, rounds: int) -> Row:
    records = open_records(url)
    await fill(records, _REQUESTS)
    await records.close()
    bot, address = serving(url, api)
    await bot.start()
    try:
        async with ClientSession(headers=SECRET | {"Content-Type": "application/json"}) as client:
            crowd = Crowd(client, f"{address}/telegram")
            await crowd.wait(flood=False)
            pairs = [(await crowd.wait(flood=False), await crowd.wait(flood=True)) for _ in range(rounds)]
    finally:
        await bot.stop()
    quiet, loud = (median(column) for column in zip(*pairs, strict=True))
    return Row(
        "the others while one person floods",
        f"p99 on {name}",
        [flooded / alone for alone, flooded in pairs],
        1.5,
        note=f"{loud:.1f} ms beside {quiet:.1f}",
    )


class Crowd:
    """Sixteen people who write: fifteen in turn, and one who floods."""

    def __init__(self, client: ClientSession, url: str) -> None:
        self._client = client
        self._url = url
        self._updates = Post(_REQUESTS)

    async def wait(self, *, flood: bool) -> float:
        """The others' p99 in milliseconds, with or without the flood. Raises `Wrong` if one was not answered 200."""
        *people, flooder = self._updates.bring(int(_SECONDS * _FLOOD) * REQUESTERS)
        async with asyncio.TaskGroup() as group:
            others = group.create_task(self._send(chain.from_iterable(zip(*people, strict=True)), _OTHERS))
            if flood:
                group.create_task(self._send(iter(flooder), _FLOOD))
        taken = [waited for status, waited in others.result() if status == 200]
        if len(taken) < len(others.result()):
            raise Wrong("an update of the others was not taken")
        return quantiles(taken, n=100, method="inclusive")[98]

    async def _send(self, updates: Iterator[bytes], each_second: int) -> list[tuple[int, float]]:
        """Sends updates at this rate without waiting for answers; returns the status and milliseconds of each."""
        begun = asyncio.get_running_loop().time()
        async with asyncio.TaskGroup() as group:
            sent = []
            for number in range(int(_SECONDS * each_second)):
                await asyncio.sleep(begun + number / each_second - asyncio.get_running_loop().time())
                sent.append(group.create_task(self._post(next(updates))))
        return [task.result() for task in sent]

    async def _post(self, raw: bytes) -> tuple[int, float]:
        start = time.perf_counter()
        async with self._client.post(self._url, data=raw) as answer:
            await answer.read()
            return answer.status, 1000 * (time.perf_counter() - start)
