"""Gauging: the gauges of the records, read seldom enough that a monitoring system cannot slow the bot."""

from __future__ import annotations

import asyncio
import time

from bot.storage import gauges
from bot.storage.gauges import Gauges as Gauges
from bot.workflows.desk import Desk

_FRESH = 5.0  # seconds
_SHARE = 100  # at most one hundredth of the time is spent reading


class Gauging:
    """The gauges of one desk; callers at the same moment share one reading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = asyncio.Lock()
        self._read: Gauges | None = None
        self._until = 0.0

    async def read(self) -> Gauges:
        """The gauges as of five seconds ago at most, or longer ago where a reading takes long.

        Raises `Unavailable` where the records cannot be read.
        """
        async with self._lock:
            began = time.monotonic()
            if self._read is None or began >= self._until:
                self._read = None
                self._read = await self._desk.look(gauges.read)
                ended = time.monotonic()
                self._until = ended + max(_FRESH, _SHARE * (ended - began))
            return self._read
