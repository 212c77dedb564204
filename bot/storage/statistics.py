"""Statistics: counts the requests that were made in some days, and lists them for a spreadsheet.

Each statement goes through the requests of these days alone, by their index; what it asks of exchange and audit, it
finds by the number of each.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, String, Text, and_, case, cast, func, not_, or_, select, type_coerce
from sqlalchemy.sql.selectable import ScalarSelect

from bot.storage import requests
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Level, Profile, Role, Status, Voice
from bot.terms.figures import Tally

_REQUESTS = DESK.tables["requests"]
_EVENTS = DESK.tables["events"]
_MESSAGES = DESK.tables["messages"]
_PEOPLE = DESK.tables["people"]
_R = _REQUESTS.c
_STANDING = _R.status.in_([status.value for status in ACTIVE])
_ANSWERS = (Voice.ANSWER.value, Voice.QUESTION.value)
_HOUR = 3600  # seconds


@dataclass(frozen=True, slots=True)
class Scope:
    """Which requests are counted: those about schools within these structures, made from one moment to the other."""

    start: datetime
    end: datetime
    within: tuple[str, ...]
    desks: tuple[Role, ...] = ()  #: only those that were at one of these desks; of all where there is none
    unseen: tuple[
        str, ...
    ] = ()  #: schools of whoever reads: a call for help that is told outside them does not exist


def counted(work: Work, scope: Scope) -> list[Tally]:
    """The requests of the scope, by place, level, category and status."""
    alike = (_R.place, _R.level, _R.category, _R.status)
    resolved = _R.resolved_at.is_not(None)
    sums = (
        func.count(),
        _how_many(resolved),
        _how_many(and_(resolved, _R.resolved_at <= _R.due_at)),
        _how_many(and_(_STANDING, _R.due_at < work.now)),
        _how_many(_reopened()),
    )
    statement = select(*alike, *sums).where(*_within(scope)).group_by(*alike).order_by(*alike)
    rows: Sequence[Any] = work.execute(statement).all()
    return [
        Tally(row[0][0], Level(row[1]), row[2], Status(row[3]), *(int(number or 0) for number in row[4:]))
        for row in rows
    ]


def answered(work: Work, scope: Scope) -> dict[int, int]:
    """How many requests had their first answer after so many whole hours."""
    first = select(_R.created_at, _first_answer().label("first")).where(*_within(scope)).subquery()
    hours = _hours(work, first.c.created_at, first.c.first)
    return _by_hour(work, hours, first.c.first.is_not(None))


def solved(work: Work, scope: Scope) -> dict[int, int]:
    """How many requests were solved after so many whole hours."""
    return _by_hour(work, _hours(work, _R.created_at, _R.resolved_at), _R.resolved_at.is_not(None), *_within(scope))


class Listed(NamedTuple):
    """A request as it is listed."""

    number: int
    requester: str  #: a name
    profile: Profile
    holder: str  #: a name, empty where nobody holds it
    answered_at: datetime | None
    reopened: bool
    words: str  #: the first ones of its exchange


def numbers(work: Work, scope: Scope, after: int, limit: int) -> list[int]:
    """The numbers of the requests of the scope that follow that one, lowest first, `limit` at most."""
    later = select(_R.number).where(*_within(scope), _R.number > after)
    return list(work.execute(later.order_by(_R.number).limit(limit)).scalars())


def listed(work: Work, wanted: Collection[int]) -> dict[int, Listed]:
    """What is listed of the requests of these numbers, by number."""
    who, holder = _PEOPLE.alias("who"), _PEOPLE.alias("holder")
    words = _said(_MESSAGES.c.text).order_by(_MESSAGES.c.id).limit(1).scalar_subquery()
    columns = (_R.number, who.c.name, who.c.profile, holder.c.name, _first_answer(), _reopened(), words)
    joined = _REQUESTS.join(who, who.c.id == _R.requester).outerjoin(holder, holder.c.id == _R.holder)
    statement = select(*columns).select_from(joined)
    rows: Sequence[Any] = work.execute(statement.where(_R.number.in_(sorted(wanted)))).all()
    made = (Listed(row[0], row[1], Profile(row[2]), row[3] or "", row[4], bool(row[5]), row[6] or "") for row in rows)
    return {one.number: one for one in made}


def _within(scope: Scope) -> list[ColumnElement[bool]]:
    """The conditions of a scope."""
    found: list[ColumnElement[bool]] = [_R.created_at >= scope.start, _R.created_at < scope.end]
    found.append(or_(*(_names(_R.place, one) for one in scope.within)))
    if scope.desks:
        found.append(or_(*(_visited(role) for role in scope.desks)))
    found += [or_(_R.outside.is_(None), not_(_names(_R.outside, school))) for school in scope.unseen]
    return found


def _names(column: Any, structure: str) -> ColumnElement[bool]:
    """Whether these places, or the structures above them, name that one."""
    return type_coerce(column, Text).like(requests.about(structure), escape="\\")


def _visited(role: Role) -> ColumnElement[bool]:
    """Whether a request was at that desk."""
    named = json.dumps([int(role.level), role.structure], ensure_ascii=False)
    for special in ("\\", "%", "_"):
        named = named.replace(special, f"\\{special}")
    return type_coerce(_R.visited, Text).like(f"%{named}%", escape="\\")


def _first_answer() -> ScalarSelect[Any]:
    """When somebody else than whoever asked first wrote to them."""
    others = (_MESSAGES.c.author != _R.requester, or_(_R.filer.is_(None), _MESSAGES.c.author != _R.filer))
    found: ScalarSelect[Any] = _said(func.min(_MESSAGES.c.at), *others).scalar_subquery()
    return found


def _said(what: Any, *more: ColumnElement[bool]) -> Any:
    """That of the messages of a request which its requester reads, and what they wrote."""
    return (
        select(what)
        .where(_MESSAGES.c.request == _R.number, _MESSAGES.c.voice.in_(_ANSWERS), *more)
        .correlate(_REQUESTS)
    )


def _reopened() -> ColumnElement[bool]:
    mine = (_EVENTS.c.request == _R.number, _EVENTS.c.act == Act.REOPEN.value)
    return select(_EVENTS.c.id).where(*mine).correlate(_REQUESTS).exists()


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _hours(work: Work, since: Any, until: Any) -> ColumnElement[int]:
    """The whole hours between two moments."""
    if work.connection.dialect.name == "sqlite":
        since, until = (cast(func.strftime("%s", cast(moment, String)), Integer) for moment in (since, until))
        whole: ColumnElement[int] = (until - since) // _HOUR
        return whole
    return cast(func.floor(func.extract("epoch", until - since) / _HOUR), Integer)


def _by_hour(work: Work, hours: ColumnElement[int], *conditions: ColumnElement[bool]) -> dict[int, int]:
    statement = select(hours.label("hours"), func.count()).where(*conditions).group_by("hours").order_by("hours")
    rows: Sequence[Any] = work.execute(statement).all()
    return {max(0, int(row[0])): int(row[1]) for row in rows}
