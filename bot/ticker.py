"""Has what time brings done when it is due; any number of replicas may tick, each act happens once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from bot.terms import Unavailable
from bot.workflows.desk import Desk

Tend = Callable[[Desk], Coroutine[Any, Any, None]]
Pause = Callable[[Desk], Awaitable[float]]  #: seconds until something is due
GRACE = 5.0  #: seconds that what is under way has to end in; what is cut off is taken up again later

log = logging.getLogger(__name__)


async def tick(desk: Desk, stop: asyncio.Event, tend: Tend, pause_until: Pause, every: float = 60.0) -> None:
    """Tends the desk until `stop`: every so many seconds, when something is due sooner, and when it is stirred."""
    stirred = desk.stirred()
    while not stop.is_set():
        stirred.clear()
        pause = every
        try:
            await _to_the_end(tend(desk), stop)
            pause = min(every, await pause_until(desk))
        except Unavailable as error:
            log.warning("Upkeep waits: %s", error)
        except Exception:
            log.exception("Upkeep failed; it is tried again")
        await _first((stop, stirred), pause)


async def _to_the_end(work: Coroutine[Any, Any, None], stop: asyncio.Event) -> None:
    """Lets the work end, but not for longer than the grace once `stop` is set: an ENT may take its time."""
    task = asyncio.create_task(work)
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait((task, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    await asyncio.wait((task,), timeout=GRACE if stop.is_set() else None)
    if task.done():
        task.result()
    else:
        task.cancel()
        await asyncio.wait((task,))


async def _first(events: tuple[asyncio.Event, ...], seconds: float) -> None:
    """Waits until one of the events is set, or so many seconds have passed."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for one in waiting:
        one.cancel()
