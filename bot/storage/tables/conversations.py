"""The tables of drafts, which are conversations under way, and of what became of those that are over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import DeskTable


class DraftRow(DeskTable, table=True):
    """A conversation under way, keyed by chat and Telegram account: it survives a restart."""

    __tablename__ = "drafts"
    __table_args__ = (Index("drafts_due", "due"),)

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    telegram_id: int = Field(primary_key=True, sa_type=BigInteger)
    step: str
    data: dict[str, Any] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=Moment)
    due: datetime | None = Field(default=None, sa_type=Moment)  #: when it, or one beneath it, ends by itself


class EndingRow(DeskTable, table=True):
    """What became of a conversation that is over, for whoever taps one of its buttons again; no words of it."""

    __tablename__ = "endings"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    serial: str = Field(primary_key=True)
    became: str
    request: int = Field(default=0, sa_column_kwargs={"server_default": "0"})  #: which its words went to; 0 for none
    at: datetime = Field(sa_type=Moment, index=True)
