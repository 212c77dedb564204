"""Deletes messages that show a code, once their time is up."""

from __future__ import annotations

from bot.storage import screens
from bot.workflows.desk import Desk

_IDLE = 3600.0  # seconds: nothing is due
_LEAST = 0.05  # seconds


async def vanish(desk: Desk) -> int:
    """Queues the deletion of the messages that have expired; returns how many."""
    due = await desk.look(screens.next_expiry)
    if due is None or due > desk.clock():
        return 0
    return await desk.once(f"vanish:{desk.clock().isoformat()}", screens.expired) or 0


async def until_expiry(desk: Desk) -> float:
    """Seconds until the next message that shows a code expires; an hour where there is none."""
    due = await desk.look(screens.next_expiry)
    return max(_LEAST, (due - desk.clock()).total_seconds()) if due else _IDLE
