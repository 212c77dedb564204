"""Jobs: recurring work, as the ticker runs it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from bot.workflows.desk import Desk


@dataclass(frozen=True, slots=True)
class Job:
    """One recurring job: `tend` does what is due, and `pause` then returns the seconds until more is due."""

    name: str
    tend: Callable[[Desk], Coroutine[Any, Any, None]]
    pause: Callable[[Desk], Awaitable[float]]
