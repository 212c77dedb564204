"""What time brings: the chores of every noun, lane by lane, and the sweeping of what nothing needs any more."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from bot.storage import drafts, lists, outbox, parking, rate_windows
from bot.storage.work import Work, forget_causes
from bot.workflows.declaring import Chore, Lane
from bot.workflows.desk import Desk
from bot.workflows.jobs import Job
from bot.workflows.nouns import NOUNS

_CAUSES_LIVE = timedelta(days=3)  # Telegram brings an update back for a day at most
_DRAFTS_LIVE = timedelta(days=7)
_SENT_LIVE = timedelta(days=30)
_SEARCHES_LIVE = timedelta(days=1)
_IDLE = 3600.0  # seconds: nothing is due


async def sweep(desk: Desk) -> None:
    """Drops causes, drafts and sent notices that nothing needs any more, once an hour."""
    now = desk.clock()

    def drop(work: Work) -> None:
        forget_causes(work, (parking.oldest(work) or now) - _CAUSES_LIVE)  # a replay must meet its own
        drafts.forget(work, now - _DRAFTS_LIVE)
        outbox.forget_sent(work, now - _SENT_LIVE)
        lists.forget(work, now - _SEARCHES_LIVE)
        rate_windows.forget(work)

    await desk.once(f"sweep:{now:%Y-%m-%dT%H}", drop)


CHORES: tuple[Chore, ...] = (*(chore for noun in NOUNS for chore in noun.chores), Chore(Lane.TIME, sweep))


async def tend(desk: Desk) -> None:
    """Does what is due by now, in every lane; a second call at the same moment does nothing more."""
    for lane in Lane:
        await _tend(lane, desk)


async def _tend(lane: Lane, desk: Desk) -> None:
    for chore in CHORES:
        if chore.lane is lane:
            await chore.do(desk)


async def _pause(lane: Lane, desk: Desk) -> float:
    """Seconds until the first chore of the lane is due again."""
    pauses = [await chore.pause(desk) for chore in CHORES if chore.lane is lane and chore.pause is not None]
    return min(pauses, default=_IDLE)


JOBS = tuple(Job(lane.value, partial(_tend, lane), partial(_pause, lane)) for lane in Lane)
