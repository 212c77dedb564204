"""Reports: our records of reported publications, as the ENT last showed them, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select, tuple_, update

from bot.storage import interventions
from bot.storage.interventions import Intervention
from bot.storage.prepared import insert_once
from bot.storage.purging.sweeping import settle
from bot.storage.requests import Overtaken
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import InterventionState, ReportState

_TABLE = DESK.tables["reports"]
_ACTS = DESK.tables["interventions"]
_INSERT = insert_once(_TABLE)
_WAITING = ""  #: how the column `verdict` says that a report waits
_MUTABLE = (
    *("reporters", "reported_at", "circonscription", "verdict", "treated_by", "treated_at", "talk_by", "remind_at"),
)
_FIRST = (
    *("ent_id", "school", "school_name", "kind", "text", "creator", "creator_name", "published_at"),
    *_MUTABLE,
)


@dataclass(slots=True)
class ReportRecord:
    """Our record of a report of the ENT's; `number` is what people call n°7, and 0 until it is inserted."""

    ent_id: str
    school: str
    school_name: str
    kind: str  #: of publication, as the ENT names it
    text: str  #: of the publication, without markup
    creator: str  #: account
    creator_name: str
    published_at: datetime
    reporters: list[list[str]]  #: name and moment of each, oldest first
    reported_at: datetime
    circonscription: str = ""  #: set where its ERUN was told because nobody of the school is linked
    verdict: ReportState = ReportState.WAITING
    treated_by: str = ""  #: name of the moderator
    treated_at: datetime | None = None
    talk_by: str = ""  #: `id` of the person who talks about it in class first, as text
    remind_at: datetime | None = None
    number: int = 0
    version: int = 1


def load(work: Work, number: int, to_change: bool = False) -> ReportRecord | None:
    """The report of that number, or None; with `to_change`, its row is locked until the transaction ends."""
    statement = select(_TABLE).where(_TABLE.c.id == number)
    row = work.execute(statement.with_for_update() if to_change else statement).first()
    return None if row is None else _reported(row)


def known(work: Work, school: str, ent_ids: Sequence[str], to_change: bool = False) -> dict[str, ReportRecord]:
    """Our records of those reports of the school, by `ent_id`; with `to_change`, their rows are locked."""
    statement = select(_TABLE).where(_TABLE.c.school == school, _TABLE.c.ent_id.in_(list(ent_ids)))
    ordered = statement.order_by(_TABLE.c.id)
    rows = work.execute(ordered.with_for_update() if to_change else ordered).all()
    return {row.ent_id: _reported(row) for row in rows}


def insert(work: Work, reported: ReportRecord) -> bool:
    """Inserts a report and sets its `number`; False where it was inserted before."""
    values = _values(reported, _FIRST) | {"version": 1}
    if not work.run(_INSERT, values).rowcount:
        return False
    found = select(_TABLE.c.id).where(_TABLE.c.school == reported.school, _TABLE.c.ent_id == reported.ent_id)
    reported.number = settle(work, "reports", work.execute(found).scalar_one())
    return True


def save(work: Work, reported: ReportRecord) -> None:
    """Updates the report; raises `Overtaken` where somebody else updated it since it was loaded."""
    values = _values(reported, _MUTABLE) | {"version": reported.version + 1}
    mine = (_TABLE.c.id == reported.number, _TABLE.c.version == reported.version)
    if not work.execute(update(_TABLE).where(*mine).values(**values)).rowcount:
        raise Overtaken(reported.number)
    reported.version += 1


def pending(work: Work, school: str) -> list[ReportRecord]:
    """The waiting reports of the school, oldest first."""
    statement = select(_TABLE).where(_TABLE.c.school == school, _TABLE.c.verdict == _WAITING)
    return [_reported(row) for row in work.execute(statement.order_by(_TABLE.c.reported_at, _TABLE.c.id))]


def page(
    work: Work,
    schools: Sequence[str],
    circonscriptions: Sequence[str],
    treated: bool,
    before: tuple[datetime, int] | None,
    limit: int,
) -> list[ReportRecord]:
    """A page of the reports of those schools, and of those told to those circonscriptions, newest first.

    `before` is the moment and number of the last report of the page before.
    """
    told = and_(_TABLE.c.circonscription != "", _TABLE.c.circonscription.in_(list(circonscriptions)))
    moment = _TABLE.c.treated_at if treated else _TABLE.c.reported_at
    state = _TABLE.c.verdict != _WAITING if treated else _TABLE.c.verdict == _WAITING
    where: list[ColumnElement[bool]] = [or_(_TABLE.c.school.in_(list(schools)), told), state]
    if before is not None:
        where.append(tuple_(moment, _TABLE.c.id) < before)
    statement = select(_TABLE).where(*where).order_by(moment.desc(), _TABLE.c.id.desc())
    return [_reported(row) for row in work.execute(statement.limit(limit))]


def due(work: Work, limit: int = 100) -> list[ReportRecord]:
    """Waiting reports whose reminder is due, the longest due first."""
    statement = select(_TABLE).where(_TABLE.c.verdict == _WAITING, _TABLE.c.remind_at <= work.now)
    return [_reported(row) for row in work.execute(statement.order_by(_TABLE.c.remind_at).limit(limit))]


def open_acts(
    work: Work, reported: ReportRecord, acts: Sequence[str], states: Sequence[InterventionState]
) -> list[Intervention]:
    """The acts on that report that are in one of these states, oldest first; their rows are locked."""
    statement = select(_ACTS.c.id, _ACTS.c.facts).where(
        _ACTS.c.account == reported.creator, _ACTS.c.act.in_(list(acts)), _ACTS.c.state.in_(list(states))
    )
    rows = work.execute(statement.order_by(_ACTS.c.id)).all()
    ours = [row.id for row in rows if row.facts.get("report") == reported.number]
    found = (interventions.load(work, number, to_change=True) for number in ours)
    return [act for act in found if act is not None]


def _reported(row: Row[Any]) -> ReportRecord:
    values = {name: row._mapping[name] for name in _FIRST}
    verdict = ReportState(row.verdict or ReportState.WAITING)
    return ReportRecord(**values | {"verdict": verdict}, number=row.id, version=row.version)


def _values(reported: ReportRecord, names: Sequence[str]) -> dict[str, Any]:
    verdict = _WAITING if reported.verdict is ReportState.WAITING else reported.verdict.value
    return {name: getattr(reported, name) for name in names} | {"verdict": verdict}
