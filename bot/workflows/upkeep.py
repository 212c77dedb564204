"""What time brings: silence closes, old traces go, rights follow the ENT."""

from __future__ import annotations

from datetime import timedelta

from bot.storage import drafts, outbox, requests
from bot.storage.work import Work, forget_causes
from bot.terms import Act, Refusal
from bot.workflows import notices, people
from bot.workflows.desk import Desk
from bot.workflows.rules.access import Standing
from bot.workflows.rules.lifecycle import SILENCE, case_of, fire

_NOBODY = Standing(False, False, False, False, False, False)
_CAUSES_LIVE = timedelta(days=3)  # Telegram brings an update back for a day at most
_DRAFTS_LIVE = timedelta(days=7)
_SENT_LIVE = timedelta(days=30)


async def tend(desk: Desk) -> None:
    """Does what is due by now; a second call at the same moment does nothing more."""
    await close_silent(desk)
    await sweep(desk)
    await people.refresh(desk)


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
        forget_causes(work, now - _CAUSES_LIVE)
        drafts.forget(work, now - _DRAFTS_LIVE)
        outbox.forget_sent(work, now - _SENT_LIVE)

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
    notices.spread(work, "expired", request, None, {})
    return 1
