"""The embedded ENT's schema: structures, accounts, and what ties them together."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, MetaData
from sqlmodel import Field, SQLModel

from bot.ent.embedded.columns import BYTEWISE, TERMS, Instant

ENT = MetaData()


class EntTable(SQLModel):
    """What all tables of the embedded ENT share: their metadata, apart from the desk's."""

    metadata = ENT


class StructureRow(EntTable, table=True):
    """A place of the tree, from the vendor down to a class."""

    __tablename__ = "ent_structures"

    id: str = Field(primary_key=True)
    parent: str | None = Field(default=None, foreign_key="ent_structures.id", index=True)
    kind: str
    name: str
    uai: str = ""  #: the school's code


class AccountRow(EntTable, table=True):
    """Somebody's account."""

    __tablename__ = "ent_accounts"

    id: str = Field(primary_key=True)
    login: str = Field(unique=True)  #: in lower case: people type it in any
    first_name: str
    last_name: str
    sort_name: str = Field(sa_type=BYTEWISE)  #: last name first, folded
    profile: str
    source: str  #: `AAF1D` for the feed, `MANUAL` when created by hand
    email: str = ""
    birth_date: date | None = None
    activated: bool = True
    blocked: bool = False
    password: str | None = None  #: its hash
    created_at: datetime | None = Field(default=None, sa_type=Instant)
    last_login: datetime | None = Field(default=None, sa_type=Instant)
    missing_since: datetime | None = Field(default=None, sa_type=Instant)
    deleted_at: datetime | None = Field(default=None, sa_type=Instant)


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


class AttachmentRow(EntTable, table=True):
    """An account's place: a class, a school, or something higher."""

    __tablename__ = "ent_attachments"
    __table_args__ = (Index("ent_attachments_structure", "structure", "account"),)

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    structure: str = Field(primary_key=True, foreign_key="ent_structures.id")


class FunctionRow(EntTable, table=True):
    """What an agent is, and in which structure."""

    __tablename__ = "ent_functions"

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    structure: str = Field(primary_key=True, foreign_key="ent_structures.id", index=True)
    function: str = Field(primary_key=True)


class FamilyRow(EntTable, table=True):
    """Whose child a pupil is."""

    __tablename__ = "ent_families"

    relative: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    student: str = Field(primary_key=True, foreign_key="ent_accounts.id", index=True)


class DuplicateRow(EntTable, table=True):
    """Two accounts that may be the same person's; the pair is kept in both directions."""

    __tablename__ = "ent_duplicates"

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    other: str = Field(primary_key=True, foreign_key="ent_accounts.id", index=True)


class GroupRow(EntTable, table=True):
    """A manual group of a school."""

    __tablename__ = "ent_groups"

    id: str = Field(primary_key=True)
    school: str = Field(foreign_key="ent_structures.id", index=True)
    name: str


class MembershipRow(EntTable, table=True):
    """Who is in a manual group."""

    __tablename__ = "ent_memberships"

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    group: str = Field(primary_key=True, foreign_key="ent_groups.id", index=True)


class CodeRow(EntTable, table=True):
    """An account's renewal code, as a hash: nobody reads it back."""

    __tablename__ = "ent_codes"

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    hash: str
    expires_at: datetime = Field(sa_type=Instant)


class SecretRow(EntTable, table=True):
    """A random secret of this installation."""

    __tablename__ = "ent_secrets"

    name: str = Field(primary_key=True)
    value: str


class PublicationRow(EntTable, table=True):
    """What somebody published for their school."""

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
    """Who reported a publication, and when."""

    __tablename__ = "ent_reports"

    publication: str = Field(primary_key=True, foreign_key="ent_publications.id")
    reporter: str = Field(primary_key=True, foreign_key="ent_accounts.id", index=True)
    at: datetime = Field(sa_type=Instant)


class VerdictRow(EntTable, table=True):
    """What was decided of a reported publication: `kept`, or `deleted` for good."""

    __tablename__ = "ent_verdicts"

    publication: str = Field(primary_key=True, foreign_key="ent_publications.id")
    verdict: str
    by: str  #: a name
    at: datetime = Field(sa_type=Instant)


class BlockTraceRow(EntTable, table=True):
    """A whole profile of a school blocked or unblocked."""

    __tablename__ = "ent_block_traces"
    __table_args__ = (Index("ent_block_traces_school", "school", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    school: str = Field(foreign_key="ent_structures.id")
    at: datetime = Field(sa_type=Instant)
    profile: str
    blocked: bool
    by: str  #: a name
