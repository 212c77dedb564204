"""Failures on demand: the next calls of a method are refused, cut off, or slow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .errors import BotApiError, forbidden, too_many_requests

KINDS = frozenset({429, 500, 502, 403, "drop", "slow"})


@dataclass
class Fault:
    """How the next `times` calls of `method` (`*`: any method) fail."""

    method: str
    error: int | str
    times: int = 1
    retry_after: int = 1
    seconds: float = 1.0
    after_effect: bool = False

    def refusal(self) -> BotApiError:
        """Returns the error that answers a call which fails in this way."""
        if self.error == 429:
            return too_many_requests(self.retry_after)
        if self.error == 403:
            return forbidden("bot was blocked by the user")
        words = {500: "Internal Server Error", 502: "Bad Gateway"}
        return BotApiError(int(self.error), words[int(self.error)])


class Faults:
    """The faults asked for and not used up yet."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Adds a fault; faults are used in the order in which they were added."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Removes every fault."""
        self._waiting.clear()

    def take(self, method: str) -> Fault | None:
        """Returns the fault that hits this call and counts it down by one; None if the call may succeed."""
        fault = next((f for f in self._waiting if f.method.lower() in ("*", method.lower())), None)
        if fault is not None:
            fault.times -= 1
            if fault.times <= 0:
                self._waiting.remove(fault)
        return fault

    def shown(self) -> list[dict[str, Any]]:
        """Returns the faults not used up yet, as JSON."""
        return [vars(fault) for fault in self._waiting]
