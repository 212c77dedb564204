"""The table of drafts: conversations under way."""

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
