"""The index that accounts are searched by."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field

from bot.ent.embedded.columns import BYTEWISE, TERMS
from bot.ent.embedded.schema import EntTable


class SearchRow(EntTable, table=True):
    """The search terms of an account, made by `traits.py`.

    The index over them is made by a migration and has no class here: a full-text table kept by triggers on SQLite, a
    GIN index on PostgreSQL.
    """

    __tablename__ = "ent_search"
    __table_args__ = (Index("ent_search_name", "sort_name", "account"),)

    id: int | None = Field(default=None, primary_key=True)
    account: str = Field(foreign_key="ent_accounts.id", unique=True)
    profile: str
    sort_name: str = Field(sa_type=BYTEWISE)
    terms: str = Field(sa_type=TERMS)


class BeginningRow(EntTable, table=True):
    """The first two letters of a word of an account's name, for each word except the first of the last name."""

    __tablename__ = "ent_beginnings"

    letters: str = Field(primary_key=True, sa_type=BYTEWISE)
    sort_name: str = Field(primary_key=True, sa_type=BYTEWISE)
    account: str = Field(primary_key=True, foreign_key="ent_accounts.id", index=True)
