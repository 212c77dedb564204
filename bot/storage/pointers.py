"""Pointers: short names that stand for accounts in what is sent to other chats, each for one person alone."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update

from bot.storage.prepared import insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work

_TABLE = DESK.tables["pointers"]
_MARK = "~"  #: begins each: no login and no identifier of the ENT's does
_BYTES = 9
_FRESH = timedelta(days=1)  #: how old the moment may be at which a pointer was last shown
_ADD = insert_once(_TABLE)


def is_one(typed: str) -> bool:
    """Whether this has the form of a pointer."""
    return typed.startswith(_MARK)


def give(work: Work, person: int, accounts: Sequence[str]) -> dict[str, str]:
    """The person's pointer to each of these accounts, by the account; made where there is none."""
    mine = (_TABLE.c.person == person, _TABLE.c.account.in_(accounts))
    known = {row.account: row for row in work.execute(select(_TABLE).where(*mine))}
    if any(row.at < work.now - _FRESH for row in known.values()):
        work.execute(update(_TABLE).where(*mine).values(at=work.now))
    new = [account for account in dict.fromkeys(accounts) if account not in known]
    if not new:
        return {account: row.name for account, row in known.items()}
    rows = [{"name": _MARK + secrets.token_urlsafe(_BYTES), "account": account} for account in new]
    work.run(_ADD, [{**row, "person": person, "at": work.now} for row in rows])
    found = work.execute(select(_TABLE.c.account, _TABLE.c.name).where(*mine))  # another process may have been first
    return {row.account: row.name for row in found}


def aim(work: Work, person: int, name: str) -> str | None:
    """The account to which that pointer of the person's leads; None where they have none of that name."""
    mine = (_TABLE.c.person == person, _TABLE.c.name == name)
    return work.execute(select(_TABLE.c.account).where(*mine)).scalar()


def shown(work: Work, person: int, account: str) -> list[tuple[bool, datetime]]:
    """The pointers of a person, and those of others to that account: whether theirs, and when it was last shown."""
    wanted = select(_TABLE.c.person, _TABLE.c.at).where(or_(_TABLE.c.person == person, _TABLE.c.account == account))
    return [(row.person == person, row.at) for row in work.execute(wanted.order_by(_TABLE.c.at, _TABLE.c.id))]


def forget(work: Work, person: int, account: str) -> None:
    """Deletes the pointers of a person, and those of everybody to that account."""
    work.execute(delete(_TABLE).where(or_(_TABLE.c.person == person, _TABLE.c.account == account)))
