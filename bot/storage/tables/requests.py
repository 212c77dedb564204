"""The tables of requests: their parties, the audit, their exchange with its files, and their cards."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Text, text
from sqlmodel import Field

from bot.storage.columns import Moment, Places, Roles
from bot.storage.schema import BLANK, FALSE, ID, ZERO, DeskTable

STANDING = text("status IN ('new', 'open', 'waiting')")
SERVED = text("proper <> '[]' AND status IN ('new', 'open', 'waiting')")
ALONE = text("request IS NULL")
CLOSED = text("status = 'closed'")
MERGED = text("merged_into IS NOT NULL")
OUTSIDE = text("outside IS NOT NULL AND status IN ('new', 'open', 'waiting')")
NAMED_YET = text("erased_name <> ''")
STRANDED = text("stranded_at IS NOT NULL AND status IN ('new', 'open', 'waiting')")


class RequestRow(DeskTable, table=True):
    """An assistance request."""

    __tablename__ = "requests"
    __table_args__ = (
        Index(
            "requests_queue", "desk", "level", "due_at", "number", sqlite_where=STANDING, postgresql_where=STANDING
        ),
        Index("requests_mine", "requester", "number"),
        Index("requests_created", "created_at", "number"),
        Index("requests_held", "holder", "due_at", "number", sqlite_where=STANDING, postgresql_where=STANDING),
        Index(
            "requests_silent",
            "resolved_at",
            sqlite_where=text("status = 'resolved'"),
            postgresql_where=text("status = 'resolved'"),
        ),
        Index("requests_proper", "proper", sqlite_where=SERVED, postgresql_where=SERVED),
        Index("requests_closed", "closed_at", sqlite_where=CLOSED, postgresql_where=CLOSED),
        Index("requests_merged", "merged_into", sqlite_where=MERGED, postgresql_where=MERGED),
        Index("requests_stranded", "stranded_at", sqlite_where=STRANDED, postgresql_where=STRANDED),
        Index("requests_erased_name", "erased_until", sqlite_where=NAMED_YET, postgresql_where=NAMED_YET),
        Index("requests_outside", "number", sqlite_where=OUTSIDE, postgresql_where=OUTSIDE),
    )

    number: int | None = Field(default=None, primary_key=True, sa_type=ID)
    version: int
    category: str
    status: str
    level: int
    desk: str
    place: tuple[Any, ...] = Field(sa_type=Places)  #: always one structure
    entry: int
    visited: tuple[Any, ...] = Field(sa_type=Roles)
    requester: int = Field(sa_type=ID, foreign_key="people.id")
    filer: int | None = Field(default=None, sa_type=ID, foreign_key="people.id")
    holder: int | None = Field(default=None, sa_type=ID, foreign_key="people.id")
    merged_into: int | None = Field(default=None, sa_type=ID)
    created_at: datetime = Field(sa_type=Moment)
    updated_at: datetime = Field(sa_type=Moment)
    due_at: datetime = Field(sa_type=Moment)
    resolved_at: datetime | None = Field(default=None, sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)
    proper: tuple[Any, ...] | None = Field(default=None, sa_type=Roles)  #: one desk at most
    stranded_at: datetime | None = Field(default=None, sa_type=Moment)
    left: tuple[Any, ...] | None = Field(default=None, sa_type=Places)
    pinned: bool = Field(default=False, sa_column_kwargs=FALSE)
    topic: int | None = Field(default=None, sa_type=BigInteger)  #: of the filer's chat, in which it was filed
    outside: tuple[Any, ...] | None = Field(default=None, sa_type=Places)
    erased_name: str = Field(default="", sa_column_kwargs=BLANK)
    erased_until: datetime | None = Field(default=None, sa_type=Moment)


class PartyRow(DeskTable, table=True):
    """Why somebody beside the holder is told about a request."""

    __tablename__ = "parties"

    request: int = Field(primary_key=True, sa_type=ID, foreign_key="requests.number")
    person: int = Field(primary_key=True, sa_type=ID, foreign_key="people.id", index=True)
    part: str = Field(primary_key=True)


class EventRow(DeskTable, table=True):
    """The audit: who did what to which request, when, and why."""

    __tablename__ = "events"
    __table_args__ = (
        Index("events_person", "person", "at"),
        Index("events_alone", "at", sqlite_where=ALONE, postgresql_where=ALONE),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    request: int | None = Field(default=None, sa_type=ID, index=True)
    person: int | None = Field(default=None, sa_type=ID)
    act: str
    at: datetime = Field(sa_type=Moment)
    facts: dict[str, Any] = Field(sa_type=JSON)


class MessageRow(DeskTable, table=True):
    """One message of a request's exchange, and where in a chat it was said."""

    __tablename__ = "messages"
    __table_args__ = (Index("messages_origin", "chat_id", "message_id"), Index("messages_author", "author", "at"))

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    request: int = Field(sa_type=ID, foreign_key="requests.number", index=True)
    author: int = Field(sa_type=ID, foreign_key="people.id")
    voice: str
    text: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
    edited_at: datetime | None = Field(default=None, sa_type=Moment)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    #: the bot to which it was written
    bot: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs=ZERO)
    #: the school whose agents, and those above it, may alone read this among agents; empty for all who may read notes
    within: str = Field(default="", sa_column_kwargs=BLANK)


class AttachmentRow(DeskTable, table=True):
    """A file of a message: only its identifiers are kept here; Telegram keeps its bytes."""

    __tablename__ = "attachments"

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    message: int = Field(sa_type=ID, foreign_key="messages.id", index=True)
    kind: str
    file_id: str
    unique_id: str
    name: str = ""
    mime: str = ""
    size: int = Field(default=0, sa_type=BigInteger)
    album: str = Field(default="", index=True)
    bot: int = Field(
        default=0, sa_type=BigInteger, sa_column_kwargs=ZERO
    )  #: the bot whose identifiers these are: no other can send the file


class CardRow(DeskTable, table=True):
    """A message in a chat that is about a request, and what it was: a reply to it does what it invites to."""

    __tablename__ = "cards"
    __table_args__ = (Index("cards_request", "request"),)

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    request: int = Field(sa_type=ID)
    person: int = Field(sa_type=ID)
    live: bool  #: whether it is edited when the request changes: a card is, a notice is not
    kind: str = Field(default="", sa_column_kwargs=BLANK)  #: of the notice it was; `card` for a card
    #: the bot that sent it
    bot: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs=ZERO)
