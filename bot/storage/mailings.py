"""Mailings: invitations to a class, a profile or a whole school, and how far they are."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, or_, select, update

from bot.storage.purging.sweeping import settle
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import MailingState

_TABLE = DESK.tables["mailings"]
_RUNNING = _TABLE.c.state == MailingState.RUNNING.value


@dataclass(slots=True)
class Mailing:
    """Invitations of one school that were asked for together; `id` is 0 until it is written down."""

    school: str
    school_name: str
    scope: dict[str, str]  #: whom: `profile`, `class` and `class_name`, where they are not all
    person: int  #: who asked for it
    at: datetime
    handout: int  #: the handout of its links
    state: MailingState = MailingState.RUNNING
    ended_at: datetime | None = None
    lease_until: datetime | None = None  #: another process may take it over after this
    gathered: bool = False  #: whether all whom it invites are in `invitations`
    total: int = 0
    sent: int = 0
    skipped: int = 0
    doubtful: int = 0
    failed: int = 0
    facts: dict[str, Any] = field(default_factory=dict)
    id: int = 0

    @property
    def over(self) -> bool:
        """Whether nothing more is sent."""
        return self.state is not MailingState.RUNNING


_COLUMNS = tuple(column.name for column in fields(Mailing) if column.name != "id")


def add(work: Work, mailing: Mailing) -> None:
    """Inserts a new mailing, and sets its `id`."""
    number = work.execute(_TABLE.insert().returning(_TABLE.c.id), _values(mailing)).scalar_one()
    mailing.id = settle(work, "mailings", number)


def save(work: Work, mailing: Mailing) -> None:
    """Updates every column of a mailing."""
    work.execute(update(_TABLE).where(_TABLE.c.id == mailing.id).values(**_values(mailing)))


def load(work: Work, number: int, to_change: bool = False) -> Mailing | None:
    """The mailing of that number, or None; with `to_change`, its row is locked until the transaction ends."""
    statement = select(_TABLE).where(_TABLE.c.id == number)
    row = work.execute(statement.with_for_update() if to_change else statement).first()
    return None if row is None else _mailing(row)


def claim(work: Work, until: datetime) -> Mailing | None:
    """Leases the running mailing that has waited longest for its next step; None where each is worked on or waits."""
    free = or_(_TABLE.c.lease_until.is_(None), _TABLE.c.lease_until <= work.now)
    waited = select(_TABLE).where(_RUNNING, free).order_by(_TABLE.c.lease_until.nulls_first(), _TABLE.c.id)
    row = work.execute(waited.limit(1).with_for_update()).first()
    if row is None:
        return None
    mailing = _mailing(row)
    mailing.lease_until = until
    mailing.facts["step"] = mailing.facts.get("step", 0) + 1
    save(work, mailing)
    return mailing


def next_step(work: Work) -> datetime | None:
    """When a running mailing may be gone on with, a moment past where that is now; None where none runs."""
    rows = work.execute(select(_TABLE.c.lease_until, _TABLE.c.at).where(_RUNNING)).all()
    return min((row.lease_until or row.at for row in rows), default=None)


def _values(mailing: Mailing) -> dict[str, Any]:
    return {name: getattr(mailing, name) for name in _COLUMNS} | {"state": mailing.state.value}


def _mailing(row: Row[Any]) -> Mailing:
    typed = {"state": MailingState(row.state), "scope": dict(row.scope), "facts": dict(row.facts)}
    return Mailing(**dict(row._mapping) | typed)
