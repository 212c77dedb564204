"""What an administrator does to an account, by the ENT's own rules: codes, mailed links, blocking."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from bot.ent.directory import BlockTrace, Reason
from bot.ent.embedded import codes
from bot.ent.embedded.accounts import FUNCTIONS
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.terms import Declined, Profile

_ACCOUNTS = ENT.tables["ent_accounts"]
_CODES = ENT.tables["ent_codes"]
_FUNCTIONS = ENT.tables["ent_functions"]
_TRACES = ENT.tables["ent_block_traces"]
_TARGET = select(_ACCOUNTS).where(_ACCOUNTS.c.id == bindparam("key")).with_for_update()
_FUNCTION = select(_FUNCTIONS.c.function).where(
    _FUNCTIONS.c.account == bindparam("key"), _FUNCTIONS.c.function.in_(list(FUNCTIONS))
)
_OF_SCHOOL = select(_TRACES).where(_TRACES.c.school == bindparam("school")).order_by(_TRACES.c.at.desc())


def renew(connection: Connection, account_id: str, hash_: str, expires_at: datetime) -> None:
    """Keeps the hash of a renewal code in place of the one before. Declined: `GONE`, `FORBIDDEN`, `INACTIVE`."""
    _activated(connection, account_id)
    _keep(connection, account_id, hash_, expires_at)


def mail(connection: Connection, account_id: str, hash_: str, expires_at: datetime) -> str:
    """The address that the link goes to. Declined: `GONE`, `FORBIDDEN`, `INACTIVE`, `NO_MAIL`.

    This ENT has no way to send mail: what remains is that the code before is worth nothing now.
    """
    row = _activated(connection, account_id)
    if not row.email:
        raise Declined(Reason.NO_MAIL)
    _keep(connection, account_id, hash_, expires_at)
    return str(row.email)


def activation_code(connection: Connection, account_id: str) -> str:
    """The activation code of an account never activated. Declined: `GONE`, `FORBIDDEN`, `ACTIVE`."""
    if _target(connection, account_id).activated:
        raise Declined(Reason.ACTIVE)
    return codes.activation_code(connection, account_id)


def block(connection: Connection, account_id: str, blocked: bool) -> None:
    """Blocks or unblocks an account. Declined: `GONE`, `FORBIDDEN`."""
    if bool(_target(connection, account_id).blocked) is not blocked:
        connection.execute(_ACCOUNTS.update().where(_ACCOUNTS.c.id == account_id).values(blocked=blocked))
        index(connection, [account_id])


def block_traces(connection: Connection, school: str) -> list[BlockTrace]:
    """The whole profiles of the school that were blocked and unblocked, newest first."""
    rows = connection.execute(_OF_SCHOOL, {"school": school})
    return [BlockTrace(row.at, Profile(row.profile), row.blocked, row.by) for row in rows]


def _activated(connection: Connection, account_id: str) -> Row[Any]:
    row = _target(connection, account_id)
    if not row.activated:
        raise Declined(Reason.INACTIVE)
    return row


def _target(connection: Connection, account_id: str) -> Row[Any]:
    """The account to act on, which nobody else acts on until the commit. Administrators are out of reach."""
    row = connection.execute(_TARGET, {"key": account_id}).first()
    if row is None:
        raise Declined(Reason.GONE)
    if connection.execute(_FUNCTION, {"key": account_id}).first():
        raise Declined(Reason.FORBIDDEN)
    return row


def _keep(connection: Connection, account_id: str, hash_: str, expires_at: datetime) -> None:
    connection.execute(_CODES.delete().where(_CODES.c.account == account_id))
    connection.execute(_CODES.insert(), {"account": account_id, "hash": hash_, "expires_at": expires_at})
