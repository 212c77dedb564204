"""Finds requests by who reads at their desk, and what somebody missed while they could not be reached."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, text

from bot.storage import doubts
from bot.storage.tables import DESK
from bot.storage.tables.delivery import UNDELIVERED
from bot.storage.tables.requests import OUTSIDE, SERVED, STANDING, STRANDED
from bot.storage.work import Work
from bot.terms import Level, Part, Person, Role, Status, Voice

_REQUESTS = DESK.tables["requests"]
_PEOPLE = DESK.tables["people"]
_ROLES = DESK.tables["roles"]
_PARTIES = DESK.tables["parties"]
_MESSAGES = DESK.tables["messages"]
_EVENTS = DESK.tables["events"]
_OUTBOX = DESK.tables["outbox"]
_NUMBER = _REQUESTS.c.number


def unread_desks(work: Work) -> dict[Role, int]:
    """The desks with standing requests where nobody can be reached, each with the number of one such request."""
    at = (_REQUESTS.c.level, _REQUESTS.c.desk)
    some = select(*at, func.min(_NUMBER).label("sample")).where(STANDING).group_by(*at).subquery()
    rows = work.execute(select(some).where(~_read(some.c.level, some.c.desk)).order_by(some.c.sample))
    return {Role(Level(row.level), row.desk): row.sample for row in rows}


def standing(work: Work, role: Role, limit: int, *, stranded: bool = True) -> list[int]:
    """Numbers of the standing requests at that desk, lowest first; without `stranded`, only those not stranded."""
    mine: list[Any] = [STANDING, _REQUESTS.c.level == int(role.level), _REQUESTS.c.desk == role.structure]
    mine += [] if stranded else [_REQUESTS.c.stranded_at.is_(None)]
    return _numbers(work, select(_NUMBER).where(*mine).limit(limit))


def unheld(work: Work, role: Role, limit: int) -> list[int]:
    """Numbers of the standing requests at that desk that nobody holds, lowest first."""
    at = (_REQUESTS.c.level == int(role.level), _REQUESTS.c.desk == role.structure)
    return _numbers(work, select(_NUMBER).where(STANDING, *at, _REQUESTS.c.holder.is_(None)).limit(limit))


def found(work: Work, limit: int) -> list[int]:
    """Numbers of the standing requests that were stranded, at whose desk somebody reads now."""
    read = _read(_REQUESTS.c.level, _REQUESTS.c.desk)
    return _numbers(work, select(_NUMBER).where(STRANDED, read).limit(limit))


def outside(work: Work, limit: int) -> list[int]:
    """Numbers of the standing calls for help that were told outside the school, lowest first."""
    return _numbers(work, select(_NUMBER).where(OUTSIDE).limit(limit))


def served_for(work: Work, role: Role, limit: int) -> list[int]:
    """Numbers of the standing requests that another desk serves in place of that one, lowest first."""
    elsewhere = _REQUESTS.c.level != int(role.level)
    return _numbers(work, select(_NUMBER).where(SERVED, _REQUESTS.c.proper == (role,), elsewhere).limit(limit))


def held(work: Work, person: Person, limit: int) -> list[int]:
    """Numbers of the standing requests that the person holds, lowest first; nothing is locked."""
    return _numbers(work, select(_NUMBER).where(STANDING, _REQUESTS.c.holder == person.id).limit(limit))


def asked_for(work: Work, person: Person, statuses: tuple[Status, ...], limit: int) -> list[int]:
    """Numbers of the requests in these states that the person asked for, or filed for somebody; lowest first."""
    mine = select(_PARTIES.c.request).where(
        _PARTIES.c.person == person.id, _PARTIES.c.part.in_([Part.REQUESTER.value, Part.FILER.value])
    )
    some = _REQUESTS.c.status.in_([status.value for status in statuses])
    return _numbers(work, select(_NUMBER).where(_NUMBER.in_(mine), some).limit(limit))


def missed(work: Work, person: Person, since: datetime, limit: int) -> list[int]:
    """Numbers of the requests about which a message, queued then or later, may not have reached the person.

    And those that they asked for, or filed, in which somebody else wrote to them then or later: what a new bot cannot
    say yet is dropped.
    """
    said = _OUTBOX.c.kind.in_(doubts.SAID)  # an edit or a deletion is no message
    lost = and_(UNDELIVERED, said, _OUTBOX.c.person == person.id, _OUTBOX.c.at >= since)
    told = select(_OUTBOX.c.request).where(lost, _OUTBOX.c.request.is_not(None)).distinct()
    numbers = set(work.execute(told.limit(limit)).scalars())
    own = select(_PARTIES.c.request).where(_PARTIES.c.person == person.id, _PARTIES.c.part != Part.SENDER.value)
    answers = _MESSAGES.c.voice.in_([Voice.ANSWER.value, Voice.QUESTION.value])
    written = (_MESSAGES.c.request.in_(own), answers, _MESSAGES.c.author != person.id, _MESSAGES.c.at >= since)
    numbers |= set(work.execute(select(_MESSAGES.c.request).where(*written).distinct().limit(limit)).scalars())
    return sorted(numbers)[:limit]


def warned(work: Work, person: Person, since: datetime, act: str) -> list[int]:
    """Numbers of the requests about which the audit has that act of the person's since then.

    Only those that the person asked for, or holds.
    """
    mine = (_EVENTS.c.person == person.id, _EVENTS.c.act == act, _EVENTS.c.at >= since)
    around = or_(
        _EVENTS.c.request.in_(select(_NUMBER).where(_REQUESTS.c.requester == person.id)),
        _EVENTS.c.request.in_(select(_NUMBER).where(STANDING, _REQUESTS.c.holder == person.id)),
    )
    told = select(_EVENTS.c.request).where(around, *mine).distinct()
    return list(work.execute(told.order_by(_EVENTS.c.request)).scalars())


def _numbers(work: Work, wanted: Select[Any]) -> list[int]:
    return list(work.execute(wanted.order_by(_NUMBER)).scalars())


def _read(level: Any, desk: Any) -> ColumnElement[bool]:
    """Whether a linked person who can be reached answers at that desk."""
    of = _ROLES.join(_PEOPLE, _PEOPLE.c.id == _ROLES.c.person)
    here = (_ROLES.c.level == level, _ROLES.c.structure == desk)
    able = (_PEOPLE.c.reachable, _PEOPLE.c.telegram_id.is_not(None))
    return select(text("1")).select_from(of).where(*here, *able).exists()
