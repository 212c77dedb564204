"""The tables of mailings, and of the invitations that they send."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable


class MailingRow(DeskTable, table=True):
    """Invitations to a class, a profile or a whole school: who asked for them, and how far they are."""

    __tablename__ = "mailings"
    __table_args__ = (Index("mailings_school", "school", "id"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    school: str
    school_name: str
    scope: Any = Field(sa_type=JSON)  #: whom: `profile`, `class` and `class_name`, where they are not all
    person: int = Field(sa_type=ID, foreign_key="people.id")
    state: str = Field(index=True)  #: a `MailingState`
    at: datetime = Field(sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    handout: int = Field(sa_type=ID)  #: of `handouts`: its links
    gathered: bool = False  #: whether all whom it invites are in `invitations`
    total: int = 0
    sent: int = 0
    skipped: int = 0  #: linked, blocked or gone meanwhile
    doubtful: int = 0
    failed: int = 0
    facts: dict[str, Any] = Field(sa_type=JSON)  #: `step`, `waiting`, `doubts` in a row, why it was stopped


class InvitationRow(DeskTable, table=True):
    """The last invitation of one account: nobody gets two in a week, whoever asks for them."""

    __tablename__ = "invitations"
    __table_args__ = (Index("invitations_next", "mailing", "state", "account"),)

    account: str = Field(primary_key=True)  #: of the ENT
    mailing: int = Field(sa_type=ID)
    state: str  #: an `InvitationState`
    at: datetime = Field(sa_type=Moment, index=True)
