"""Watches the loops that must run as long as the process: whether each is still running, and not stuck."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass

log = logging.getLogger(__name__)

Beat = Callable[[], None]  #: what a loop calls at each iteration


@dataclass(slots=True)
class _Loop:
    task: asyncio.Task[None]
    patience: float
    beaten: float


class Life:
    """The loops of one running bot."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._loops: dict[str, _Loop] = {}

    def begin(
        self, name: str, work: Callable[[Beat], Coroutine[None, None, None]], patience: float
    ) -> asyncio.Task[None]:
        """Starts a loop; one that does not beat for `patience` seconds counts as stuck."""

        def beat() -> None:
            self._loops[name].beaten = self._clock()

        task = asyncio.create_task(work(beat), name=name)
        self._loops[name] = _Loop(task, patience, self._clock())
        task.add_done_callback(_tell)
        return task

    def troubles(self) -> list[str]:
        """One sentence per loop that died or is stuck, empty if all run. Only a restart of the process cures them."""
        now = self._clock()
        return [words for name, loop in self._loops.items() if (words := _trouble(name, loop, now))]


def _trouble(name: str, loop: _Loop, now: float) -> str:
    """What is wrong with a loop; empty if it runs, or returned because it was told to stop."""
    if loop.task.done():
        return f"{name} died" if loop.task.cancelled() or loop.task.exception() else ""
    return f"{name} is stuck" if now - loop.beaten > loop.patience else ""


def _tell(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        log.critical("The %s died: this process is of no use any more", task.get_name(), exc_info=error)
