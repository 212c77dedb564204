"""Upkeep: runs the chores of every noun, one job for each lane, and deletes what is no longer needed."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from bot.storage import lists, outbox, parking, rate_windows
from bot.storage.work import Work, forget_causes
from bot.workflows import ahead
from bot.workflows.declaring import Chore, Lane
from bot.workflows.desk import Desk
from bot.workflows.jobs import Job
from bot.workflows.nouns import NOUNS

_CAUSES_LIVE = timedelta(days=3)  # Telegram brings an update back for a day at most
_SENT_LIVE = timedelta(days=30)
_SEARCHES_LIVE = timedelta(days=1)
_IDLE = 3600.0  # seconds: nothing is due


async def sweep(desk: Desk) -> None:
    """Deletes old causes, deliveries, searches and rate windows; once an hour, whoever calls it."""
    now = desk.clock()

    def drop(work: Work) -> None:
        # The causes of a parked update are kept: without them, a replay would do twice what was done before.
        forget_causes(work, (parking.oldest(work) or now) - _CAUSES_LIVE)
        outbox.forget_sent(work, now - _SENT_LIVE)
        lists.forget(work, now - _SEARCHES_LIVE)
        rate_windows.forget(work)

    await desk.once(f"sweep:{now:%Y-%m-%dT%H}", drop)


CHORES: tuple[Chore, ...] = (*(chore for noun in NOUNS for chore in noun.chores), Chore(Lane.TIME, sweep))


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
