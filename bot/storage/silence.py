"""Silence: requests that were resolved, and whose requester has said nothing since."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import or_, select, update

from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Status

_REQUESTS = DESK.tables["requests"]
_PEOPLE = DESK.tables["people"]
_WAITING = select(_PEOPLE.c.id).where(_PEOPLE.c.waits)


def long_resolved(work: Work, before: datetime, open_early: str, limit: int) -> list[tuple[int, datetime]]:
    """The requests that were resolved by that moment and still are: number and moment, the longest resolved first.

    Not those of somebody who waits for a yes and may not answer: of theirs, only those of the category `open_early`.
    """
    can = or_(_REQUESTS.c.category == open_early, _REQUESTS.c.requester.not_in(_WAITING))
    key = (_REQUESTS.c.resolved_at, _REQUESTS.c.number)
    found = select(key[1], key[0]).where(_REQUESTS.c.status == Status.RESOLVED, key[0] <= before, can)
    return [(row.number, row.resolved_at) for row in work.execute(found.order_by(*key).limit(limit))]


def resume(work: Work, requester: int, since: datetime | None, open_early: str) -> None:
    """Has the silence after that person's resolved requests go on now, as if no time had passed since that moment.

    It begins anew where `since` is None. Nothing changes for the category `open_early`, which they could answer.
    """
    mine = (_REQUESTS.c.requester == requester, _REQUESTS.c.status == Status.RESOLVED)
    stopped = select(_REQUESTS.c.number, _REQUESTS.c.resolved_at).where(*mine, _REQUESTS.c.category != open_early)
    for row in work.execute(stopped).all():
        lasted = max((since or row.resolved_at) - row.resolved_at, timedelta())
        changed = update(_REQUESTS).where(_REQUESTS.c.number == row.number)
        work.execute(changed.values(resolved_at=work.now - lasted, version=_REQUESTS.c.version + 1))
