"""What the bot costs without any updates: the time until it is ready, and its memory while idle."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from aiohttp import ClientConnectionError, ClientSession

from benchmarks.population import fill
from benchmarks.row import Row
from benchmarks.serving import serving
from benchmarks.telegram import telegram
from bot.storage.engine import open_records

_IDLE = 2.0  # seconds after which it has finished starting


async def starting(rounds: int) -> AsyncIterator[Row]:
    """Starts `palier serve` on an existing database; yields a row of seconds until ready, and one of megabytes."""
    started = list[tuple[float, float, float]]()
    with TemporaryDirectory(prefix="palier-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'palier.db'}"
        records = open_records(url)
        await fill(records, 1_000)
        await records.close()
        async with telegram() as api:
            for _ in range(rounds):
                started.append(await _start(url, api))
    seconds, spent, megabytes = (list(column) for column in zip(*started, strict=True))
    note = f"{median(spent):.1f} s of processor time"
    yield Row("the bot", "from its start until it is ready", seconds, 1.5, unit="s", note=note)
    yield Row("the bot", "memory in use while idle", megabytes, 90.0, unit="MB")


async def _start(url: str, api: str) -> tuple[float, float, float]:
    bot, address = serving(url, api)
    begun = time.perf_counter()
    starting = asyncio.create_task(bot.start())
    try:
        await _ready(address)
        took, spent = time.perf_counter() - begun, _spent(bot.pid)
        await starting
        await asyncio.sleep(_IDLE)
        return took, spent, _held(bot.pid)
    finally:
        await starting
        await bot.stop()


def _spent(pid: int) -> float:
    ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def _held(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


async def _ready(address: str) -> None:
    async with ClientSession() as client, asyncio.timeout(60):
        while True:
            try:
                async with client.get(f"{address}/readyz") as answer:
                    if answer.status == 200:
                        return
            except ClientConnectionError:
                await asyncio.sleep(0.01)
