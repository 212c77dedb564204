"""Interventions: what agents did on the ENT or meant to do, who, for whom, when and why. Never a code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, select, update

from bot.storage.tables import DESK
from bot.storage.work import Work

_TABLE = DESK.tables["interventions"]
_PEOPLE = DESK.tables["people"]
LASTING = ("block_profile", "unblock_profile")  #: acts that go on for as long as it takes, over crashes


@dataclass(slots=True)
class Intervention:
    """One act on the ENT; `id` is 0 until it is written down."""

    act: str
    person: int  #: who acts
    account: str = ""  #: on whose account
    whom: str = ""  #: the name of that account
    school: str = ""
    request: int | None = None  #: the request it helps to solve
    why: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    id: int = 0
    state: str = "intended"
    reason: str = ""
    at: datetime | None = None
    ended_at: datetime | None = None


def intend(work: Work, meant: Intervention) -> int:
    """Writes the act down before it is done; returns its number, which it bears from now on."""
    values = {
        "act": meant.act,
        "person": meant.person,
        "account": meant.account,
        "whom": meant.whom,
        "school": meant.school,
        "request": meant.request,
        "why": meant.why,
        "facts": meant.facts,
        "state": meant.state,
        "reason": "",
        "at": work.now,
    }
    meant.id = work.execute(_TABLE.insert().returning(_TABLE.c.id), values).scalar_one()
    meant.at = work.now
    return meant.id


def end(work: Work, number: int, state: str, reason: str = "", facts: Mapping[str, Any] | None = None) -> bool:
    """Notes how the act ended; False where that was known already, unless it was in doubt."""
    open_still = (_TABLE.c.id == number, _TABLE.c.state.in_(["intended", "doubt"]))
    values: dict[str, Any] = {"state": state, "reason": reason, "ended_at": work.now}
    if facts:
        before = load(work, number, to_change=True)
        values["facts"] = {**(before.facts if before else {}), **facts}
    return work.execute(update(_TABLE).where(*open_still).values(**values)).rowcount == 1


def note(work: Work, number: int, **facts: Any) -> None:
    """Adds facts to an act, whatever its state."""
    before = load(work, number, to_change=True)
    if before is not None:
        work.execute(update(_TABLE).where(_TABLE.c.id == number).values(facts={**before.facts, **facts}))


def load(work: Work, number: int, to_change: bool = False) -> Intervention | None:
    """The act of that number; to be changed, it is locked until the end of the work."""
    statement = select(_TABLE).where(_TABLE.c.id == number)
    row = work.execute(statement.with_for_update() if to_change else statement).first()
    return None if row is None else _intervention(row)


def forgotten(work: Work, before: datetime, limit: int = 50) -> list[Intervention]:
    """Acts intended before that moment of which nobody ever heard the end."""
    lost = and_(_TABLE.c.state == "intended", _TABLE.c.at < before, _TABLE.c.act.not_in(LASTING))
    statement = select(_TABLE).where(lost)
    return [_intervention(row) for row in work.execute(statement.order_by(_TABLE.c.at).limit(limit))]


def count(work: Work, acts: Sequence[str], since: datetime, *, person: int | None = None, account: str = "") -> int:
    """How many such acts an agent did, or were done on an account, since that moment; declined ones do not count."""
    where = [_TABLE.c.act.in_(list(acts)), _TABLE.c.at >= since, _TABLE.c.state != "declined"]
    where.append(_TABLE.c.person == person if person is not None else _TABLE.c.account == account)
    return int(work.execute(select(func.count()).select_from(_TABLE).where(*where)).scalar_one())


def under_way(work: Work, person: int, account: str, since: datetime) -> bool:
    """Whether an act of that agent on that account was intended since that moment, and has not ended.

    The agent's own row is held until the end of the work, so that of two presses at once the second sees the first.
    """
    work.execute(select(_PEOPLE.c.id).where(_PEOPLE.c.id == person).with_for_update())
    mine = (_TABLE.c.person == person, _TABLE.c.account == account, _TABLE.c.state == "intended")
    return work.execute(select(_TABLE.c.id).where(*mine, _TABLE.c.at > since).limit(1)).first() is not None


def renewed(work: Work, made: Intervention) -> bool:
    """Whether the same was done on the same account later, or may have been."""
    later = (_TABLE.c.account == made.account, _TABLE.c.act == made.act, _TABLE.c.id > made.id)
    statement = select(_TABLE.c.id).where(*later, _TABLE.c.state != "declined")
    return work.execute(statement.limit(1)).first() is not None


def of_person(work: Work, person: int, limit: int = 10_000) -> list[Intervention]:
    """What an agent did, newest first."""
    statement = select(_TABLE).where(_TABLE.c.person == person).order_by(_TABLE.c.at.desc(), _TABLE.c.id.desc())
    return [_intervention(row) for row in work.execute(statement.limit(limit))]


def forget_words(work: Work, person: int) -> None:
    """Takes the reasons an agent wrote out of the audit, where it stays that they acted."""
    work.execute(update(_TABLE).where(_TABLE.c.person == person).values(why=""))


def _intervention(row: Row[Any]) -> Intervention:
    values = {name: row._mapping[name] for name in Intervention.__slots__}
    return Intervention(**values)
