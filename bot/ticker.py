"""Has what time brings done when it is due; any number of replicas may tick, each act happens once."""

from __future__ import annotations

import asyncio
import logging

from bot.living import Beat
from bot.stopping import to_the_end
from bot.terms import Unavailable
from bot.workflows.desk import Desk
from bot.workflows.turns import Job, tend, tend_in_turn

log = logging.getLogger(__name__)


async def tick(
    desk: Desk,
    stop: asyncio.Event,
    job: Job,
    beat: Beat = lambda: None,
    *,
    alone: bool = True,
    every: float = 60.0,
) -> None:
    """Tends until `stop`: every so many seconds, when something is due sooner, and when the desk is stirred.

    Unless it was promised to be `alone`, replicas take turns.
    """
    stirred, hurried = desk.stirred(), False
    while not stop.is_set():
        beat()
        pause = every
        try:
            work = tend(desk, job, every) if alone else tend_in_turn(desk, job, every, hurried)
            pause = await to_the_end(work, stop) or every
        except Unavailable as error:
            log.warning("Upkeep waits: %s", error)
        except Exception:
            log.exception("Upkeep failed; it is tried again")
        await _first((stop, stirred), pause)
        hurried = stirred.is_set()
        stirred.clear()


async def _first(events: tuple[asyncio.Event, ...], seconds: float) -> None:
    """Waits until one of the events is set, or so many seconds have passed."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for one in waiting:
        one.cancel()
