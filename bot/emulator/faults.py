"""Failures on demand: the next calls of a method are refused, broken, or slow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .errors import BotApiError, forbidden, too_many_requests

KINDS = frozenset({429, 500, 502, 403, "drop", "slow"})


@dataclass
class Fault:
    """The next `times` calls of `method` (`*`: any) fail in this way."""

    method: str
    error: int | str
    times: int = 1
    retry_after: int = 1
    seconds: float = 1.0
    after_effect: bool = False

    def refusal(self) -> BotApiError:
        """Returns what a call is answered that fails so."""
        if self.error == 429:
            return too_many_requests(self.retry_after)
        if self.error == 403:
            return forbidden("bot was blocked by the user")
        words = {500: "Internal Server Error", 502: "Bad Gateway"}
        return BotApiError(int(self.error), words[int(self.error)])


class Faults:
    """The failures asked for and not used up yet."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Asks for a failure; the first asked is the first used."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Forgets every failure asked for."""
        self._waiting.clear()

    def take(self, method: str) -> Fault | None:
        """Returns the failure of this call and uses it up by one, None when it may succeed."""
        fault = next((f for f in self._waiting if f.method.lower() in ("*", method.lower())), None)
        if fault is not None:
            fault.times -= 1
            if fault.times <= 0:
                self._waiting.remove(fault)
        return fault

    def shown(self) -> list[dict[str, Any]]:
        """Returns what is still to come."""
        return [vars(fault) for fault in self._waiting]
