"""What waits for an operator: notices that did not arrive, updates that could not be treated."""

from __future__ import annotations

from bot.ent.finding import Finding
from bot.storage import parking, undelivered
from bot.workflows.desk import Desk
from bot.workflows.undelivered import LATE


async def outbox(desk: Desk) -> Finding:
    """Whether every notice goes its way."""
    counts, oldest = await desk.look(undelivered.count), await desk.look(undelivered.oldest)
    words = ", ".join(f"{number} {state}" for state, number in counts.items())
    if oldest is not None and desk.clock() - oldest > LATE:
        minutes = int((desk.clock() - oldest).total_seconds()) // 60
        return Finding("outbox", f"{words}; one waits for {minutes} min: see that the bot runs", fine=False)
    if counts["dead"] or counts["uncertain"]:
        return Finding("outbox", f"{words}: look at them with `palier outbox`, then retry or drop", fine=False)
    return Finding("outbox", words)


async def parked(desk: Desk) -> Finding:
    """Whether every update could be treated."""
    number = await desk.look(parking.count)
    if number:
        return Finding("parked", f"{number}: look at them with `palier parked`, then replay or drop", fine=False)
    return Finding("parked", "no update waits for an operator")
