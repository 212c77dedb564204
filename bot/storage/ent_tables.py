"""The schema of what agents do on the ENT: acts, reports, blocks of a whole profile, lists of accounts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Text, text
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable
from bot.terms import InterventionState

INTENDED = text("state = 'intended'")
RUNNING = text("state IN ('planned', 'running')")
PENDING = text("verdict = ''")


class InterventionRow(DeskTable, table=True):
    """An act on the ENT: inserted before it is done, updated when its end is known. Never a code."""

    __tablename__ = "interventions"
    __table_args__ = (
        Index("interventions_person", "person", "at"),
        Index("interventions_account", "account", "at"),
        Index("interventions_open", "at", sqlite_where=INTENDED, postgresql_where=INTENDED),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    act: str
    person: int = Field(sa_type=ID, foreign_key="people.id")
    account: str = ""  #: identifier in the ENT; empty where the act is not about one account
    whom: str = ""  #: the name of that account
    school: str = ""  #: structure
    request: int | None = Field(default=None, sa_type=ID, index=True)
    why: str = Field(default="", sa_type=Text)
    facts: dict[str, Any] = Field(sa_type=JSON)
    state: str = InterventionState.INTENDED.value  #: an `InterventionState`
    reason: str = ""  #: why the ENT declined
    at: datetime = Field(sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)


class ReportRow(DeskTable, table=True):
    """A reported publication, as the ENT last showed it, and what became of it."""

    __tablename__ = "reports"
    __table_args__ = (
        Index("reports_ent", "school", "ent_id", unique=True),
        Index("reports_waiting", "remind_at", sqlite_where=PENDING, postgresql_where=PENDING),
        Index("reports_treated", "school", "treated_at", "id"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    ent_id: str
    school: str
    school_name: str
    circonscription: str = ""  #: set where its ERUN was told because nobody of the school is linked
    kind: str = ""
    text: str = Field(sa_type=Text)  #: cleaned of HTML
    creator: str  #: account
    creator_name: str
    published_at: datetime = Field(sa_type=Moment)
    reporters: list[Any] = Field(sa_type=JSON)  #: name and moment of each, oldest first
    reported_at: datetime = Field(sa_type=Moment)
    verdict: str = ""  #: a `ReportState`; empty while it waits
    treated_by: str = ""  #: name of the moderator
    treated_at: datetime | None = Field(default=None, sa_type=Moment)
    talk_by: str = ""  #: `id` of the person who talks about it in class first, as text
    remind_at: datetime | None = Field(default=None, sa_type=Moment)
    version: int = 1


class WatchRow(DeskTable, table=True):
    """How far the reports of a school were read, so that a restart goes on from there."""

    __tablename__ = "watches"

    school: str = Field(primary_key=True)
    read_at: datetime = Field(sa_type=Moment, index=True)
    newest: datetime | None = Field(default=None, sa_type=Moment)  #: the moment of the newest report known


class CampaignRow(DeskTable, table=True):
    """The block or unblock of a whole profile of a school: who asked for it, and how far it is."""

    __tablename__ = "campaigns"
    __table_args__ = (
        Index("campaigns_due", "starts_at", sqlite_where=RUNNING, postgresql_where=RUNNING),
        Index("campaigns_history", "school", "at", "id"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    school: str
    school_name: str
    profile: str
    blocked: bool  #: True to block the accounts, False to unblock them
    person: int = Field(sa_type=ID, foreign_key="people.id")
    state: str  #: a `CampaignState`
    at: datetime = Field(sa_type=Moment)
    starts_at: datetime = Field(sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    after: str = Field(default="", sa_type=Text)  #: the key in the ENT's list of accounts to go on from
    total: int = 0
    done: int = 0
    spared: int = 0  #: accounts of administrators, which are never blocked
    failed: int = 0
    facts: dict[str, Any] = Field(sa_type=JSON)  #: `deed` in the audit, `failures` by reason, its `pair`, `waiting`


class SearchRow(DeskTable, table=True):
    """A list of accounts that somebody pages through: the query, and the key of each page."""

    __tablename__ = "searches"

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    person: int = Field(sa_type=ID, foreign_key="people.id", index=True)
    query: dict[str, Any] = Field(sa_type=JSON)
    pages: list[Any] = Field(sa_type=JSON)  #: for each page shown so far, the key it begins after
    at: datetime = Field(sa_type=Moment, index=True)


class ScreenRow(DeskTable, table=True):
    """A message that shows a report or a campaign, and is edited when that changes."""

    __tablename__ = "screens"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    about: str = Field(index=True)  #: such as report:7
    person: int = Field(sa_type=ID)


class ExpiryRow(DeskTable, table=True):
    """A message that shows a code, and the moment when it is to be deleted."""

    __tablename__ = "expiries"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    at: datetime = Field(sa_type=Moment, index=True)
