"""What the feed brought, and what it waits for."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Index
from sqlmodel import Field

from bot.ent.embedded.columns import Instant
from bot.ent.embedded.schema import EntTable

_ACCOUNT = "ent_accounts.id"


class FedRow(EntTable, table=True):
    """What the files of one place last said of an account. A parent has a row for each school that names them."""

    __tablename__ = "ent_fed"
    __table_args__ = (Index("ent_fed_place", "place"),)

    account: str = Field(primary_key=True, foreign_key=_ACCOUNT)
    place: str = Field(primary_key=True, foreign_key="ent_structures.id")
    name_key: str = Field(index=True)  #: the names as they are compared, in `feeding/keys.py`
    last_name: str
    first_name: str
    used_name: str = ""
    gender: str = ""
    title: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""
    email: str = ""
    home_phone: str = ""
    work_phone: str = ""
    mobile: str = ""
    external_id: str = ""  #: an identifier that the files of that place give
    birth_date: date | None = None  #: a pupil's; None too where files said it before this column was there
    changed_at: datetime = Field(sa_type=Instant)  #: when the files last said something else


class HeldRow(EntTable, table=True):
    """A pupil whose row waits for an INE or a class: a parent may already name them."""

    __tablename__ = "ent_held"

    place: str = Field(primary_key=True, foreign_key="ent_structures.id")
    key: str = Field(primary_key=True)  #: names and birth date
    last_name: str
    first_name: str
    used_name: str = ""
    class_name: str = ""
    reason: str
    since: datetime = Field(sa_type=Instant)


class AwaitedRow(EntTable, table=True):
    """A child that a relative's row names: held, and tied as soon as they have an account, or one of several."""

    __tablename__ = "ent_awaited"
    __table_args__ = (Index("ent_awaited_place", "place"),)

    relative: str = Field(primary_key=True, foreign_key=_ACCOUNT)
    place: str = Field(primary_key=True, foreign_key="ent_structures.id")
    key: str = Field(primary_key=True)  #: the child's names as they are compared
    last_name: str
    first_name: str
    used_name: str = ""
    class_name: str = ""
    reason: str  #: whether the child is held, or may be one of several: then they are never tied by themselves


class DeletedRow(EntTable, table=True):
    """An account that was deleted for good, until whoever keeps something about it has erased that, too."""

    __tablename__ = "ent_deleted"

    account: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant)


class FeedFileRow(EntTable, table=True):
    """A file that was fed to a place, by a hash of it, and when it last was."""

    __tablename__ = "ent_feed_files"

    place: str = Field(primary_key=True, foreign_key="ent_structures.id")
    digest: str = Field(primary_key=True)
    kind: str  #: a `FeedKind`
    at: datetime = Field(sa_type=Instant)


class FeedRunRow(EntTable, table=True):
    """When files of that kind last arrived for a place."""

    __tablename__ = "ent_feed_runs"

    place: str = Field(primary_key=True, foreign_key="ent_structures.id")
    kind: str = Field(primary_key=True)  #: a `FeedKind`
    at: datetime = Field(sa_type=Instant)
    complete: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
