"""The log of the bots' calls: the last ones, with their parameters and results."""

from __future__ import annotations

from collections import deque
from typing import Any

from .clock import Signal
from .parameters import Upload

KEPT = 100_000
SECRET = frozenset({"secret_token", "certificate"})


class Calls:
    """The last hundred thousand calls, numbered from 1."""

    def __init__(self) -> None:
        self.seq = 0
        self._kept: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._news = Signal()

    def add(self, method: str, bot_id: int, at: float, given: dict[str, Any], outcome: dict[str, Any]) -> None:
        """Records one call. Of a file only name and size are kept; a secret is replaced by `…`."""
        self.seq += 1
        ended: dict[str, Any] = {
            name: outcome[name] for name in ("ok", "error_code", "description") if name in outcome
        }
        shown = {name: _shown(name, value) for name, value in given.items()}
        self._kept.append(
            {"seq": self.seq, "method": method, "bot_id": bot_id, "at": at, "parameters": shown, **ended}
        )
        self._news.fire()

    def after(self, seq: int, method: str | None) -> list[dict[str, Any]]:
        """Returns the calls numbered above `seq`, of one method if given, oldest first."""
        found = []
        for call in reversed(self._kept):
            if call["seq"] <= seq:
                break
            if method is None or call["method"].lower() == method.lower():
                found.append(call)
        return found[::-1]

    async def wait(self, seconds: float) -> bool:
        """Returns True at the next call, False when there is none for `seconds`."""
        return await self._news.wait(seconds)


def _shown(name: str, value: Any) -> Any:
    if isinstance(value, Upload):
        return {"file_name": value.name, "file_size": len(value.content)}
    return "…" if name in SECRET else value
