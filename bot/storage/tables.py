"""The schema: one SQLModel class per table of the desk. The hot path's statements are built on their `__table__`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Text, text
from sqlmodel import Field

from bot.storage import ent_tables as _ent_tables  # noqa: F401  # the tables of acts on the ENT: DESK is whole with them
from bot.storage.columns import Moment, Places, Roles
from bot.storage.schema import DESK as DESK
from bot.storage.schema import ID, DeskTable
from bot.terms import DeliveryState

STANDING = text("status IN ('new', 'open', 'waiting')")
QUEUED = text(f"state = '{DeliveryState.QUEUED}'")
CLAIMED = text("claimed_until IS NOT NULL")
UNDELIVERED = text(f"state IN ('{DeliveryState.DEAD}', '{DeliveryState.UNCERTAIN}')")


class PersonRow(DeskTable, table=True):
    """An ENT account as the desk knows it, linked to a Telegram account or not."""

    __tablename__ = "people"
    __table_args__ = (Index("people_telegram", "telegram_id", "speaking"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    account: str = Field(unique=True)
    login: str
    name: str
    profile: str
    function: str = ""
    places: tuple[Any, ...] = Field(sa_type=Places)
    roles: tuple[Any, ...] = Field(sa_type=Roles)
    telegram_id: int | None = Field(default=None, sa_type=BigInteger)
    language: str = "fr"
    charter: int = 0
    reachable: bool = True
    speaking: bool = False
    seen_at: datetime = Field(sa_type=Moment)


class RoleRow(DeskTable, table=True):
    """Which people answer at which desk: the other way round of `people.roles`."""

    __tablename__ = "roles"

    level: int = Field(primary_key=True)
    structure: str = Field(primary_key=True)
    person: int = Field(primary_key=True, sa_type=ID, foreign_key="people.id", index=True)


class TokenRow(DeskTable, table=True):
    """A one-time token that links an account; only its hash is kept."""

    __tablename__ = "tokens"

    hash: str = Field(primary_key=True)
    account: str = Field(index=True)
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


class RequestRow(DeskTable, table=True):
    """An assistance request."""

    __tablename__ = "requests"
    __table_args__ = (
        Index(
            "requests_queue", "desk", "level", "due_at", "number", sqlite_where=STANDING, postgresql_where=STANDING
        ),
        Index("requests_mine", "requester", "number"),
        Index("requests_held", "holder", "due_at", "number", sqlite_where=STANDING, postgresql_where=STANDING),
        Index(
            "requests_silent",
            "resolved_at",
            sqlite_where=text("status = 'resolved'"),
            postgresql_where=text("status = 'resolved'"),
        ),
    )

    number: int | None = Field(default=None, primary_key=True, sa_type=ID)
    version: int
    category: str
    status: str
    level: int
    desk: str
    place: tuple[Any, ...] = Field(sa_type=Places)  #: one
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


class PartyRow(DeskTable, table=True):
    """Why somebody beside the holder is told about a request."""

    __tablename__ = "parties"

    request: int = Field(primary_key=True, sa_type=ID, foreign_key="requests.number")
    person: int = Field(primary_key=True, sa_type=ID, foreign_key="people.id", index=True)
    part: str = Field(primary_key=True)


class EventRow(DeskTable, table=True):
    """The audit: who did what to which request, when, and why."""

    __tablename__ = "events"

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    request: int | None = Field(default=None, sa_type=ID, index=True)
    person: int | None = Field(default=None, sa_type=ID)
    act: str
    at: datetime = Field(sa_type=Moment)
    facts: dict[str, Any] = Field(sa_type=JSON)


class MessageRow(DeskTable, table=True):
    """One message of a request's exchange, and where in a chat it was said."""

    __tablename__ = "messages"
    __table_args__ = (Index("messages_origin", "chat_id", "message_id"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    request: int = Field(sa_type=ID, foreign_key="requests.number", index=True)
    author: int = Field(sa_type=ID, foreign_key="people.id")
    voice: str
    text: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
    edited_at: datetime | None = Field(default=None, sa_type=Moment)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)


class AttachmentRow(DeskTable, table=True):
    """A file of a message: its bytes stay with Telegram, its identifiers here."""

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


class CardRow(DeskTable, table=True):
    """A message of a chat that speaks of a request: a reply to it is about that request; a live one is edited."""

    __tablename__ = "cards"
    __table_args__ = (Index("cards_request", "request"),)

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    request: int = Field(sa_type=ID)
    person: int = Field(sa_type=ID)
    live: bool  #: whether it is edited when the request moves: cards are, notices are not


class DraftRow(DeskTable, table=True):
    """A conversation under way, keyed by chat and Telegram account: it survives a restart."""

    __tablename__ = "drafts"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    telegram_id: int = Field(primary_key=True, sa_type=BigInteger)
    step: str
    data: dict[str, Any] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=Moment)


class CauseRow(DeskTable, table=True):
    """What brought a change about, once: a second time is seen here."""

    __tablename__ = "causes"

    cause: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment, index=True)


class OutboxRow(DeskTable, table=True):
    """A delivery: one thing to do in a chat (say, edit, delete, set the menu), and how far it has come."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("outbox_queued", "chat_id", "id", sqlite_where=QUEUED, postgresql_where=QUEUED),
        Index("outbox_due", "not_before", "id", sqlite_where=QUEUED, postgresql_where=QUEUED),
        Index("outbox_claimed", "claimed_until", sqlite_where=CLAIMED, postgresql_where=CLAIMED),
        Index("outbox_undelivered", "state", sqlite_where=UNDELIVERED, postgresql_where=UNDELIVERED),
        {"sqlite_autoincrement": True},  # a row under way must never be mistaken for a newer one
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    dedupe: str = Field(unique=True)
    chat_id: int = Field(sa_type=BigInteger)
    topic: int | None = Field(default=None, sa_type=BigInteger)  #: unused, kept for the release before
    person: int | None = Field(default=None, sa_type=ID)
    request: int | None = Field(default=None, sa_type=ID)
    kind: str
    payload: dict[str, Any] = Field(sa_type=JSON)
    state: str = DeliveryState.QUEUED.value
    attempts: int = 0
    at: datetime = Field(sa_type=Moment)
    not_before: datetime = Field(sa_type=Moment)
    claimed_until: datetime | None = Field(default=None, sa_type=Moment)  #: while a courier sends it
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    error: str = ""


class RateWindowRow(DeskTable, table=True):
    """When the last messages went to a chat, or from the whole bot: how Telegram's limits are kept."""

    __tablename__ = "rate_windows"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    sent: list[float] = Field(sa_type=JSON)  #: seconds since 1970, in their order
    empty_at: datetime = Field(sa_type=Moment)  #: when the last of them is too old to count


class LeaseRow(DeskTable, table=True):
    """Until when a replica runs a job, and when the job is due again."""

    __tablename__ = "leases"

    name: str = Field(primary_key=True)  #: of the job
    busy_until: datetime = Field(sa_type=Moment)
    due_at: datetime = Field(sa_type=Moment)


class ParkedRow(DeskTable, table=True):
    """An update that no code could treat: kept whole, for an operator to read and replay."""

    __tablename__ = "parked"

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    at: datetime = Field(sa_type=Moment)
    reason: str
    body: str = Field(sa_type=Text)
