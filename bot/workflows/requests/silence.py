"""Closes resolved requests after seven days of silence."""

from __future__ import annotations

from bot.storage import requests
from bot.storage.work import Work
from bot.terms import Act, Refusal
from bot.workflows.desk import Desk
from bot.workflows.requests import telling
from bot.workflows.requests.events import EXPIRED
from bot.workflows.rules.requests.access import Standing
from bot.workflows.rules.requests.lifecycle import SILENCE, case_of, fire

_NOBODY = Standing(False, False, False, False, False, False)


async def close_silent(desk: Desk, limit: int = 200) -> int:
    """Closes requests that were resolved seven days ago, `limit` at most; returns how many it closed."""
    due = await desk.look(requests.silent, desk.clock() - SILENCE, limit)
    closed = 0
    for request in due:
        assert request.resolved_at is not None
        cause = f"silence:{request.number}:{request.resolved_at.isoformat()}"
        closed += await desk.once(cause, _expire, request.number) or 0
    return closed


def _expire(work: Work, number: int) -> int:
    request = requests.load(work, number, to_change=True)
    assert request is not None
    try:
        request.status = fire(Act.EXPIRE, case_of(request, work.now, _NOBODY, None, None), number)
    except Refusal:  # somebody changed it first: it is no longer resolved, or was resolved again just now
        return 0
    request.closed_at = request.updated_at = work.now
    requests.save(work, request)
    requests.write_event(work, number, None, Act.EXPIRE)
    telling.spread(work, EXPIRED, request, None, {})
    return 1
