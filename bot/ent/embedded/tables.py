"""The embedded ENT's schema: structures, accounts, and what ties them together."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, MetaData, String
from sqlmodel import Field, SQLModel

ENT = MetaData()
BYTEWISE = String().with_variant(String(collation="C"), "postgresql")  # so that ranges of it are prefixes


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
    source: str = "feed"  #: `feed`, or `manual` when created by hand
    email: str = ""
    birth_date: date | None = None
    activated: bool = True
    blocked: bool = False


class NameRow(EntTable, table=True):
    """A folded word of an account's name: a range of tokens is all names that begin with the same letters."""

    __tablename__ = "ent_names"

    token: str = Field(primary_key=True, sa_type=BYTEWISE)
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
