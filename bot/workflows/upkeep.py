"""Upkeep: runs the chores of every noun, one job for each lane, and deletes what is no longer needed."""

from __future__ import annotations

from functools import partial

from bot.storage.purging.batches import purge
from bot.storage.purging.kinds import KINDS, Kind
from bot.storage.purging.sweeping import begin
from bot.workflows import ahead
from bot.workflows.declaring import Chore, Lane
from bot.workflows.desk import Desk
from bot.workflows.jobs import Job
from bot.workflows.nouns import NOUNS
from bot.workflows.people.departed import erase_departed

_BATCHES = 2000  # of one kind in one sweep at most; the next sweep goes on
_IDLE = 3600.0  # seconds: nothing is due


async def sweep(desk: Desk) -> None:
    """Deletes the rows of every kind whose time is over (`config/retention.toml`); once an hour, whoever calls it.

    So it is with the accounts of an ENT that leaves it to the desk (`config/feed.toml`), and what is kept about them.
    Each batch is a transaction of its own, so that nobody waits for long. Nothing is deleted while the clock cannot
    be believed. What a sweep leaves, since it was cut off or there was too much, the next one deletes.
    """
    if await desk.once(f"sweep:{desk.clock():%Y-%m-%dT%H}", begin):
        if desk.departures is not None:
            await desk.departures.depart()
            await erase_departed(desk)
        for kind in KINDS:
            await _sweep(desk, kind)


async def _sweep(desk: Desk, kind: Kind) -> None:
    before, after = desk.clock() - desk.policy.retention.kept[kind.name], None
    for _ in range(_BATCHES):
        after = await desk.put(purge, kind, before, after)
        if after is None:
            return


CHORES: tuple[Chore, ...] = (*(chore for noun in NOUNS for chore in noun.chores), Chore(Lane.PURGE, sweep))


async def tend(desk: Desk) -> None:
    """Does every chore of every lane that is due; a second call at the same moment changes nothing."""
    for lane in Lane:
        await _tend(lane, desk)


async def _tend(lane: Lane, desk: Desk) -> None:
    await ahead.mend(desk)
    for chore in CHORES:
        if chore.lane is lane:
            await chore.do(desk)


async def _pause(lane: Lane, desk: Desk) -> float:
    """Seconds until a chore of the lane is due again; an hour where none says when."""
    pauses = [await chore.pause(desk) for chore in CHORES if chore.lane is lane and chore.pause is not None]
    return min(pauses, default=_IDLE)


JOBS = tuple(Job(lane.value, partial(_tend, lane), partial(_pause, lane)) for lane in Lane)
