"""The troubles of an ordeal, in an order that follows from the seed."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import Awaitable, Callable
from random import Random

from aiohttp import ClientError, ClientSession

from bot.storage.engine import Records
from tests.durability.driver import asked
from tests.durability.town import SECRET, Town
from tests.durability.verdict import claimed
from tests.postgres import Cluster
from tests.processes import Palier

_METHODS = ("sendMessage", "sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates")
_ERRORS = (429, 500, 502, "drop", "slow")
_SMALL = 8192  # bytes that a file may grow to while the disk is "full"
_FULL = 0.7  # seconds for which the disk is "full"


class Troubles:
    """Strikes the bots of a town with troubles chosen by its seed."""

    def __init__(self, seed: int, town: Town, records: Records, bots: list[Palier], cluster: Cluster | None) -> None:
        self._random = Random(f"trouble {seed}")
        self._town = town
        self._records = records
        self._bots = bots
        self._cluster = cluster
        self.struck: list[str] = []
        self._old: list[dict[str, object]] = []
        kinds: list[Callable[[], Awaitable[None]]] = [*[self._kill] * 3, *[self._fail] * 3, self._twice, self._stop]
        kinds.append(self._fill_disk if cluster is None else self._restart_database)
        if bots[0].words[0] == "serve":
            kinds.append(self._bring_late)
        self._kinds = kinds

    async def strike(self) -> None:
        """Causes one trouble; afterwards all bots run again."""
        kind = self._random.choice(self._kinds)
        self.struck.append(kind.__name__.strip("_"))
        await kind()

    async def _kill(self) -> None:
        bot = self._random.choice(self._bots)
        await bot.kill()
        self._town.emulator.api.faults.clear()  # a fault at its start would make the bot exit
        await bot.start()

    async def _stop(self) -> None:
        bot = self._random.choice(self._bots)
        seconds = await bot.stop()
        assert bot.process is not None
        assert bot.process.returncode == 0, "".join(bot.complaints[-5:])
        assert seconds < 10, f"it took {seconds:.1f} s to stop"
        if self._cluster is None:  # on PostgreSQL, a killed replica's claims last until their lease ends
            assert await asked(self._records, claimed) == 0, "notices were not given back"
        self._town.emulator.api.faults.clear()
        await bot.start()

    async def _fail(self) -> None:
        """Makes the next calls of a method fail, before or after they take effect."""
        fault = {
            "method": self._random.choice(_METHODS),
            "error": self._random.choice(_ERRORS),
            "times": self._random.randint(1, 5),
            "seconds": 0.3,
            "after_effect": self._random.random() < 0.5,
        }
        async with self._town.http.post(f"{self._town.emulator.url}/control/faults", json=fault) as answer:
            assert answer.status == 200, await answer.text()

    async def _twice(self) -> None:
        """Makes Telegram send the next updates twice."""
        self._town.emulator.world.duplicates += self._random.randint(1, 5)
        self._old = [pending.body for pending in self._town.bot.mailbox.pending.values()] or self._old

    async def _bring_late(self) -> None:
        """Sends updates again that were accepted long ago."""
        async with ClientSession() as http:
            for body in self._old[:5]:
                try:
                    url = f"{self._bots[0].environment['PALIER_WEBHOOK_URL']}/telegram"
                    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
                    async with http.post(url, json=body, headers=headers) as answer:
                        assert answer.status in (200, 503)
                except ClientError:
                    continue

    async def _restart_database(self) -> None:
        assert self._cluster is not None
        await asyncio.to_thread(self._cluster.restart)

    async def _fill_disk(self) -> None:
        """Keeps the bot's files from growing for a moment."""
        pid = self._bots[0].pid
        _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (_SMALL, hard))
        await asyncio.sleep(_FULL)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))
