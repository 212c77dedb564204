"""The tables of reports, and of how far the reports of each school were read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, Text, text
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable

PENDING = text("verdict = ''")


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
