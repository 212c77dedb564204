"""Campaigns: a whole profile of a school blocked or unblocked, now or on a day to come, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, or_, select, update

from bot.storage.purging.sweeping import settle
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import CampaignState, Profile

_TABLE = DESK.tables["campaigns"]
_ROLES = DESK.tables["roles"]
_PLANNED = _TABLE.c.state == CampaignState.PLANNED
_RUNNING = _TABLE.c.state == CampaignState.RUNNING


@dataclass(slots=True)
class Campaign:
    """One whole profile of one school; `id` is 0 until it is written down."""

    school: str
    school_name: str
    profile: Profile
    blocked: bool  #: True to block the accounts, False to unblock them
    person: int  #: who asked for it
    at: datetime  #: its place in the history: when it began, or is to begin
    starts_at: datetime
    state: CampaignState = CampaignState.PLANNED
    ended_at: datetime | None = None
    lease_until: datetime | None = None  #: another process may take it over after this
    after: str = ""  #: the key in the ENT's list of accounts to go on from
    total: int = 0
    done: int = 0  #: accounts that are now blocked, or unblocked, as asked
    spared: int = 0
    failed: int = 0
    facts: dict[str, Any] = field(default_factory=dict)
    id: int = 0


_COLUMNS = tuple(column.name for column in fields(Campaign) if column.name != "id")


def add(work: Work, campaign: Campaign) -> None:
    """Inserts a new campaign, and sets its `id`."""
    number = work.execute(_TABLE.insert().returning(_TABLE.c.id), _values(campaign)).scalar_one()
    campaign.id = settle(work, "campaigns", number)


def save(work: Work, campaign: Campaign) -> None:
    """Updates every column of a campaign."""
    work.execute(update(_TABLE).where(_TABLE.c.id == campaign.id).values(**_values(campaign)))


def load(work: Work, number: int, to_change: bool = False) -> Campaign | None:
    """The campaign of that number, or None; with `to_change`, its row is locked until the transaction ends."""
    statement = select(_TABLE).where(_TABLE.c.id == number)
    row = work.execute(statement.with_for_update() if to_change else statement).first()
    return None if row is None else _campaign(row)


def lock(work: Work, school: str) -> None:
    """Locks the school until the transaction ends, so that two campaigns cannot begin there at once."""
    here = and_(_ROLES.c.level == 0, _ROLES.c.structure == school)
    work.execute(select(_ROLES.c.person).where(here).order_by(_ROLES.c.person).with_for_update()).all()


def running(work: Work, school: str) -> Campaign | None:
    """The campaign under way in that school, or None."""
    return _first(work, _TABLE.c.school == school, _RUNNING)


def planned(work: Work, school: str, profile: Profile) -> Campaign | None:
    """The next campaign planned in that school for that profile, or None."""
    return _first(work, _TABLE.c.school == school, _PLANNED, _TABLE.c.profile == profile.value)


def due(work: Work, limit: int) -> list[int]:
    """Numbers of planned campaigns whose moment has come, where no other campaign runs in the same school."""
    other = _TABLE.alias()
    busy = exists().where(other.c.school == _TABLE.c.school, other.c.state == CampaignState.RUNNING)
    statement = select(_TABLE.c.id).where(_PLANNED, _TABLE.c.starts_at <= work.now, ~busy)
    return list(work.execute(statement.order_by(_TABLE.c.starts_at, _TABLE.c.id).limit(limit)).scalars())


def claim(work: Work, until: datetime, limit: int) -> list[Campaign]:
    """Leases running campaigns that no process works on, until `until`; each gets its next step number."""
    free = or_(_TABLE.c.lease_until.is_(None), _TABLE.c.lease_until <= work.now)
    statement = select(_TABLE).where(_RUNNING, free).order_by(_TABLE.c.starts_at, _TABLE.c.id)
    claimed = [_campaign(row) for row in work.execute(statement.limit(limit).with_for_update()).all()]
    for campaign in claimed:
        campaign.lease_until = until
        campaign.facts["step"] = campaign.facts.get("step", 0) + 1
        save(work, campaign)
    return claimed


def history(work: Work, school: str, before: tuple[datetime, int] | None, limit: int) -> list[Campaign]:
    """A page of the school's campaigns, latest `at` first, planned ones included; `before` is the last key seen."""
    where = [_TABLE.c.school == school]
    if before is not None:
        at, number = before
        where.append(or_(_TABLE.c.at < at, and_(_TABLE.c.at == at, _TABLE.c.id < number)))
    statement = select(_TABLE).where(*where).order_by(_TABLE.c.at.desc(), _TABLE.c.id.desc()).limit(limit)
    return [_campaign(row) for row in work.execute(statement)]


def _first(work: Work, *where: ColumnElement[bool]) -> Campaign | None:
    row = work.execute(select(_TABLE).where(*where).order_by(_TABLE.c.starts_at, _TABLE.c.id).limit(1)).first()
    return None if row is None else _campaign(row)


def _values(campaign: Campaign) -> dict[str, Any]:
    values = {name: getattr(campaign, name) for name in _COLUMNS}
    return values | {"profile": campaign.profile.value, "state": campaign.state.value}


def _campaign(row: Row[Any]) -> Campaign:
    typed = {"profile": Profile(row.profile), "state": CampaignState(row.state), "facts": dict(row.facts)}
    return Campaign(**dict(row._mapping) | typed)
