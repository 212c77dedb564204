"""Holds: which school holds which account blocked. Touches: which acts of blocking touched the people of a school."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, or_, select

from bot.storage.prepared import insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work

_HOLDS = DESK.tables["holds"]
_TOUCHES = DESK.tables["touches"]
_ACTS = DESK.tables["interventions"]
_PEOPLE = DESK.tables["people"]
_INSERT = insert_once(_HOLDS)
_MADE = _HOLDS.join(_ACTS, _ACTS.c.id == _HOLDS.c.deed).join(_PEOPLE, _PEOPLE.c.id == _ACTS.c.person)
_DONE = _TOUCHES.join(_ACTS, _ACTS.c.id == _TOUCHES.c.deed).join(_PEOPLE, _PEOPLE.c.id == _ACTS.c.person)


@dataclass(frozen=True, slots=True)
class Hold:
    """A school holds an account blocked: who blocked it for that school, when and why."""

    account: str
    school: str
    place: str  #: the name of the school; empty where it was not known yet when it was written down
    at: datetime
    deed: int  #: the intervention that blocked it
    person: int  #: who did it
    name: str  #: their name
    why: str
    profile: str  #: the profile of the campaign that blocked it; empty where it was blocked alone


@dataclass(frozen=True, slots=True)
class Touch:
    """An act of blocking or unblocking that touched the people of a school."""

    id: int
    at: datetime
    act: str  #: its name in the audit
    name: str  #: who did it
    place: str  #: the name of the other school that did it; empty where it is the same school
    whom: str  #: the name of the account; empty for a campaign
    why: str
    accounts: int  #: how many accounts of the school
    facts: Mapping[str, Any]  #: those of the act


def of(work: Work, accounts: Collection[str]) -> dict[str, list[Hold]]:
    """The holds on these accounts, by account, the newest first; an account that nobody holds is left out."""
    columns = (_HOLDS, _ACTS.c.person, _ACTS.c.why, _ACTS.c.facts, _PEOPLE.c.name)
    statement = select(*columns).select_from(_MADE).where(_HOLDS.c.account.in_(sorted(accounts)))
    found: dict[str, list[Hold]] = {}
    for row in work.execute(statement.order_by(_HOLDS.c.at.desc(), _HOLDS.c.school)):
        own = {name: row._mapping[name] for name in Hold.__slots__ if name != "profile"}
        found.setdefault(row.account, []).append(Hold(**own, profile=str(row.facts.get("profile", ""))))
    return found


def add(work: Work, accounts: Iterable[str], school: str, place: str, deed: int) -> None:
    """Records that the school holds these accounts blocked from now on, by that act, in place of an earlier one."""
    kept = sorted(set(accounts))
    release(work, kept, school)
    rows = [{"account": one, "school": school, "place": place, "deed": deed, "at": work.now} for one in kept]
    if rows:
        work.run(_INSERT, rows)


def release(work: Work, accounts: Collection[str], school: str = "", until: datetime | None = None) -> None:
    """Deletes the holds on these accounts; only those of the school, or until the moment, where one is given."""
    where: list[ColumnElement[bool]] = [_HOLDS.c.account.in_(sorted(accounts))]
    where += [_HOLDS.c.school == school] if school else []
    where += [_HOLDS.c.at <= until] if until else []
    if accounts:
        work.execute(delete(_HOLDS).where(*where))


def touch(work: Work, school: str, deed: int, place: str = "", accounts: int = 1) -> None:
    """Records that an act touched accounts of the school; `place` names the other school that did it, if one did."""
    row = {"school": school, "deed": deed, "place": place, "accounts": accounts, "at": work.now}
    work.execute(_TOUCHES.insert(), row)


def touches(work: Work, school: str, before: tuple[datetime, int] | None, limit: int) -> Sequence[Touch]:
    """A page of the acts that touched the people of the school, the latest first.

    Only those at an earlier moment than `before`, or at the same moment with a lower `id`.
    """
    where = [_TOUCHES.c.school == school]
    if before is not None:
        at, number = before
        where.append(or_(_TOUCHES.c.at < at, and_(_TOUCHES.c.at == at, _TOUCHES.c.id < number)))
    columns = (_TOUCHES, _ACTS.c.act, _ACTS.c.whom, _ACTS.c.why, _ACTS.c.facts, _PEOPLE.c.name)
    statement = select(*columns).select_from(_DONE).where(*where)
    rows = work.execute(statement.order_by(_TOUCHES.c.at.desc(), _TOUCHES.c.id.desc()).limit(limit))
    return [Touch(**{name: row._mapping[name] for name in Touch.__slots__}) for row in rows]
