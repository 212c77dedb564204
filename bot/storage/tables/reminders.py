"""The table of who was reminded of what a month of the school year asks for."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import FALSE, ID, DeskTable


class ReminderRow(DeskTable, table=True):
    """The last month that somebody was reminded of, and whether they want no more of it."""

    __tablename__ = "reminders"

    person: int = Field(primary_key=True, sa_type=ID)
    month: date | None = None  #: its first day; None where they were never reminded
    at: datetime = Field(sa_type=Moment)  #: when they were reminded, or said that they want no more of it
    silent: bool = Field(default=False, sa_column_kwargs=FALSE)
