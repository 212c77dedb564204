"""The history of whole profiles blocked and unblocked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from bot.ent.embedded.columns import Instant
from bot.ent.embedded.schema import EntTable


class BlockTraceRow(EntTable, table=True):
    """A whole profile of a school that was blocked or unblocked."""

    __tablename__ = "ent_block_traces"
    __table_args__ = (Index("ent_block_traces_school", "school", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    school: str = Field(foreign_key="ent_structures.id")
    at: datetime = Field(sa_type=Instant)
    profile: str
    blocked: bool
    by: str  #: name of the person who did it
