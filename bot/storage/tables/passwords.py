"""The table of expiries: when messages that show a code are deleted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, ZERO, DeskTable


class ExpiryRow(DeskTable, table=True):
    """A message that shows a code, and the moment when it is to be deleted."""

    __tablename__ = "expiries"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    at: datetime = Field(sa_type=Moment, index=True)
    deed: int = Field(default=0, sa_type=ID, sa_column_kwargs=ZERO)  #: the act whose code it shows
    #: the bot that sent it
    bot: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs=ZERO)
