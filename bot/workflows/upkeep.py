"""What time brings: silence closes, old traces go, rights follow the ENT."""

from __future__ import annotations

from datetime import timedelta

from bot.storage import drafts, lines, outbox, parking, requests, screens, searches
from bot.storage.work import Work, forget_causes
from bot.terms import Act, Refusal
from bot.workflows import acting, people
from bot.workflows.blocks import campaigns
from bot.workflows.desk import Desk
from bot.workflows.reports import watching
from bot.workflows.requests import telling
from bot.workflows.rules.requests.access import Standing
from bot.workflows.rules.requests.lifecycle import SILENCE, case_of, fire
from bot.workflows.turns import Job

_NOBODY = Standing(False, False, False, False, False, False)
_CAUSES_LIVE = timedelta(days=3)  # Telegram brings an update back for a day at most
_DRAFTS_LIVE = timedelta(days=7)
_SENT_LIVE = timedelta(days=30)
_SEARCHES_LIVE = timedelta(days=1)
_UNTIL_NEXT = 3600.0  # seconds: nothing is due


async def tend(desk: Desk) -> None:
    """Does what is due by now; a second call at the same moment does nothing more."""
    await keep_time(desk)
    await follow_ent(desk)


async def keep_time(desk: Desk) -> None:
    """What the records alone bring."""
    await vanish(desk)
    await acting.own_up(desk)
    await close_silent(desk)
    await sweep(desk)


async def follow_ent(desk: Desk) -> None:
    """What the ENT must be asked for; it may be slow."""
    await campaigns.advance(desk)
    await people.refresh(desk)
    await watching.look(desk)


async def vanish(desk: Desk) -> int:
    """How many messages that show a code were handed over to be taken away, now that their time is up."""
    due = await desk.look(screens.next_expiry)
    if due is None or due > desk.clock():
        return 0
    return await desk.once(f"vanish:{desk.clock().isoformat()}", screens.expired) or 0


async def until_expiry(desk: Desk) -> float:
    """Seconds until the next message that shows a code is to be taken away."""
    due = await desk.look(screens.next_expiry)
    return max(0.05, (due - desk.clock()).total_seconds()) if due else _UNTIL_NEXT


async def until_read(desk: Desk) -> float:
    """Seconds until schools are to be read again that were asked for too soon."""
    return watching.pause(desk)


async def close_silent(desk: Desk, limit: int = 200) -> int:
    """How many resolved requests were closed after seven days of silence."""
    due = await desk.look(requests.silent, desk.clock() - SILENCE, limit)
    closed = 0
    for request in due:
        assert request.resolved_at is not None
        cause = f"silence:{request.number}:{request.resolved_at.isoformat()}"
        closed += await desk.once(cause, _expire, request.number) or 0
    return closed


async def sweep(desk: Desk) -> None:
    """Drops causes, drafts and sent notices that nothing needs any more, once an hour."""
    now = desk.clock()

    def drop(work: Work) -> None:
        forget_causes(work, (parking.oldest(work) or now) - _CAUSES_LIVE)  # a replay must meet its own
        drafts.forget(work, now - _DRAFTS_LIVE)
        outbox.forget_sent(work, now - _SENT_LIVE)
        searches.forget(work, now - _SEARCHES_LIVE)
        lines.forget(work)

    await desk.once(f"sweep:{now:%Y-%m-%dT%H}", drop)


def _expire(work: Work, number: int) -> int:
    request = requests.load(work, number, to_change=True)
    assert request is not None
    try:
        request.status = fire(Act.EXPIRE, case_of(request, work.now, _NOBODY, None, None), number)
    except Refusal:  # its requester was quicker
        return 0
    request.closed_at = request.updated_at = work.now
    requests.save(work, request)
    requests.write_event(work, number, None, Act.EXPIRE)
    telling.spread(work, "expired", request, None, {})
    return 1


#: what is tended apart: a slow ENT must not keep a code in a chat
JOBS = (Job("time", keep_time, until_expiry), Job("ent", follow_ent, until_read))
