"""Announcements of schools, and who read them, which is only ever counted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from bot.ent.embedded.columns import Instant
from bot.ent.embedded.schema import EntTable


class AnnouncementRow(EntTable, table=True):
    """A banner that people of a school see."""

    __tablename__ = "ent_announcements"
    __table_args__ = (Index("ent_announcements_school", "school", "ends_at"),)

    id: str = Field(primary_key=True)
    school: str = Field(foreign_key="ent_structures.id")
    title: str
    texts: dict[str, Any] = Field(sa_type=JSON)  #: by language
    profiles: list[Any] = Field(sa_type=JSON)
    color: str
    signature: str
    author: str  #: a name
    starts_at: datetime = Field(sa_type=Instant)
    ends_at: datetime = Field(sa_type=Instant)
    created_at: datetime = Field(sa_type=Instant)
    changed_at: datetime = Field(sa_type=Instant)
    views: int = 0


class ReadingRow(EntTable, table=True):
    """Somebody who has read it, so that they are counted once. Whoever deletes accounts need not know of it."""

    __tablename__ = "ent_announcement_readings"

    announcement: str = Field(primary_key=True, foreign_key="ent_announcements.id")
    account: str = Field(primary_key=True)
