"""The table of interventions: one row for each act of an agent on the ENT. Never a code."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, Text, text
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable
from bot.terms import InterventionState

INTENDED = text("state = 'intended'")


class InterventionRow(DeskTable, table=True):
    """An act on the ENT: inserted before it is done, updated when its end is known. Never a code."""

    __tablename__ = "interventions"
    __table_args__ = (
        Index("interventions_person", "person", "at"),
        Index("interventions_account", "account", "at"),
        Index("interventions_at", "at"),
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
