"""Publications, who reported them, and what was decided."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from bot.ent.embedded.columns import Instant
from bot.ent.embedded.schema import EntTable


class PublicationRow(EntTable, table=True):
    """A publication in a school."""

    __tablename__ = "ent_publications"
    __table_args__ = (Index("ent_publications_school", "school", "at", "id"),)

    id: str = Field(primary_key=True)
    author: str = Field(foreign_key="ent_accounts.id", index=True)
    school: str = Field(foreign_key="ent_structures.id")
    kind: str  #: as the ENT names it: BLOG, NEWS …
    html: str
    at: datetime = Field(sa_type=Instant)
    hidden: bool = False


class ReportRow(EntTable, table=True):
    """A report of a publication by one reporter."""

    __tablename__ = "ent_reports"

    publication: str = Field(primary_key=True, foreign_key="ent_publications.id")
    reporter: str = Field(primary_key=True, foreign_key="ent_accounts.id", index=True)
    at: datetime = Field(sa_type=Instant)


class VerdictRow(EntTable, table=True):
    """The verdict on a reported publication: `kept` or `deleted`."""

    __tablename__ = "ent_verdicts"

    publication: str = Field(primary_key=True, foreign_key="ent_publications.id")
    verdict: str
    by: str  #: name of the person who decided
    at: datetime = Field(sa_type=Instant)
