"""The tables of holds and touches: which school holds which account blocked, and which schools an act touched."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable


class HoldRow(DeskTable, table=True):
    """A school holds an account blocked: inserted once the ENT has blocked it, deleted when that school unblocks it.

    Who did it and why is in the intervention `deed`.
    """

    __tablename__ = "holds"
    __table_args__ = (Index("holds_deed", "deed"),)

    account: str = Field(primary_key=True)  #: identifier in the ENT
    school: str = Field(primary_key=True)  #: structure
    place: str  #: the name of the school
    deed: int = Field(sa_type=ID, foreign_key="interventions.id")
    at: datetime = Field(sa_type=Moment)


class TouchRow(DeskTable, table=True):
    """An account of a school, or several, was blocked or unblocked: a line in the history of that school."""

    __tablename__ = "touches"
    __table_args__ = (
        Index("touches_history", "school", "at", "id"),
        Index("touches_at", "at"),
        Index("touches_deed", "deed"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    school: str  #: structure of the accounts
    deed: int = Field(sa_type=ID, foreign_key="interventions.id")
    place: str = ""  #: the name of the school that did it; empty where it is the same school
    accounts: int = 1  #: how many accounts of the school
    at: datetime = Field(sa_type=Moment)
