"""The account that an act is done to, by the ENT's own rule: most acts are never done to an administrator's."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from bot.ent.embedded.cards import FUNCTIONS
from bot.ent.embedded.functions import HELD
from bot.ent.embedded.tables import ENT
from bot.ent.reasons import Reason
from bot.terms import STAFF, Declined

_ACCOUNTS = ENT.tables["ent_accounts"]
_AT_ONCE = 1000  # accounts named in one statement
_TARGET = select(_ACCOUNTS).where(_ACCOUNTS.c.id == bindparam("key")).with_for_update()
_FUNCTION = select(HELD.c.function).where(HELD.c.account == bindparam("key"), HELD.c.function.in_(list(FUNCTIONS)))


def member(connection: Connection, account_id: str) -> Row[Any]:
    """The row of a member of staff, locked until the commit. Declined: `GONE`; `FORBIDDEN` for others; `DELETED`."""
    row = _locked(connection, account_id)
    if row.profile not in STAFF:
        raise Declined(Reason.FORBIDDEN)
    return _there(row)


def target(connection: Connection, account_id: str) -> Row[Any]:
    """The account's row, locked until the commit.

    Declined: as `whoever`, and `DELETED` for a pre-deleted one.
    """
    return _there(whoever(connection, account_id))


def whoever(connection: Connection, account_id: str) -> Row[Any]:
    """As `target`, pre-deleted or not."""
    row = _locked(connection, account_id)
    if connection.execute(_FUNCTION, {"key": account_id}).first():
        raise Declined(Reason.FORBIDDEN)
    return row


def standing(connection: Connection, account_id: str) -> Row[Any]:
    """As `target`, but for what may be done to an administrator's account, too."""
    return _there(_locked(connection, account_id))


def with_password(connection: Connection, account_id: str) -> Row[Any]:
    """The row of an account that has, or may choose, a password. Declined: as `target`, and `FEDERATED`."""
    row = target(connection, account_id)
    if row.federated:
        raise Declined(Reason.FEDERATED)
    return row


def activated(connection: Connection, account_id: str) -> Row[Any]:
    """The row of an activated account, locked until the commit. Declined: as `with_password`, and `INACTIVE`."""
    row = with_password(connection, account_id)
    if not row.activated:
        raise Declined(Reason.INACTIVE)
    return row


def never_activated(connection: Connection, account_ids: Collection[str]) -> list[str]:
    """Those of these accounts that were never activated, and of which `with_password` declines nothing."""
    held = select(HELD.c.account).where(HELD.c.function.in_(list(FUNCTIONS)))
    usual = (~_ACCOUNTS.c.activated, ~_ACCOUNTS.c.federated, _ACCOUNTS.c.deleted_at.is_(None))
    ids, found = sorted(account_ids), list[str]()
    for start in range(0, len(ids), _AT_ONCE):
        some = _ACCOUNTS.c.id.in_(ids[start : start + _AT_ONCE])
        found += connection.execute(select(_ACCOUNTS.c.id).where(some, *usual, _ACCOUNTS.c.id.not_in(held))).scalars()
    return found


def _locked(connection: Connection, account_id: str) -> Row[Any]:
    row = connection.execute(_TARGET, {"key": account_id}).first()
    if row is None:
        raise Declined(Reason.GONE)
    return row


def _there(row: Row[Any]) -> Row[Any]:
    if row.deleted_at is not None:
        raise Declined(Reason.DELETED)
    return row
