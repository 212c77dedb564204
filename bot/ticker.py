"""The ticker: runs a job whenever it is due. Any number of replicas may do so: each thing is done once."""

from __future__ import annotations

import asyncio
import logging

from bot.delivery import leases
from bot.living import Beat
from bot.stopping import to_the_end
from bot.terms import Unavailable
from bot.workflows.desk import Desk
from bot.workflows.jobs import Job

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
    """Runs the job again and again until `stop`: every `every` seconds, or sooner if it asks so or `stir` is called.

    `alone` says that there is no other replica; else a lease is taken for each run.
    """
    stirred, hurried = desk.stirred(), False
    while not stop.is_set():
        beat()
        pause = every
        try:
            work = leases.run(desk, job, every) if alone else leases.run_leased(desk, job, every, hurried)
            pause = await to_the_end(work, stop) or every
        except Unavailable as error:
            log.warning("Upkeep waits: %s", error)
        except Exception:
            log.exception("Upkeep failed; it is tried again")
        await _first((stop, stirred), pause)
        hurried = stirred.is_set()
        stirred.clear()


async def _first(events: tuple[asyncio.Event, ...], seconds: float) -> None:
    """Returns once one of the events is set, or after so many seconds."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for one in waiting:
        one.cancel()
