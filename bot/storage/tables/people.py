"""The tables of people, their roles, and what links them: tokens, and sign-ins at the ENT."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field

from bot.storage.columns import Moment, Places, Roles
from bot.storage.schema import BLANK, FALSE, ID, ZERO, DeskTable

UNLINKED = text("telegram_id IS NULL")
OPENED = text("shown_to <> '' AND used_at IS NULL")  #: tokens whose charter somebody has before them
MISSED = text("missed_since IS NOT NULL")


class PersonRow(DeskTable, table=True):
    """An ENT account as the desk knows it, linked to a Telegram account or not."""

    __tablename__ = "people"
    __table_args__ = (
        Index("people_telegram", "telegram_id", "speaking"),
        Index("people_unlinked", "seen_at", sqlite_where=UNLINKED, postgresql_where=UNLINKED),
        Index("people_missed", "missed_since", sqlite_where=MISSED, postgresql_where=MISSED),
    )

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
    missed_since: datetime | None = Field(default=None, sa_type=Moment)  #: None unless messages may have been missed
    barred: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    barred_at: datetime | None = Field(default=None, sa_type=Moment)
    tried_at: datetime | None = Field(default=None, sa_type=Moment)
    gone_at: datetime | None = Field(default=None, sa_type=Moment)
    #: the bot that this person has written to; 0 for the one that serves, until another one does
    bot: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs=ZERO)
    heard_at: datetime | None = Field(default=None, sa_type=Moment)  #: when they were last found to be back
    #: when they last blocked or unblocked the bot, on Telegram's clock
    moved_at: datetime | None = Field(default=None, sa_type=Moment)
    lost_at: datetime | None = Field(default=None, sa_type=Moment)  #: when they were last found unreachable
    waits: bool = Field(default=False, sa_column_kwargs=FALSE)  #: whether a yes must be said for them, and was not


class RoleRow(DeskTable, table=True):
    """Which linked people answer at which desk: `people.roles`, in a form that can be searched by desk."""

    __tablename__ = "roles"

    level: int = Field(primary_key=True)
    structure: str = Field(primary_key=True)
    person: int = Field(primary_key=True, sa_type=ID, foreign_key="people.id", index=True)


class TokenRow(DeskTable, table=True):
    """A one-time token that links an account; only its hash is kept."""

    __tablename__ = "tokens"
    __table_args__ = (Index("tokens_opened", "hash", sqlite_where=OPENED, postgresql_where=OPENED),)

    hash: str = Field(primary_key=True)
    account: str = Field(index=True)
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)
    replaces: int | None = Field(default=None, sa_type=BigInteger)  #: Telegram account linked when it was issued
    claimed_by: int | None = Field(default=None, sa_type=BigInteger)  #: Telegram account that waits for consent
    language: str = Field(default="", sa_column_kwargs=BLANK)  #: of whoever claimed it, as Telegram told it
    way: str = Field(default="operator", sa_column_kwargs={"server_default": text("'operator'")})
    handout: int | None = Field(default=None, sa_type=ID, index=True)  #: of `handouts`, where it was one of several
    shown_to: str = Field(default="", sa_column_kwargs=BLANK)  #: digests of the chats that were shown its charter


class SignInRow(DeskTable, table=True):
    """A sign-in at the ENT that a chat began; of what it gives to a browser, only hashes are kept."""

    __tablename__ = "sign_ins"

    state: str = Field(primary_key=True)  #: hash of what the ENT gives back to the browser
    chat: int = Field(sa_type=BigInteger, index=True)
    expires_at: datetime = Field(sa_type=Moment)
    spent_at: datetime | None = Field(default=None, sa_type=Moment)  #: when a browser came back with the state
    way_back: str = Field(default="", index=True)  #: hash of what leads back to the chat; empty until it is known
    token: str = Field(default="", index=True)  #: hash of the token of the account that signed in
