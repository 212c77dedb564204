"""The tables of deliveries, rate windows and screens."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, text
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import BLANK, FALSE, ID, ZERO, DeskTable
from bot.terms import DeliveryLane, DeliveryState

QUEUED = text(f"state = '{DeliveryState.QUEUED}'")
CLAIMED = text("claimed_until IS NOT NULL")
NOTICES = int(DeliveryLane.NOTICES)
ENDED = text(f"state IN ('{DeliveryState.SENT}', '{DeliveryState.DROPPED}')")
UNDELIVERED = text(f"state IN ('{DeliveryState.DEAD}', '{DeliveryState.UNCERTAIN}')")


class OutboxRow(DeskTable, table=True):
    """A delivery: one thing to do in a chat (say, edit, delete, set the menu), and how far it has come."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("outbox_queued", "chat_id", "id", sqlite_where=QUEUED, postgresql_where=QUEUED),
        Index("outbox_due", "not_before", "id", sqlite_where=QUEUED, postgresql_where=QUEUED),
        Index("outbox_lanes", "lane", "not_before", "id", sqlite_where=QUEUED, postgresql_where=QUEUED),
        Index("outbox_claimed", "claimed_until", sqlite_where=CLAIMED, postgresql_where=CLAIMED),
        Index("outbox_undelivered", "state", sqlite_where=UNDELIVERED, postgresql_where=UNDELIVERED),
        Index("outbox_ended", "at", sqlite_where=ENDED, postgresql_where=ENDED),
        {"sqlite_autoincrement": True},  # no number is given twice, even after its row is deleted
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    dedupe: str = Field(unique=True)
    chat_id: int = Field(sa_type=BigInteger)
    topic: int | None = Field(default=None, sa_type=BigInteger)  #: of whoever acts there; 0: the chat itself
    person: int | None = Field(default=None, sa_type=ID)
    request: int | None = Field(default=None, sa_type=ID)
    kind: str
    payload: dict[str, Any] = Field(sa_type=JSON)
    state: str = DeliveryState.QUEUED.value
    attempts: int = 0
    at: datetime = Field(sa_type=Moment)
    not_before: datetime = Field(sa_type=Moment)
    claimed_until: datetime | None = Field(default=None, sa_type=Moment)  #: set while a courier sends it
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    error: str = ""
    bot: int = Field(
        default=0, sa_type=BigInteger, sa_column_kwargs=ZERO
    )  #: the bot whose messages and files it names
    lane: int = Field(default=NOTICES, sa_column_kwargs={"server_default": text(str(NOTICES))})  #: a `DeliveryLane`


class RateWindowRow(DeskTable, table=True):
    """When the last messages went to a chat, or from the whole bot: how Telegram's limits are kept."""

    __tablename__ = "rate_windows"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    sent: list[float] = Field(sa_type=JSON)  #: seconds since 1970, in their order
    empty_at: datetime = Field(sa_type=Moment)  #: when the last of them is too old to count, and the wait is over
    held_at: datetime | None = Field(default=None, sa_type=Moment)  #: when Telegram said to wait; None if it did not
    held_for: int = Field(default=0, sa_column_kwargs=ZERO)  #: for how many seconds


class ScreenRow(DeskTable, table=True):
    """A message that shows a report or a campaign, and is edited when that changes."""

    __tablename__ = "screens"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    about: str = Field(index=True)  #: such as report:7
    person: int = Field(sa_type=ID)
    #: the bot that sent it
    bot: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs=ZERO)


class MenuRow(DeskTable, table=True):
    """Which command menu a chat shows: one that was set for it, or the usual one, which Telegram shows to anybody."""

    __tablename__ = "menus"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    bot: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs=ZERO)  #: the bot that shows it
    mark: str = Field(default="", sa_column_kwargs=BLANK)  #: a digest of its commands and their words
    own: bool = Field(default=False, sa_column_kwargs=FALSE)  #: whether it was set for this chat
    release: str = Field(default="", sa_column_kwargs=BLANK, index=True)  #: a digest of all menus when it was set
