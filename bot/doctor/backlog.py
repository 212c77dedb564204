"""Checks what waits for an operator: notices that were not delivered, updates that could not be processed."""

from __future__ import annotations

from bot.delivery.undelivered import LATE
from bot.ent.finding import Finding
from bot.storage import gauges
from bot.workflows.desk import Desk


async def outbox(desk: Desk) -> Finding:
    """Whether notices are being sent: none is overdue, dead or uncertain."""
    found = await desk.look(gauges.read)
    words = ", ".join(f"{number} {state}" for state, number in found.outbox.items())
    if found.oldest > LATE.total_seconds():
        waits = f"one waits for {int(found.oldest) // 60} min"
        return Finding("outbox", f"{words}; {waits}: see that the bot runs", fine=False)
    if found.outbox["dead"] or found.outbox["uncertain"]:
        return Finding("outbox", f"{words}: look at them with `palier outbox`, then retry or drop", fine=False)
    return Finding("outbox", words)


async def parked(desk: Desk) -> Finding:
    """Whether every update could be processed: none is parked."""
    if number := (await desk.look(gauges.read)).parked:
        return Finding("parked", f"{number}: look at them with `palier parked`, then replay or drop", fine=False)
    return Finding("parked", "no update waits for an operator")
