"""Failures on demand: the next calls of a method are refused, answered by a proxy, cut off, or slow."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from .errors import BotApiError, Impossible

Json = dict[str, Any]
WAYS = ("drop", "slow")
FIELDS: dict[str, tuple[type, ...]] = {
    "times": (int,), "retry_after": (int, float), "seconds": (int, float), "after_effect": (bool,),
    "description": (str,), "parameters": (dict,), "body": (str,), "content_type": (str,), "chat_id": (int, str),
}  # fmt: skip


@dataclass
class Fault:
    """How the next `times` calls of `method` (`*`: any method) fail.

    `error` is an HTTP status, "drop" or "slow". `description` and `parameters` stand in the answer as they are given.
    With `body`, that text is the whole answer, as when a proxy answers in the server's place.
    """

    method: str
    error: int | str
    times: int = 1
    retry_after: float = 1
    seconds: float = 1.0
    after_effect: bool = False
    description: str | None = None
    parameters: Json | None = None
    body: str | None = None
    content_type: str = "text/html"
    chat_id: int | str | None = None

    def refusal(self) -> BotApiError:
        """Returns the error that answers a call which fails in this way."""
        code = int(self.error)
        more = dict(self.parameters or {})
        if code == 429:
            more = {"retry_after": self.retry_after, **more}
        return BotApiError(code, self._words(code, more) if self.description is None else self.description, **more)

    def _words(self, code: int, more: Json) -> str:
        """The description where the fault names none."""
        if code == 403:
            return "Forbidden: bot was blocked by the user"
        if code == 429:
            return f"Too Many Requests: retry after {more['retry_after']}"
        known = code in {status.value for status in HTTPStatus}
        return HTTPStatus(code).phrase if known else f"Error {code}"

    @property
    def answers_after_effect(self) -> bool:
        """Returns whether the call is carried out and then answered, by an error that the fault spells out."""
        return self.after_effect and (self.description is not None or self.body is not None)

    def hits(self, method: str, given: Json) -> bool:
        """Returns whether the fault is meant for a call of this method with these parameters."""
        if self.method.lower() not in ("*", method.lower()):
            return False
        return self.chat_id is None or str(given.get("chat_id")) == str(self.chat_id)


def read_fault(given: Json) -> Fault:
    """Returns the fault that a call of the control API describes. Raises Impossible if it makes no sense."""
    error, method = given.get("error"), given.get("method")
    if not isinstance(method, str):
        raise Impossible("The field method is missing or of the wrong type.")
    lowest = 200 if "body" in given else 400
    status = isinstance(error, int) and not isinstance(error, bool) and lowest <= error <= 599
    if not status and error not in WAYS:
        raise Impossible('The error is an HTTP status from 400 to 599 (from 200 with a body), "drop" or "slow".')
    more = {name: given[name] for name in FIELDS if given.get(name) is not None}
    for name, value in more.items():
        if not isinstance(value, FIELDS[name]) or (isinstance(value, bool) and bool not in FIELDS[name]):
            raise Impossible(f"The field {name} is of the wrong type.")
    if more.get("times", 1) < 1:
        raise Impossible("The field times is a positive number.")
    return Fault(method, error if isinstance(error, int) else str(error), **more)


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

    def take(self, method: str, given: Json) -> Fault | None:
        """Returns the fault that hits this call and counts it down by one; None if the call may succeed."""
        fault = next((f for f in self._waiting if f.hits(method, given)), None)
        if fault is not None:
            fault.times -= 1
            if fault.times <= 0:
                self._waiting.remove(fault)
        return fault

    def shown(self) -> list[Json]:
        """Returns the faults not used up yet, as JSON."""
        return [vars(fault) for fault in self._waiting]
