"""The table of campaigns: whole profiles that are blocked or unblocked."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, Text, text
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable

RUNNING = text("state IN ('planned', 'running')")


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
