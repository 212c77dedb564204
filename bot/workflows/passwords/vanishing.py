"""Deletes messages that show a code, once their time is up; says so where one cannot be deleted."""

from __future__ import annotations

from bot.storage import interventions, outbox, people, screens
from bot.storage.work import Work
from bot.terms import Notice
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


async def own_up(desk: Desk) -> int:
    """Tells where a code still stands because its message could neither be deleted nor emptied; returns how many.

    Told are those who read in that chat, who can delete the message themselves, and the agent who had the code made.
    """
    standing = await desk.look(outbox.standing)
    for number, chat, deed in standing:
        await desk.once(f"standing:{number}", _own_up, number, chat, deed)
    return len(standing)


def _own_up(work: Work, number: int, chat: int, deed: int) -> None:
    made = interventions.load(work, deed)
    assert made is not None
    facts = {"name": made.whom.partition(" ")[0]}  # the code still stands there: no full name beside it
    reader, agent = people.speaking(work, chat), people.by_id(work, made.person)
    if reader is not None:
        outbox.tell(work, reader, Notice("code_stands", facts))
    if agent is not None and agent.telegram_id != chat:
        outbox.tell(work, agent, Notice("code_stands_there", facts))
    outbox.owned_up(work, number)
