"""Reports: publications that somebody reported, as the desk last saw them, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select, tuple_, update

from bot.storage import interventions
from bot.storage.interventions import Intervention
from bot.storage.prepared import insert_once
from bot.storage.requests import Overtaken
from bot.storage.tables import DESK
from bot.storage.work import Work

_TABLE = DESK.tables["reports"]
_ACTS = DESK.tables["interventions"]
_INSERT = insert_once(_TABLE)
_MUTABLE = (
    *("reporters", "reported_at", "circonscription", "verdict", "treated_by", "treated_at", "talk_by", "remind_at"),
)
_FIRST = (
    *("ent_id", "school", "school_name", "kind", "text", "creator", "creator_name", "published_at"),
    *_MUTABLE,
)


@dataclass(slots=True)
class Reported:
    """A reported publication; `number` is what people call n°7, 0 until it is written down."""

    ent_id: str
    school: str
    school_name: str
    kind: str  #: of publication, as the ENT names it
    text: str  #: what was published, without its markup
    creator: str  #: account
    creator_name: str
    published_at: datetime
    reporters: list[list[str]]  #: name and moment of each, oldest first
    reported_at: datetime
    circonscription: str = ""  #: whose ERUN was told, as nobody of the school is linked
    verdict: str = ""  #: kept, deleted, gone from the ENT, or nothing while it waits
    treated_by: str = ""  #: their name
    treated_at: datetime | None = None
    talk_by: str = ""  #: number of the person who wants to talk about it in class first
    remind_at: datetime | None = None
    number: int = 0
    version: int = 1


def load(work: Work, number: int, to_change: bool = False) -> Reported | None:
    """The report of that number, locked until the end of the work if it is about to change."""
    statement = select(_TABLE).where(_TABLE.c.id == number)
    row = work.execute(statement.with_for_update() if to_change else statement).first()
    return None if row is None else _reported(row)


def known(work: Work, school: str, ent_ids: Sequence[str], to_change: bool = False) -> dict[str, Reported]:
    """Those of the school's reports that are written down, by the ENT's identifier; locked if about to change."""
    statement = select(_TABLE).where(_TABLE.c.school == school, _TABLE.c.ent_id.in_(list(ent_ids)))
    ordered = statement.order_by(_TABLE.c.id)
    rows = work.execute(ordered.with_for_update() if to_change else ordered).all()
    return {row.ent_id: _reported(row) for row in rows}


def insert(work: Work, reported: Reported) -> bool:
    """Writes a report down, which bears its number from now on; False where it is known already."""
    values = {name: getattr(reported, name) for name in _FIRST} | {"version": 1}
    if not work.run(_INSERT, values).rowcount:
        return False
    found = select(_TABLE.c.id).where(_TABLE.c.school == reported.school, _TABLE.c.ent_id == reported.ent_id)
    reported.number = work.execute(found).scalar_one()
    return True


def save(work: Work, reported: Reported) -> None:
    """Writes what changed of the report; raises `Overtaken` where its version is no longer the one loaded."""
    values = {name: getattr(reported, name) for name in _MUTABLE} | {"version": reported.version + 1}
    mine = (_TABLE.c.id == reported.number, _TABLE.c.version == reported.version)
    if not work.execute(update(_TABLE).where(*mine).values(**values)).rowcount:
        raise Overtaken(reported.number)
    reported.version += 1


def pending(work: Work, school: str) -> list[Reported]:
    """The school's reports that wait, oldest first."""
    statement = select(_TABLE).where(_TABLE.c.school == school, _TABLE.c.verdict == "")
    return [_reported(row) for row in work.execute(statement.order_by(_TABLE.c.reported_at, _TABLE.c.id))]


def page(
    work: Work,
    schools: Sequence[str],
    circonscriptions: Sequence[str],
    treated: bool,
    before: tuple[datetime, int] | None,
    limit: int,
) -> list[Reported]:
    """Reports of those schools, and those told to those circonscriptions, newest first, from before that key."""
    told = and_(_TABLE.c.circonscription != "", _TABLE.c.circonscription.in_(list(circonscriptions)))
    moment = _TABLE.c.treated_at if treated else _TABLE.c.reported_at
    state = _TABLE.c.verdict != "" if treated else _TABLE.c.verdict == ""
    where: list[ColumnElement[bool]] = [or_(_TABLE.c.school.in_(list(schools)), told), state]
    if before is not None:
        where.append(tuple_(moment, _TABLE.c.id) < before)
    statement = select(_TABLE).where(*where).order_by(moment.desc(), _TABLE.c.id.desc())
    return [_reported(row) for row in work.execute(statement.limit(limit))]


def due(work: Work, limit: int = 100) -> list[Reported]:
    """Reports that wait still and of which somebody is to be reminded by now."""
    statement = select(_TABLE).where(_TABLE.c.verdict == "", _TABLE.c.remind_at <= work.now)
    return [_reported(row) for row in work.execute(statement.order_by(_TABLE.c.remind_at).limit(limit))]


def open_acts(work: Work, reported: Reported, acts: Sequence[str], states: Sequence[str]) -> list[Intervention]:
    """Acts on that report, oldest first, of which nobody has heard yet that they were done; locked."""
    statement = select(_ACTS.c.id, _ACTS.c.facts).where(
        _ACTS.c.account == reported.creator, _ACTS.c.act.in_(list(acts)), _ACTS.c.state.in_(list(states))
    )
    rows = work.execute(statement.order_by(_ACTS.c.id)).all()
    ours = [row.id for row in rows if row.facts.get("report") == reported.number]
    found = (interventions.load(work, number, to_change=True) for number in ours)
    return [act for act in found if act is not None]


def _reported(row: Row[Any]) -> Reported:
    return Reported(**{name: row._mapping[name] for name in _FIRST}, number=row.id, version=row.version)
