"""Accounts, with their structures, functions, families and duplicates."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Index
from sqlmodel import Field

from bot.ent.embedded.columns import BYTEWISE, Instant
from bot.ent.embedded.schema import EntTable

_BY_HAND = {"server_default": sa.false()}  # the feed ends only the ties that it made itself


class AccountRow(EntTable, table=True):
    """An account."""

    __tablename__ = "ent_accounts"
    __table_args__ = (Index("ent_accounts_ine", "ine", unique=True),)

    id: str = Field(primary_key=True)
    login: str = Field(unique=True)  #: in lower case: people type it in any
    first_name: str
    last_name: str
    sort_name: str = Field(sa_type=BYTEWISE)  #: last name, then first name, without case and accents
    profile: str
    source: str  #: `AAF1D` for the feed, `MANUAL` when created by hand
    email: str = ""
    ine: str | None = None  #: a pupil's national identifier, from the feed alone
    birth_date: date | None = None
    activated: bool = True
    blocked: bool = False
    #: whether it enters through ÉduConnect or the académie's portal: then it can have no code
    federated: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    password: str | None = None  #: its hash
    created_at: datetime | None = Field(default=None, sa_type=Instant)
    last_login: datetime | None = Field(default=None, sa_type=Instant)
    missing_since: datetime | None = Field(default=None, sa_type=Instant)
    deleted_at: datetime | None = Field(default=None, sa_type=Instant)


class AttachmentRow(EntTable, table=True):
    """A structure that an account is attached to: a class, a school, or a higher one."""

    __tablename__ = "ent_attachments"
    __table_args__ = (Index("ent_attachments_structure", "structure", "account"),)

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    structure: str = Field(primary_key=True, foreign_key="ent_structures.id")
    fed: bool = Field(default=False, sa_column_kwargs=_BY_HAND)


class RemovalRow(EntTable, table=True):
    """A structure that an account was detached from by hand: the feed does not attach it there again."""

    __tablename__ = "ent_removals"

    account: str = Field(primary_key=True)
    structure: str = Field(primary_key=True)


class FunctionRow(EntTable, table=True):
    """A function that an agent holds in a structure."""

    __tablename__ = "ent_functions"

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    structure: str = Field(primary_key=True, foreign_key="ent_structures.id", index=True)
    function: str = Field(primary_key=True)
    #: whether the account was attached to the structure for this function alone: then it is detached with it
    attached: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})


class TownFunctionRow(EntTable, table=True):
    """A function that an agent holds in a town's space, or in a syndicat: at each school of it, as they are."""

    __tablename__ = "ent_town_functions"

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    commune: str = Field(primary_key=True, foreign_key="ent_communes.id", index=True)
    function: str = Field(primary_key=True)


class FamilyRow(EntTable, table=True):
    """A pupil and a relative of theirs."""

    __tablename__ = "ent_families"

    relative: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    student: str = Field(primary_key=True, foreign_key="ent_accounts.id", index=True)
    fed: bool = Field(default=False, sa_column_kwargs=_BY_HAND)


class DuplicateRow(EntTable, table=True):
    """Two accounts that may be the same person's; the pair is kept in both directions."""

    __tablename__ = "ent_duplicates"

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    other: str = Field(primary_key=True, foreign_key="ent_accounts.id", index=True)


class DissociatedRow(EntTable, table=True):
    """Two accounts that somebody said to be two people's: never a pair again. Kept in both directions."""

    __tablename__ = "ent_dissociated"

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    other: str = Field(primary_key=True, foreign_key="ent_accounts.id", index=True)
