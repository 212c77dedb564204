"""The tables of the audit: its lines, and its head, which says where the chain ends."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, text
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable

OF_ITSELF = text("act IN ('cut', 'blank')")


class AuditRow(DeskTable, table=True):
    """A line of the audit. It is never changed, except that an erasure blanks `account`, `facts` and `salt`."""

    __tablename__ = "audit"
    __table_args__ = (
        Index("audit_school", "school", "position"),
        Index("audit_person", "person", "at"),
        Index("audit_account", "account", "position"),
        Index("audit_request", "request", "position"),
        Index("audit_at", "at"),
        Index("audit_of_itself", "position", sqlite_where=OF_ITSELF, postgresql_where=OF_ITSELF),
    )

    position: int = Field(primary_key=True, sa_type=ID, sa_column_kwargs={"autoincrement": False})  #: without gaps
    at: datetime = Field(sa_type=Moment)
    person: int | None = Field(default=None, sa_type=ID)
    level: int | None = None
    act: str
    request: int | None = Field(default=None, sa_type=ID)
    account: str
    school: str
    facts: dict[str, Any] = Field(sa_type=JSON)
    salt: str
    digest: str
    chain: str


class AuditHeadRow(DeskTable, table=True):
    """One row, which whoever appends lines locks: the newest line; up to which they were verified, and read again."""

    __tablename__ = "audit_head"

    id: int = Field(primary_key=True, sa_type=ID, sa_column_kwargs={"autoincrement": False})  #: always 1
    position: int = Field(sa_type=ID)
    chain: str
    verified: int = Field(sa_type=ID)
    verified_chain: str
    fault: str  #: what the last verification found broken; empty where it found nothing
    reread: int = Field(default=0, sa_type=ID, sa_column_kwargs={"server_default": text("0")})  #: of the old lines
    reread_chain: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
