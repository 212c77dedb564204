"""Watches: when the reports of each school were last read, and up to which report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from bot.storage.prepared import insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Level

_TABLE = DESK.tables["watches"]
_ROLES = DESK.tables["roles"]
_BEGIN = insert_once(_TABLE)
NEVER = datetime.fromtimestamp(0, UTC)  #: when a school was read that never was


@dataclass(frozen=True, slots=True)
class Watch:
    """A school whose reports this process is to read now."""

    school: str
    read_at: datetime  #: when they were read the time before
    newest: datetime | None  #: the moment of the newest report known


def posts(work: Work, level: Level) -> list[str]:
    """The structures where a linked person answers at that level."""
    statement = select(_ROLES.c.structure).where(_ROLES.c.level == int(level)).distinct()
    return list(work.execute(statement.order_by(_ROLES.c.structure)).scalars())


def claim(work: Work, schools: Sequence[str], rest: timedelta, limit: int) -> list[Watch]:
    """Claims up to `limit` of the schools, those read longest ago first, none read within `rest`.

    Their `read_at` becomes now, so that no other process claims them in this round.
    """
    among = _TABLE.c.school.in_(list(schools))
    met = set(work.execute(select(_TABLE.c.school).where(among)).scalars())
    for school in schools:
        if school not in met:
            work.run(_BEGIN, {"school": school, "read_at": NEVER, "newest": None})
    turn = select(_TABLE).where(among, _TABLE.c.read_at <= work.now - rest).limit(limit)
    longest_ago = turn.order_by(_TABLE.c.read_at, _TABLE.c.school)
    rows = work.execute(longest_ago.with_for_update(skip_locked=True)).all()
    taken = _TABLE.c.school.in_([row.school for row in rows])
    work.execute(update(_TABLE).where(taken).values(read_at=work.now))
    return [Watch(row.school, row.read_at, row.newest) for row in rows]


def oldest(work: Work, schools: Sequence[str]) -> datetime:
    """When that one of the schools was read that was read longest ago; `NEVER` where one never was."""
    rows = work.execute(select(_TABLE.c.school, _TABLE.c.read_at).where(_TABLE.c.school.in_(list(schools)))).all()
    read = {row.school: row.read_at for row in rows}
    return min((read.get(school, NEVER) for school in schools), default=NEVER)


def give_back(work: Work, left: Sequence[Watch]) -> None:
    """Undoes the claim of schools that were not read: their `read_at` is what it was before."""
    for watch in left:
        work.execute(update(_TABLE).where(_TABLE.c.school == watch.school).values(read_at=watch.read_at))


def advance(work: Work, school: str, newest: datetime) -> None:
    """Sets the moment of the newest report known of a school; an earlier moment changes nothing."""
    later = (_TABLE.c.newest.is_(None)) | (_TABLE.c.newest < newest)
    work.execute(update(_TABLE).where(_TABLE.c.school == school, later).values(newest=newest))
