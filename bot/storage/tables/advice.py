"""The table of how often help articles are read and help."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field

from bot.storage.schema import DeskTable


class AdviceRow(DeskTable, table=True):
    """How often an article was read, and how often it helped, in one month; of nobody in particular."""

    __tablename__ = "advice"

    article: str = Field(primary_key=True)  #: its key
    month: date = Field(primary_key=True)  #: its first day
    read: int = Field(sa_column_kwargs={"server_default": "0"})
    helped: int = Field(sa_column_kwargs={"server_default": "0"})
