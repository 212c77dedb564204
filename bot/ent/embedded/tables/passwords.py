"""Renewal codes, and the secret that activation codes are derived from."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from bot.ent.embedded.columns import Instant
from bot.ent.embedded.schema import EntTable


class CodeRow(EntTable, table=True):
    """The hash of an account's renewal code."""

    __tablename__ = "ent_codes"

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    hash: str
    expires_at: datetime = Field(sa_type=Instant)


class SecretRow(EntTable, table=True):
    """A random secret of this installation."""

    __tablename__ = "ent_secrets"

    name: str = Field(primary_key=True)
    value: str
