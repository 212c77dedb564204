"""Updates through the whole house: every text that comes back is sendable, and what is malformed changes nothing."""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from bot.app import House, _build
from bot.handlers.update import load
from bot.storage.engine import open_records
from bot.web.polling import is_numbered
from bot.web.reception import Handling
from bot.workflows import talk
from config.settings import Settings
from tests.bot_api import TOKEN, BotApi
from tests.conftest import inhabit, migrate
from tests.hostile import samples
from tests.hostile.checks import Log, listening, sendable
from tests.hostile.shape import Fed, Opened
from tests.world import World

_LINES = 6  # updates in one input
_SETTLED = {Handling.TAKEN, Handling.PARKED}
_KEPT = ("requests", "messages", "people", "drafts", "outbox", "interventions", "events")


class Fuzzed:
    """A bot on the demo's world and a stand-in for Telegram."""

    def __init__(self, house: House, world: World, api: BotApi, log: Log) -> None:
        self._house = house
        self._world = world
        self._api = api
        self._log = log
        self._number = 0

    async def feed(self, raw: bytes) -> None:
        """Brings the updates of an input, one a line, and carries out what they lead to."""
        for line in raw.split(b"\n")[:_LINES]:
            await self._bring(self._numbered(line))
            if (polled := _polled(self._numbered(line))) is not None:
                await self._bring(polled)
        await self._carried()
        sendable(self._api.calls)
        self._api.calls.clear()
        self._log.check()

    async def _bring(self, raw: bytes | Mapping[str, Any]) -> None:
        """Brings an update as the webhook or as polling does."""
        malformed = _malformed(raw)
        before = await self._kept() if malformed else None
        parked = len(await self._world.rows("parked"))

        handling = await self._house.reception.receive(raw)

        assert handling in _SETTLED, handling
        assert (handling is Handling.PARKED) == malformed, f"{handling} of {str(raw)[:300]!a}"
        more = len(await self._world.rows("parked")) - parked
        assert more in ((0, 1) if malformed else (0,))
        if malformed:
            assert await self._kept() == before
            assert await self._house.reception.receive(raw) is Handling.PARKED
            assert len(await self._world.rows("parked")) == parked + more, "parked twice"

    async def _carried(self) -> None:
        """Has the courier carry out what waits, until nothing does that may be carried now."""
        for _ in range(20):
            await self._house.courier._round()
            if not self._house.courier._sending:
                break
            await asyncio.wait(self._house.courier._sending)

    async def _kept(self) -> list[int]:
        return [len(await self._world.rows(table)) for table in _KEPT]

    def _numbered(self, raw: bytes) -> bytes:
        """The update with a number that no other had: else it would count as one that came again."""
        self._number += 1
        return raw.replace(b'"update_id": 1,', b'"update_id": %d,' % (1000 + self._number), 1)


def _polled(raw: bytes) -> Mapping[str, Any] | None:
    """The update as polling brings it; None where it would not."""
    try:
        update = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return update if is_numbered(update) else None


def _malformed(raw: bytes | Mapping[str, Any]) -> bool:
    try:
        load(raw)
    except (ValueError, RecursionError):
        return True
    return False


def house(wrapped: Callable[[bytes], bytes], seeds: Callable[[], Iterable[bytes]]) -> Opened:
    """The entrance of updates that `wrapped` makes of an input."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Fed]:
        with tempfile.TemporaryDirectory() as folder, listening() as log:
            url = f"sqlite:///{shutil.copy(await _inhabited(), folder)}"
            records = open_records(url)
            async with BotApi() as api:
                world = World(records)
                await world.file("eleve")
                await world.file("enseignant", "compte")
                given: dict[str, Any] = {"telegram_token": TOKEN, "telegram_api": api.url[:-4], "database_url": url}
                made = _build(
                    Settings(_env_file=None, **given), world.desk, TOKEN, partial(talk.put_aside, world.desk)
                )
                async with made.application:
                    fuzzed = Fuzzed(made, world, api, log)
                    api.calls.clear()
                    yield Fed(lambda raw: fuzzed.feed(wrapped(raw)), list(seeds()))
            await records.close()

    return opened


_TEMPLATE: list[tempfile.TemporaryDirectory[str]] = []


async def _inhabited() -> Path:
    """A file of the demo's world, made once in this process."""
    if not _TEMPLATE:
        _TEMPLATE.append(tempfile.TemporaryDirectory())
        url = f"sqlite:///{_TEMPLATE[0].name}/palier.db"
        await migrate(url)
        await inhabit(url)
    return Path(_TEMPLATE[0].name) / "palier.db"


def pressed(raw: bytes) -> bytes:
    """A press of a button with that data."""
    return samples.pressed(raw.decode(errors="replace"))


def said(raw: bytes) -> bytes:
    """A message with that text."""
    return samples.said(raw.decode(errors="replace"))


def looked(raw: bytes) -> bytes:
    """An inline query with the first line, from the offset in the second one."""
    query, _, offset = raw.decode(errors="replace").partition("\n")
    return samples.looked(query, offset)


#: by name, what makes updates of an input, and honest inputs
HOUSES: dict[str, tuple[Callable[[bytes], bytes], Callable[[], Iterable[bytes]]]] = {
    "updates": (bytes, samples.updates),
    "taps": (pressed, samples.buttons),
    "words": (said, samples.typed),
    "inline": (looked, samples.queries),
}
