"""The tables of searches, and of the names that inline results have for accounts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
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


class PointerRow(DeskTable, table=True):
    """What stands for an account in the inline results of one person: a name that says nothing to others."""

    __tablename__ = "pointers"
    __table_args__ = (
        Index("pointers_named", "person", "name", unique=True),
        Index("pointers_of", "person", "account", unique=True),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    name: str
    person: int = Field(sa_type=ID, foreign_key="people.id")
    account: str = Field(index=True)  #: the ENT's identifier
    at: datetime = Field(sa_type=Moment, index=True)  #: when it was last shown, give or take a day
