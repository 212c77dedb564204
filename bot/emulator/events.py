"""The numbered list of everything that happened, so that the page and the tests can wait for the next event."""

from __future__ import annotations

from collections import deque
from typing import Any

from .clock import Signal

KEPT = 20_000


class Events:
    """The latest events, numbered from 1; a restart of the emulator restarts the numbering."""

    def __init__(self) -> None:
        self.seq = 0
        self._kept: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._news = Signal()

    def add(self, kind: str, **fields: Any) -> int:
        """Records one event, wakes those who wait, and returns its number."""
        self.seq += 1
        self._kept.append({"seq": self.seq, "kind": kind, **fields})
        self._news.fire()
        return self.seq

    def after(self, seq: int) -> list[dict[str, Any]]:
        """Returns the events numbered above `seq`, oldest first."""
        found: list[dict[str, Any]] = []
        for event in reversed(self._kept):
            if event["seq"] <= seq:
                break
            found.append(event)
        return found[::-1]

    async def wait(self, seq: int, seconds: float) -> list[dict[str, Any]]:
        """Returns the events after `seq`, waiting up to `seconds` for the first; empty if none came."""
        if self.seq <= seq and seconds > 0:
            await self._news.wait(seconds)
        return self.after(seq)
