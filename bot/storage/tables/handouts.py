"""The table of handouts: links that were handed out together."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, ZERO, DeskTable


class HandoutRow(DeskTable, table=True):
    """Links handed out together: the printed sheets of a class, the messages to the families of a school."""

    __tablename__ = "handouts"
    __table_args__ = (Index("handouts_school", "school", "id"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    way: str
    school: str
    scope: Any = Field(sa_type=JSON)  #: what was asked for, as `storage.handouts` has it
    person: int | None = None  #: who handed them out; None for an operator
    at: datetime = Field(sa_type=Moment, index=True)
    accounts: int = Field(default=0, sa_column_kwargs=ZERO)  #: how many accounts were given a link
    used: int = Field(default=0, sa_column_kwargs=ZERO)  #: how many of these links were used
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)
