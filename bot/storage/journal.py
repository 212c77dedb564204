"""The journal: finds lines of the audit again, for those who may read them, and for whom they are about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, or_, select

from bot.storage.audit.lines import Line, Written
from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

_LINES = DESK.tables["audit"]
_COLUMNS = [_LINES.c[name] for name in Written._fields]
_LATELY = Prepared(
    select(_LINES.c.facts).where(
        _LINES.c.person == bindparam("who"),
        _LINES.c.at > bindparam("since"),
        _LINES.c.act == bindparam("what"),
        _LINES.c.account == bindparam("whose"),
        _LINES.c.school == bindparam("where"),
        _LINES.c.request.is_not_distinct_from(bindparam("which", type_=_LINES.c.request.type)),
    )
)


def written_since(work: Work, line: Line, since: datetime) -> bool:
    """Whether the same line, of the same person, was written after that moment, or is about to be in this work."""
    values = {"who": line.person, "since": since, "what": line.act, "whose": line.account, "where": line.school}
    found = work.run(_LATELY, values | {"which": line.request})
    return line in work.lines or any(row.facts == line.facts for row in found)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines somebody wants to see."""

    schools: Collection[str] | None  #: only lines of these structures; of all where None
    request: int | None = None  #: only those about that request
    account: str = ""  #: only those about that account


def page(work: Work, wanted: Wanted, before: int = 0, after: int = 0, limit: int = 50) -> list[Written]:
    """The newest of the lines wanted, newest first, `limit` at most.

    Of those at a lower position than `before`, where it is given; where `after` is, the lowest ones above it.
    """
    where: list[ColumnElement[bool]] = []
    if wanted.request is not None:
        where.append(_LINES.c.request == wanted.request)
    if wanted.account:
        where.append(_LINES.c.account == wanted.account)
    if wanted.schools is not None:
        where.append(_LINES.c.school.in_(sorted(wanted.schools)))
    where += [_LINES.c.position < before] if before else []
    where += [_LINES.c.position > after] if after else []
    order = _LINES.c.position if after else _LINES.c.position.desc()
    rows = work.execute(select(*_COLUMNS).where(*where).order_by(order).limit(limit))
    return sorted((Written._make(row) for row in rows), key=lambda line: -line.position)


def concerning(work: Work, person: int, account: str, limit: int) -> list[Written]:
    """The lines of what that person did, and of what was done about their account, the newest first."""
    mine = or_(_LINES.c.person == person, _LINES.c.account == account)
    rows = work.execute(select(*_COLUMNS).where(mine).order_by(_LINES.c.position.desc()).limit(limit))
    return [Written._make(row) for row in rows]
