"""The tables of causes, leases, bots and parked updates."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Text, text
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable


class CauseRow(DeskTable, table=True):
    """A cause that was seen: it makes nothing happen a second time."""

    __tablename__ = "causes"

    cause: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment, index=True)


class LeaseRow(DeskTable, table=True):
    """Until when a replica holds a job, and when the job is due again."""

    __tablename__ = "leases"

    name: str = Field(primary_key=True)  #: of the job
    busy_until: datetime = Field(sa_type=Moment)
    due_at: datetime = Field(sa_type=Moment)


class BotRow(DeskTable, table=True):
    """A Telegram bot that has served these records: another token may belong to another bot."""

    __tablename__ = "bots"

    id: int = Field(primary_key=True, sa_type=BigInteger)  #: Telegram's number
    since: datetime = Field(sa_type=Moment)  #: when it last became the one that serves
    webhook: str = Field(default="", sa_column_kwargs={"server_default": text("''")})  #: digest of how it was set


class ParkedRow(DeskTable, table=True):
    """An update that no code could treat, kept as it came for an operator to read and replay."""

    __tablename__ = "parked"

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    at: datetime = Field(sa_type=Moment)
    reason: str
    body: str = Field(sa_type=Text)
    update_id: int | None = Field(default=None, sa_type=BigInteger)  #: Telegram's number; None where it has none
