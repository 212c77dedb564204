"""Pairs: which two accounts of the ENT, maybe the same person's, a request asks for advice about."""

from __future__ import annotations

from sqlalchemy import Select, and_, bindparam, or_, select

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.tables.requests import STANDING
from bot.storage.work import Work

_PAIRS = DESK.tables["pairs"]
_REQUESTS = DESK.tables["requests"]
_OF = Prepared(select(_PAIRS.c.account, _PAIRS.c.other).where(_PAIRS.c.request == bindparam("key")))


def put(work: Work, number: int, account: str, other: str) -> None:
    """Notes that the request is about these two accounts."""
    work.execute(_PAIRS.insert(), {"request": number, "account": account, "other": other})


def of(work: Work, number: int) -> tuple[str, str] | None:
    """The two accounts that a request is about; None where it is about no pair."""
    row = work.run(_OF, {"key": number}).first()
    return None if row is None else (row.account, row.other)


def asked(work: Work, requester: int, account: str, other: str) -> int | None:
    """The number of the newest request by that person about these two accounts that is treated; None for none."""
    found = _standing(account, other).where(_REQUESTS.c.requester == requester).order_by(_PAIRS.c.request.desc())
    return work.execute(found.limit(1)).scalar()


def standing(work: Work, account: str, other: str) -> list[int]:
    """The numbers of all requests about these two accounts that are treated, the oldest first."""
    return list(work.execute(_standing(account, other).order_by(_PAIRS.c.request)).scalars())


def _standing(account: str, other: str) -> Select[tuple[int]]:
    two = (
        and_(_PAIRS.c.account == account, _PAIRS.c.other == other),
        and_(_PAIRS.c.account == other, _PAIRS.c.other == account),
    )
    every = select(_PAIRS.c.request).join(_REQUESTS, _REQUESTS.c.number == _PAIRS.c.request)
    return every.where(or_(*two), STANDING)
