"""The table of searches: lists of accounts that somebody looks through."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable


class SearchRow(DeskTable, table=True):
    """A list of accounts that somebody pages through: the query, and the key of each page."""

    __tablename__ = "searches"

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    person: int = Field(sa_type=ID, foreign_key="people.id", index=True)
    query: dict[str, Any] = Field(sa_type=JSON)
    pages: list[Any] = Field(sa_type=JSON)  #: for each page shown so far, the key it begins after
    at: datetime = Field(sa_type=Moment, index=True)
