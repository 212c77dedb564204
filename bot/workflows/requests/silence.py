"""Closes resolved requests after seven days of silence, which stop while the requester waits for a yes."""

from __future__ import annotations

from bot.storage import people, requests, silence
from bot.storage.work import Work
from bot.terms import Act, Refusal
from bot.workflows.desk import Desk
from bot.workflows.requests import telling
from bot.workflows.requests.events import EXPIRED
from bot.workflows.rules.requests.access import Standing
from bot.workflows.rules.requests.lifecycle import SILENCE, case_of, fire
from bot.workflows.rules.requests.routing import DANGER

_NOBODY = Standing(False, False, False, False, False, False)


async def close_silent(desk: Desk, limit: int = 200) -> int:
    """Closes requests that were resolved seven days ago, `limit` at most; returns how many it closed."""
    due = await desk.look(silence.long_resolved, desk.clock() - SILENCE, DANGER, limit)
    closed = 0
    for number, resolved_at in due:
        closed += await desk.once(f"silence:{number}:{resolved_at.isoformat()}", _expire, number) or 0
    return closed


def _expire(work: Work, number: int) -> int:
    request = requests.load(work, number, to_change=True)
    assert request is not None
    requester = people.by_id(work, request.requester)
    if requester is not None and requester.waits and request.category != DANGER:
        return 0  # since it was found
    try:
        request.status = fire(Act.EXPIRE, case_of(request, work.now, _NOBODY, None, None), number)
    except Refusal:  # somebody changed it first: it is no longer resolved, or was resolved again just now
        return 0
    request.closed_at = request.updated_at = work.now
    requests.save(work, request)
    requests.write_event(work, number, None, Act.EXPIRE)
    telling.spread(work, EXPIRED, request, None, {})
    return 1
