"""The index that accounts are searched by."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field

from bot.ent.embedded.columns import BYTEWISE, TERMS
from bot.ent.embedded.schema import EntTable


class SearchRow(EntTable, table=True):
    """What an account is found by; `traits.py` says how.

    What each database searches it with is made by a version alone: a full-text table that follows by triggers on
    SQLite, an index of the terms on PostgreSQL.
    """

    __tablename__ = "ent_search"
    __table_args__ = (Index("ent_search_name", "sort_name", "account"),)

    id: int | None = Field(default=None, primary_key=True)
    account: str = Field(foreign_key="ent_accounts.id", unique=True)
    profile: str
    sort_name: str = Field(sa_type=BYTEWISE)
    terms: str = Field(sa_type=TERMS)


class BeginningRow(EntTable, table=True):
    """The first two letters of each word of a name but the one it is sorted by, in the order of names."""

    __tablename__ = "ent_beginnings"

    letters: str = Field(primary_key=True, sa_type=BYTEWISE)
    sort_name: str = Field(primary_key=True, sa_type=BYTEWISE)
    account: str = Field(primary_key=True, foreign_key="ent_accounts.id", index=True)
