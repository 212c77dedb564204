"""Invitations: the last one of each account, which waits for its turn in a mailing or was sent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import InvitationState

_TABLE = DESK.tables["invitations"]
_WAITING, _INTENDED = InvitationState.WAITING.value, InvitationState.INTENDED.value
_OPEN = _TABLE.c.state.in_((_WAITING, _INTENDED))


def _claim(made: Any) -> Any:
    """Inserts a row, or takes over that of an invitation that is over and was sent so long ago."""
    values = {name: made.excluded[name] for name in ("mailing", "state", "at")}
    over = (_TABLE.c.state.not_in((_WAITING, _INTENDED)), _TABLE.c.at <= bindparam("before", type_=_TABLE.c.at.type))
    return made.on_conflict_do_update(index_elements=["account"], set_=values, where=over[0] & over[1])


def queue(work: Work, mailing: int, accounts: Sequence[str], before: datetime) -> int:
    """Has these accounts wait for their turn in that mailing; returns how many.

    Not those who wait in another one already, or were invited after `before`.
    """
    dialect: Any = sqlite if work.connection.dialect.name == "sqlite" else postgresql
    queued = 0
    for account in sorted(accounts):  # in one order, so that two mailings never wait for each other
        row = {"account": account, "mailing": mailing, "state": _WAITING, "at": work.now}
        statement = _claim(dialect.insert(_TABLE).values(**row))
        queued += work.execute(statement, {"before": before}).rowcount
    return queued


def lately(work: Work, accounts: Sequence[str], since: datetime) -> set[str]:
    """Those of the accounts that wait for an invitation, or were invited after `since`."""
    them = _TABLE.c.account.in_(list(accounts))
    return set(work.execute(select(_TABLE.c.account).where(them, or_(_OPEN, _TABLE.c.at > since))).scalars())


def sent_since(work: Work, since: datetime) -> tuple[int, datetime | None]:
    """How many were sent after that moment, in all mailings, or may have been; and when the first of them was."""
    made = (_TABLE.c.state != _WAITING, _TABLE.c.at > since)
    row = work.execute(select(func.count().label("sent"), func.min(_TABLE.c.at).label("first")).where(*made)).one()
    return row.sent, row.first


def waiting(work: Work, mailing: int, limit: int) -> list[str]:
    """The next accounts whose turn it is in that mailing."""
    mine = _of(mailing, _WAITING)
    return list(work.execute(select(_TABLE.c.account).where(*mine).order_by(_TABLE.c.account).limit(limit)).scalars())


def intended(work: Work, mailing: int) -> list[str]:
    """The accounts that were about to be sent an invitation of that mailing, of which nothing more is known."""
    return list(work.execute(select(_TABLE.c.account).where(*_of(mailing, _INTENDED))).scalars())


def intend(work: Work, mailing: int, account: str) -> bool:
    """Notes that the account is about to be sent its invitation; False where it does not wait for one any more."""
    return _become(work, mailing, account, _WAITING, _INTENDED)


def back(work: Work, mailing: int, account: str) -> bool:
    """Has the account wait again, since nothing was sent; False where that is not so."""
    return _become(work, mailing, account, _INTENDED, _WAITING)


def end(work: Work, mailing: int, account: str, state: InvitationState) -> bool:
    """Notes how the invitation ended; False where that was known before."""
    return _become(work, mailing, account, _INTENDED, state.value)


def drop(work: Work, mailing: int, account: str) -> bool:
    """Forgets the invitation, which is not sent; False where it was sent, or is another mailing's."""
    mine = (_TABLE.c.mailing == mailing, _TABLE.c.account == account, _OPEN)
    return work.execute(delete(_TABLE).where(*mine)).rowcount == 1


def drop_waiting(work: Work, mailing: int) -> int:
    """Forgets the invitations of a mailing that is stopped, which are not sent; returns how many."""
    return work.execute(delete(_TABLE).where(*_of(mailing, _WAITING))).rowcount


def _become(work: Work, mailing: int, account: str, was: str, state: str) -> bool:
    mine = update(_TABLE).where(_TABLE.c.account == account, *_of(mailing, was))
    return work.execute(mine.values(state=state, at=work.now)).rowcount == 1


def _of(mailing: int, state: str) -> Collection[ColumnElement[bool]]:
    return _TABLE.c.mailing == mailing, _TABLE.c.state == state
