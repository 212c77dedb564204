"""The schema of what agents do on the ENT: acts, reports, blocks of a whole profile, lists of accounts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Text, text
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable

INTENDED = text("state = 'intended'")
RUNNING = text("state IN ('planned', 'running')")
PENDING = text("verdict = ''")


class InterventionRow(DeskTable, table=True):
    """An act on the ENT: written down as intended before it is done, and how it ended. Never a code."""

    __tablename__ = "interventions"
    __table_args__ = (
        Index("interventions_person", "person", "at"),
        Index("interventions_account", "account", "at"),
        Index("interventions_open", "at", sqlite_where=INTENDED, postgresql_where=INTENDED),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    act: str
    person: int = Field(sa_type=ID, foreign_key="people.id")
    account: str = ""  #: in the ENT; nothing where the act is not about one
    whom: str = ""  #: the name of that account
    school: str = ""  #: structure
    request: int | None = Field(default=None, sa_type=ID, index=True)
    why: str = Field(default="", sa_type=Text)
    facts: dict[str, Any] = Field(sa_type=JSON)
    state: str = "intended"  #: intended, done, declined or doubt
    reason: str = ""  #: why the ENT declined
    at: datetime = Field(sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)


class ReportRow(DeskTable, table=True):
    """A reported publication, as the desk last saw it in the ENT, and what became of it."""

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
    circonscription: str = ""  #: whose ERUN is told where nobody of the school is linked
    kind: str = ""
    text: str = Field(sa_type=Text)  #: cleaned of HTML
    creator: str  #: account
    creator_name: str
    published_at: datetime = Field(sa_type=Moment)
    reporters: list[Any] = Field(sa_type=JSON)  #: name and moment of each, oldest first
    reported_at: datetime = Field(sa_type=Moment)
    verdict: str = ""  #: kept, deleted, or nothing while it waits
    treated_by: str = ""  #: their name
    treated_at: datetime | None = Field(default=None, sa_type=Moment)
    talk_by: str = ""  #: who wants to talk about it in class first
    remind_at: datetime | None = Field(default=None, sa_type=Moment)
    version: int = 1


class WatchRow(DeskTable, table=True):
    """How far the reports of a school were read: it survives a restart."""

    __tablename__ = "watches"

    school: str = Field(primary_key=True)
    read_at: datetime = Field(sa_type=Moment, index=True)
    newest: datetime | None = Field(default=None, sa_type=Moment)  #: the moment of the newest report known


class CampaignRow(DeskTable, table=True):
    """A whole profile of a school blocked or unblocked: how far it is, and who asked for it."""

    __tablename__ = "campaigns"
    __table_args__ = (
        Index("campaigns_due", "starts_at", sqlite_where=RUNNING, postgresql_where=RUNNING),
        Index("campaigns_history", "school", "at", "id"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    school: str
    school_name: str
    profile: str
    blocked: bool  #: what the accounts shall be
    person: int = Field(sa_type=ID, foreign_key="people.id")
    state: str  #: planned, running, done or cancelled
    at: datetime = Field(sa_type=Moment)
    starts_at: datetime = Field(sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    after: str = Field(default="", sa_type=Text)  #: the key of the list of accounts it has come to
    total: int = 0
    done: int = 0
    spared: int = 0  #: administrators, whom nobody blocks
    failed: int = 0
    facts: dict[str, Any] = Field(sa_type=JSON)  #: its act in the audit, why accounts failed, what it waits for


class SearchRow(DeskTable, table=True):
    """A list of accounts that somebody leafs through: what was asked, and where each page begins."""

    __tablename__ = "searches"

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    person: int = Field(sa_type=ID, foreign_key="people.id", index=True)
    query: dict[str, Any] = Field(sa_type=JSON)
    pages: list[Any] = Field(sa_type=JSON)  #: the key that each page seen so far begins after
    at: datetime = Field(sa_type=Moment, index=True)


class ScreenRow(DeskTable, table=True):
    """A message of a chat that shows something that changes, a report or a campaign, and is edited with it."""

    __tablename__ = "screens"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    about: str = Field(index=True)  #: such as report:7
    person: int = Field(sa_type=ID)


class ExpiryRow(DeskTable, table=True):
    """A message that is to be taken out of its chat at a moment: it shows a code."""

    __tablename__ = "expiries"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    at: datetime = Field(sa_type=Moment, index=True)
