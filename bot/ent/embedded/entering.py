"""Logging in to the embedded ENT: with a password, or with a code followed by a new password."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto
from hmac import compare_digest
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from bot.ent.embedded import codes
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.folding import login_key
from bot.terms.moments import APART


class Proof(Enum):
    """What somebody typed as their secret."""

    NONE = auto()
    PASSWORD = auto()
    CODE = auto()  #: of renewal, not expired, or of activation


_ACCOUNTS = ENT.tables["ent_accounts"]
_CODES = ENT.tables["ent_codes"]
_DOOR = (
    select(_ACCOUNTS, _CODES.c.hash, _CODES.c.expires_at)
    .outerjoin(_CODES, _CODES.c.account == _ACCOUNTS.c.id)
    .where(_ACCOUNTS.c.login == bindparam("key"))
)


def door(connection: Connection, login: str) -> Row[Any] | None:
    """The account's row with the hash and expiry of its renewal code, if any; None if there is no such login."""
    return connection.execute(_DOOR, {"key": login_key(login)}).first()


def proof(row: Row[Any] | None, activation: str, secret: str, now: datetime) -> Proof:
    """What the secret is for the account of that row, whose activation code is given; `NONE` for no account.

    Hashes as often whatever the row is, so that the time tells nothing. Slow: not for a transaction.
    """
    code = code_key(secret)
    password_matches = codes.matches(secret, row.password if row is not None else None)
    code_matches = codes.matches(code, row.hash if row is not None else None)
    activates = compare_digest(activation.encode(), code.encode("utf-8", "replace"))
    if row is None:
        return Proof.NONE
    if not row.activated:
        return Proof.CODE if activates else Proof.NONE
    if password_matches:
        return Proof.PASSWORD
    return Proof.CODE if code_matches and now < row.expires_at <= now + codes.LIFE + APART else Proof.NONE


def enter(connection: Connection, account_id: str, now: datetime) -> None:
    """Writes the time of the account's last login."""
    connection.execute(_ACCOUNTS.update().where(_ACCOUNTS.c.id == account_id).values(last_login=now))


def consume(connection: Connection, row: Row[Any], password: str, now: datetime) -> bool:
    """Sets the password's hash and activates the account; False if the code was used or replaced meanwhile."""
    spent = _CODES.delete().where(_CODES.c.account == row.id, _CODES.c.hash == row.hash)
    if row.activated and connection.execute(spent).rowcount == 0:
        return False
    still = (_ACCOUNTS.c.id == row.id, _ACCOUNTS.c.activated.is_(row.activated), _ACCOUNTS.c.blocked.is_(False))
    values = {"password": password, "activated": True, "last_login": now}
    if connection.execute(_ACCOUNTS.update().where(*still).values(values)).rowcount == 0:
        return False
    index(connection, [row.id])
    return True


def code_key(text: str) -> str:
    """The typed code, without spaces around it and in lower case, as codes are made."""
    return text.strip().lower()
