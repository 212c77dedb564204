"""Handouts: links that were handed out together, as printed sheets or as messages of the ENT."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.storage.purging.sweeping import settle
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Way

_HANDOUTS = DESK.tables["handouts"]


@dataclass(frozen=True, slots=True)
class Handout:
    """Links that were handed out together."""

    id: int
    way: Way
    school: str
    #: {"class": identifiers, one a line}, {"profile": name}, both, or {"account": id}; empty for a whole school
    scope: dict[str, str]
    person: int | None  #: who handed them out; None for an operator
    at: datetime
    accounts: int  #: how many accounts were given a link
    used: int  #: how many of these links were used
    revoked_at: datetime | None  #: when their links were made void; None while those not used or expired are good


def add(work: Work, way: Way, school: str, scope: dict[str, str], person: int | None, accounts: int) -> int:
    """Inserts a handout of the present moment; returns its `id`."""
    row = {"way": way.value, "school": school, "scope": scope, "person": person, "at": work.now, "accounts": accounts}
    return settle(work, "handouts", work.execute(_HANDOUTS.insert().returning(_HANDOUTS.c.id), row).scalar_one())


def count(work: Work, handout: int, accounts: int) -> None:
    """Notes how many accounts were given a link in that handout so far."""
    work.execute(update(_HANDOUTS).where(_HANDOUTS.c.id == handout).values(accounts=accounts))


def of_school(
    work: Work, school: str, limit: int, before: int | None = None, way: Way | None = None
) -> list[Handout]:
    """The newest handouts of the school, by that way or any, those before that `id` where one is given."""
    wanted = [_HANDOUTS.c.school == school]
    wanted += [_HANDOUTS.c.id < before] if before is not None else []
    wanted += [_HANDOUTS.c.way == way.value] if way is not None else []
    statement = select(_HANDOUTS).where(*wanted).order_by(_HANDOUTS.c.id.desc())
    return [_handout(row) for row in work.execute(statement.limit(limit))]


def newest(work: Work, limit: int, school: str = "") -> list[Handout]:
    """The newest handouts, of that school or of all."""
    here = (_HANDOUTS.c.school == school,) if school else ()
    rows = work.execute(select(_HANDOUTS).where(*here).order_by(_HANDOUTS.c.id.desc()).limit(limit))
    return [_handout(row) for row in rows]


def by_id(work: Work, handout: int) -> Handout | None:
    """The handout with that `id`; None where there is none."""
    row = work.execute(select(_HANDOUTS).where(_HANDOUTS.c.id == handout)).first()
    return None if row is None else _handout(row)


def revoke(work: Work, handout: int) -> bool:
    """Notes that the handout's links are void from now on; False where it was noted before."""
    statement = update(_HANDOUTS).where(_HANDOUTS.c.id == handout, _HANDOUTS.c.revoked_at.is_(None))
    return work.execute(statement.values(revoked_at=work.now)).rowcount == 1


def count_use(work: Work, handout: int) -> None:
    """Notes that one more link of the handout was used."""
    work.execute(update(_HANDOUTS).where(_HANDOUTS.c.id == handout).values(used=_HANDOUTS.c.used + 1))


def _handout(row: Row[Any]) -> Handout:
    return Handout(
        row.id, Way(row.way), row.school, dict(row.scope), row.person, row.at, row.accounts, row.used, row.revoked_at
    )
