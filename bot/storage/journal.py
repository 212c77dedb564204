"""The journal: finds lines of the audit again, for those who may read them, and for whom they are about."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, Text, and_, bindparam, or_, select, type_coerce

from bot.storage.audit.lines import Line, Written
from bot.storage.audit.reading import LINES, UNFIT, read, refuse_others
from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Role

_REQUESTS = DESK.tables["requests"]
_NEWEST = (LINES.c.at.desc(), LINES.c.position.desc())  # many lines bear the same moment
_LATELY = Prepared(
    select(LINES.c.facts).where(
        LINES.c.person == bindparam("who"),
        LINES.c.at > bindparam("since"),
        LINES.c.act == bindparam("what"),
        LINES.c.account == bindparam("whose"),
        LINES.c.school == bindparam("where"),
        LINES.c.request.is_not_distinct_from(bindparam("which", type_=LINES.c.request.type)),
    )
)


def written_since(work: Work, line: Line, since: datetime) -> bool:
    """Whether the same line, of the same person, was written after that moment, or is about to be in this work.

    False where one of the lines that it may be cannot be read.
    """
    if line in work.lines:
        return True
    values = {"who": line.person, "since": since, "what": line.act, "whose": line.account, "where": line.school}
    try:
        found = work.run(_LATELY, values | {"which": line.request})
    except UNFIT as error:
        refuse_others(error)
        return False
    return any(row.facts == line.facts for row in found)


def answered(work: Work, person: int) -> bool:
    """Whether that person did or saw something while they answered at some level."""
    found = select(LINES.c.position).where(LINES.c.person == person, LINES.c.level.is_not(None)).limit(1)
    return work.execute(found).first() is not None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines somebody wants to see: those of these structures, and of requests that were at these desks.

    Of all where both are None.
    """

    schools: Collection[str] | None = None
    desks: Collection[Role] | None = None
    request: int | None = None  #: only those about that request
    account: str = ""  #: only those about that account


def page(work: Work, wanted: Wanted, before: int = 0, after: int = 0, limit: int = 50) -> list[Written]:
    """The newest of the lines wanted, newest first, `limit` at most.

    Of those at a lower position than `before`, where it is given; where `after` is, the lowest ones above it.
    """
    where: list[ColumnElement[bool]] = []
    if wanted.request is not None:
        where.append(LINES.c.request == wanted.request)
    if wanted.account:
        where.append(LINES.c.account == wanted.account)
    if wanted.schools is not None or wanted.desks is not None:
        near = LINES.c.school.in_(sorted(wanted.schools or ()))
        where.append(or_(near, LINES.c.request.in_(_visited(wanted.desks))) if wanted.desks else near)
    where += [LINES.c.position < before] if before else []
    where += [LINES.c.position > after] if after else []
    order = LINES.c.position if after else LINES.c.position.desc()
    found = read(work.connection, select(LINES).where(*where).order_by(order).limit(limit))
    return sorted(found, key=lambda line: -line.position)


def before_moment(work: Work, moment: datetime) -> int:
    """The position below which all lines are that were written before that moment, as far as it is known."""
    newest = select(LINES.c.position).where(LINES.c.at < moment).order_by(*_NEWEST).limit(1)
    return int(work.execute(newest).scalar() or 0) + 1


def oldest(work: Work) -> datetime | None:
    """The moment of the oldest line; None where there is none, or it cannot be read."""
    found = read(work.connection, select(LINES).order_by(LINES.c.position).limit(1))
    return found[0].at if found and not found[0].unreadable else None


def concerning(work: Work, person: int, account: str, asked: Collection[int], limit: int) -> list[Written]:
    """The lines of what that person did, of what was done about their account, and of who saw the requests `asked`.

    The newest first.
    """
    seen = and_(LINES.c.act == "see_request", LINES.c.request.in_(sorted(asked)))
    mine = or_(LINES.c.person == person, LINES.c.account == account, seen)
    return read(work.connection, select(LINES).where(mine).order_by(LINES.c.position.desc()).limit(limit))


def _visited(desks: Collection[Role]) -> Select[int]:
    """The numbers of the requests that were at one of these desks."""
    written = type_coerce(_REQUESTS.c.visited, Text)
    been = (written.contains(json.dumps([int(one.level), one.structure], ensure_ascii=False)) for one in desks)
    return select(_REQUESTS.c.number).where(or_(*been))
