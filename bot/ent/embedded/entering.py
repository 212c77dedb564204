"""How somebody gets into the embedded ENT: with a password, or with a code that asks for a new one."""

from __future__ import annotations

from datetime import datetime
from hmac import compare_digest
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from bot.ent.embedded import codes
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.folding import login_key

_ACCOUNTS = ENT.tables["ent_accounts"]
_CODES = ENT.tables["ent_codes"]
_DOOR = (
    select(_ACCOUNTS, _CODES.c.hash, _CODES.c.expires_at)
    .outerjoin(_CODES, _CODES.c.account == _ACCOUNTS.c.id)
    .where(_ACCOUNTS.c.login == bindparam("key"))
)


def door(connection: Connection, login: str) -> Row[Any] | None:
    """The account with its renewal code, if any; None where there is no such login."""
    return connection.execute(_DOOR, {"key": login_key(login)}).first()


def activates(connection: Connection, row: Row[Any], secret: str) -> bool:
    """Whether that is the activation code of an account never activated."""
    if row.activated:
        return False
    return compare_digest(codes.activation_code(connection, row.id).encode(), code_key(secret).encode())


def renews(row: Row[Any], secret: str, now: datetime) -> bool:
    """Whether that is the account's renewal code, and still good. Slow: not for a transaction."""
    return row.hash is not None and now < row.expires_at and codes.matches(code_key(secret), row.hash)


def enter(connection: Connection, account_id: str, now: datetime) -> None:
    """Notes the moment of the login."""
    connection.execute(_ACCOUNTS.update().where(_ACCOUNTS.c.id == account_id).values(last_login=now))


def consume(connection: Connection, row: Row[Any], password: str, now: datetime) -> bool:
    """Sets the password's hash and activates the account; False where the code was used or replaced meanwhile."""
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
    """A code as it was made, however it was typed."""
    return text.strip().lower()
