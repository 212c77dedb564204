"""Interventions, the acts of agents on the ENT: who, on whose account, when, why, and how it ended. Never a code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, select, update

from bot.storage.audit.lines import Line, level_of, plain
from bot.storage.purging.sweeping import settle
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import InterventionState
from bot.terms.moments import APART

_TABLE = DESK.tables["interventions"]
_PEOPLE = DESK.tables["people"]
#: acts that may take hours, and go on after a crash
LASTING = ("block_profile", "unblock_profile", "classes", "fill_group", "empty_group")


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
    state: InterventionState = InterventionState.INTENDED
    reason: str = ""
    at: datetime | None = None
    ended_at: datetime | None = None


def intend(work: Work, meant: Intervention) -> int:
    """Inserts the act before it is done, sets its `id` and `at`; returns the `id`."""
    values = {
        "act": meant.act,
        "person": meant.person,
        "account": meant.account,
        "whom": meant.whom,
        "school": meant.school,
        "request": meant.request,
        "why": meant.why,
        "facts": meant.facts,
        "state": meant.state.value,
        "reason": "",
        "at": work.now,
    }
    number = work.execute(_TABLE.insert().returning(_TABLE.c.id), values).scalar_one()
    meant.id = settle(work, "interventions", number)
    meant.at = work.now
    _trace(work, meant)
    return meant.id


def end(work: Work, act: Intervention, state: InterventionState, reason: str, facts: Mapping[str, Any]) -> None:
    """Writes how an act ended, and adds facts to it; the act must have been loaded `to_change`."""
    act.state, act.reason, act.ended_at, act.facts = state, reason, work.now, {**act.facts, **facts}
    values = {"state": state.value, "reason": reason, "ended_at": work.now, "facts": act.facts}
    work.execute(update(_TABLE).where(_TABLE.c.id == act.id).values(**values))
    _trace(work, act)


def _trace(work: Work, act: Intervention) -> None:
    """Adds the line that says how far the act has come."""
    level = level_of(work.people.get(act.person))
    facts = {**plain(act.facts), "state": act.state.value, "number": act.id}
    facts |= {"reason": act.reason} if act.reason else {}
    work.trace(Line(act.act, act.person, level, act.request, act.account, act.school, facts))


def note(work: Work, number: int, **facts: Any) -> None:
    """Adds facts to an act, whatever its state; nothing where there is no such act."""
    before = load(work, number, to_change=True)
    if before is not None:
        work.execute(update(_TABLE).where(_TABLE.c.id == number).values(facts={**before.facts, **facts}))


def name_account(work: Work, number: int, account: str) -> None:
    """Says on whose account an act was, where that was not known before: it is one that the act made."""
    work.execute(update(_TABLE).where(_TABLE.c.id == number).values(account=account))


def made(work: Work, act: str, accounts: Sequence[str]) -> set[str]:
    """Those of these accounts on which such an act is known to have been done."""
    done = (_TABLE.c.act == act, _TABLE.c.state == InterventionState.DONE, _TABLE.c.account.in_(list(accounts)))
    return set(work.execute(select(_TABLE.c.account).where(*done)).scalars()) if accounts else set()


def load(work: Work, number: int, to_change: bool = False) -> Intervention | None:
    """The act of that number, or None; with `to_change`, its row is locked until the transaction ends."""
    statement = select(_TABLE).where(_TABLE.c.id == number)
    row = work.execute(statement.with_for_update() if to_change else statement).first()
    return None if row is None else _intervention(row)


def forgotten(work: Work, before: datetime, limit: int = 50) -> list[Intervention]:
    """Acts intended before that moment whose end is not known yet, oldest first; without `LASTING` ones."""
    lost = and_(_TABLE.c.state == InterventionState.INTENDED, _TABLE.c.at < before, _TABLE.c.act.not_in(LASTING))
    statement = select(_TABLE).where(lost)
    return [_intervention(row) for row in work.execute(statement.order_by(_TABLE.c.at).limit(limit))]


def unfinished(work: Work, act: str, before: datetime, limit: int = 50) -> list[Intervention]:
    """Acts of that name intended before that moment whose end is not known yet, oldest first."""
    lost = (_TABLE.c.state == InterventionState.INTENDED, _TABLE.c.at < before, _TABLE.c.act == act)
    rows = work.execute(select(_TABLE).where(*lost).order_by(_TABLE.c.at, _TABLE.c.id).limit(limit))
    return [_intervention(row) for row in rows]


def doubtful(work: Work, acts: Sequence[str], since: datetime, limit: int = 50) -> list[Intervention]:
    """Those acts since that moment of which nobody knows whether they were done, oldest first."""
    lost = (_TABLE.c.act.in_(list(acts)), _TABLE.c.state == InterventionState.DOUBT, _TABLE.c.at >= since)
    statement = select(_TABLE).where(*lost).order_by(_TABLE.c.at, _TABLE.c.id)
    return [_intervention(row) for row in work.execute(statement.limit(limit))]


def count(work: Work, acts: Sequence[str], since: datetime, *, person: int | None = None, account: str = "") -> int:
    """Number of those acts from then until now by `person`, or else on `account`; declined ones do not count."""
    where = [_TABLE.c.act.in_(list(acts)), _TABLE.c.state != InterventionState.DECLINED]
    where.append(_TABLE.c.at.between(since, work.now + APART))
    where.append(_TABLE.c.person == person if person is not None else _TABLE.c.account == account)
    return int(work.execute(select(func.count()).select_from(_TABLE).where(*where)).scalar_one())


def lately(work: Work, acts: Sequence[str], since: datetime, account: str) -> list[Intervention]:
    """Those acts on that account from then until now, as `count` counts them."""
    some = (_TABLE.c.act.in_(list(acts)), _TABLE.c.account == account, _TABLE.c.state != InterventionState.DECLINED)
    then = _TABLE.c.at.between(since, work.now + APART)
    found = work.execute(select(_TABLE).where(*some, then).order_by(_TABLE.c.at, _TABLE.c.id))
    return [_intervention(row) for row in found]


def under_way(work: Work, person: int, account: str, since: datetime, act: str = "") -> bool:
    """Whether that agent intended an act, or that act, on that account since that moment, and it has not ended.

    Locks the agent's row until the transaction ends: of two presses at once, the second sees the first.
    """
    lock(work, person)
    mine = [_TABLE.c.person == person, _TABLE.c.account == account, _TABLE.c.state == InterventionState.INTENDED]
    mine += [_TABLE.c.act == act] if act else []
    return work.execute(select(_TABLE.c.id).where(*mine, _TABLE.c.at > since).limit(1)).first() is not None


def lock(work: Work, person: int) -> None:
    """Locks the agent's row until the transaction ends: of two acts that they begin at once, one waits."""
    work.execute(select(_PEOPLE.c.id).where(_PEOPLE.c.id == person).with_for_update())


def renewed(work: Work, made: Intervention) -> bool:
    """Whether a later act of the same kind on the same account was done, or may have been."""
    later = (_TABLE.c.account == made.account, _TABLE.c.act == made.act, _TABLE.c.id > made.id)
    statement = select(_TABLE.c.id).where(*later, _TABLE.c.state != InterventionState.DECLINED)
    return work.execute(statement.limit(1)).first() is not None


def newest(work: Work, act: str, account: str) -> Intervention | None:
    """The last act of that kind on that account which was done, or may have been; None where there is none."""
    mine = (_TABLE.c.account == account, _TABLE.c.act == act, _TABLE.c.state != InterventionState.DECLINED)
    row = work.execute(select(_TABLE).where(*mine).order_by(_TABLE.c.id.desc()).limit(1)).first()
    return None if row is None else _intervention(row)


def accounts_of(work: Work, act: str, person: int, since: datetime) -> list[str]:
    """The accounts on which that agent did acts of that kind since that moment, each once."""
    mine = (_TABLE.c.person == person, _TABLE.c.act == act, _TABLE.c.at >= since)
    found = select(_TABLE.c.account).where(*mine).distinct().order_by(_TABLE.c.account)
    return list(work.execute(found).scalars())


def of_school(work: Work, acts: Sequence[str], school: str, limit: int = 500) -> list[Intervention]:
    """Those acts that concern a school, newest first; without those that the ENT declined."""
    where = (_TABLE.c.school == school, _TABLE.c.act.in_(list(acts)), _TABLE.c.state != InterventionState.DECLINED)
    statement = select(_TABLE).where(*where).order_by(_TABLE.c.at.desc(), _TABLE.c.id.desc())
    return [_intervention(row) for row in work.execute(statement.limit(limit))]


def of_person(work: Work, person: int, limit: int = 10_000) -> list[Intervention]:
    """The acts of an agent, newest first."""
    statement = select(_TABLE).where(_TABLE.c.person == person).order_by(_TABLE.c.at.desc(), _TABLE.c.id.desc())
    return [_intervention(row) for row in work.execute(statement.limit(limit))]


def on_accounts(work: Work, accounts: Sequence[str]) -> list[Intervention]:
    """The acts on these accounts, whoever did them, newest first."""
    mine = select(_TABLE).where(_TABLE.c.account.in_(list(accounts)))
    return [_intervention(row) for row in work.execute(mine.order_by(_TABLE.c.at.desc(), _TABLE.c.id.desc()))]


def forget_words(work: Work, person: int) -> None:
    """Blanks the reasons that an agent wrote; their acts stay in the audit."""
    work.execute(update(_TABLE).where(_TABLE.c.person == person).values(why=""))


def _intervention(row: Row[Any]) -> Intervention:
    values = {name: row._mapping[name] for name in Intervention.__slots__}
    return Intervention(**values | {"state": InterventionState(row.state)})
