"""The table of consents: what was answered to the question whether a pupil may write here."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import FALSE, ID, DeskTable


class ConsentRow(DeskTable, table=True):
    """The last word of one person, a parent or somebody who speaks for the school, about one pupil."""

    __tablename__ = "consents"

    child: int = Field(primary_key=True, sa_type=ID, foreign_key="people.id")
    giver: int = Field(primary_key=True, sa_type=ID, foreign_key="people.id", index=True)
    school: str  #: the school for which they speak; empty for a parent
    says: str
    charter: int  #: the version of the pupil's charter that it is about
    at: datetime = Field(sa_type=Moment)
    again_at: datetime | None = Field(default=None, sa_type=Moment)  #: when they were asked again
    shared: bool = Field(default=False, sa_column_kwargs=FALSE)  #: said in the pupil's own chat, too
