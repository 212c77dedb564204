"""The internal mailboxes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from bot.ent.embedded.columns import Instant
from bot.ent.embedded.schema import EntTable


class MessageRow(EntTable, table=True):
    """A message in the mailbox of one account; nobody can answer it."""

    __tablename__ = "ent_messages"
    __table_args__ = (Index("ent_messages_mailbox", "account", "at", "id"),)

    id: str = Field(primary_key=True)
    account: str = Field(foreign_key="ent_accounts.id")
    subject: str
    html: str
    at: datetime = Field(sa_type=Instant)
