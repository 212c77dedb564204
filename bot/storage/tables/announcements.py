"""The tables of announcements that are brought to people's chats, and of the chats that have one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import FALSE, ID, ZERO, DeskTable


class AnnouncementRow(DeskTable, table=True):
    """An announcement of a school that is brought to the linked people it is for, and how far that is."""

    __tablename__ = "announcements"
    __table_args__ = (Index("announcements_due", "ended_at", "due_at"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    school: str
    school_name: str
    entry: str  #: its identifier in the ENT; empty until the ENT has it
    person: int = Field(sa_type=ID)
    title: str
    texts: dict[str, Any] = Field(sa_type=JSON)  #: by language
    profiles: list[Any] = Field(sa_type=JSON)
    starts_at: datetime = Field(sa_type=Moment)
    ends_at: datetime = Field(sa_type=Moment)
    at: datetime = Field(sa_type=Moment)
    due_at: datetime = Field(sa_type=Moment)  #: when the next portion is due
    after: int = Field(default=0, sa_type=ID, sa_column_kwargs=ZERO)  #: the person up to whom this pass has come
    step: int = Field(default=0, sa_column_kwargs=ZERO)  #: counts the portions that were begun
    version: int = Field(default=0, sa_column_kwargs=ZERO)  #: counts its changes
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    stopped: bool = Field(default=False, sa_column_kwargs=FALSE)  #: whether somebody ended it before its time


class CopyRow(DeskTable, table=True):
    """A chat to which an announcement was brought, so that none gets it twice."""

    __tablename__ = "announcement_copies"

    announcement: int = Field(primary_key=True, sa_type=ID)
    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    person: int = Field(sa_type=ID, index=True)
    at: datetime = Field(sa_type=Moment, index=True)
