"""Has what time brings done when it is due; any number of replicas may tick, each act happens once."""

from __future__ import annotations

import asyncio
import logging

from bot.terms import Unavailable
from bot.workflows import upkeep
from bot.workflows.desk import Desk

log = logging.getLogger(__name__)


async def tick(desk: Desk, stop: asyncio.Event, every: float = 60.0) -> None:
    """Tends the desk every so many seconds until `stop`."""
    while not stop.is_set():
        try:
            await upkeep.tend(desk)
        except Unavailable as error:
            log.warning("Upkeep waits: %s", error)
        except Exception:
            log.exception("Upkeep failed; it is tried again")
        try:
            async with asyncio.timeout(every):
                await stop.wait()
        except TimeoutError:
            continue
