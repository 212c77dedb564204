"""Logging in to the embedded ENT: with a password, or with a code followed by a new password."""

from __future__ import annotations

from datetime import datetime
from hmac import compare_digest
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from bot.ent.embedded import codes
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.folding import login_key
from bot.terms.moments import APART

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


def activates(connection: Connection, row: Row[Any], secret: str) -> bool:
    """Whether the secret is the activation code; False if the account is activated."""
    if row.activated:
        return False
    return compare_digest(codes.activation_code(connection, row.id).encode(), code_key(secret).encode())


def renews(row: Row[Any], secret: str, now: datetime) -> bool:
    """Whether the secret is the account's renewal code, not expired. Slow: not for a transaction."""
    if row.hash is None or not now < row.expires_at <= now + codes.LIFE + APART:  # beyond that, the clock was ahead
        return False
    return codes.matches(code_key(secret), row.hash)


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
