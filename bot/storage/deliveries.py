"""Deliveries: outbox rows in the courier's hands, from the claim to what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, literal_column, select, update

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

REPEATABLE = ("refresh", "delete", "menu")  #: kinds that done twice are as done once

_OUTBOX = DESK.tables["outbox"]
_OTHER = _OUTBOX.alias("other")
_REQUESTS = DESK.tables["requests"]
# Written out, for a parameter would keep the indexes of queued rows from being used.
_QUEUED: ColumnElement[str] = literal_column("'queued'")
_EARLIER = select(_OTHER.c.id).where(
    _OTHER.c.state == _QUEUED, _OTHER.c.chat_id == _OUTBOX.c.chat_id, _OTHER.c.id < _OUTBOX.c.id
)
_HEADS = Prepared(
    select(*_OUTBOX.c, _REQUESTS.c.version)
    .outerjoin_from(_OUTBOX, _REQUESTS, _REQUESTS.c.number == _OUTBOX.c.request)
    .where(
        _OUTBOX.c.state == _QUEUED,
        _OUTBOX.c.claimed_until.is_(None),
        _OUTBOX.c.not_before <= bindparam("now"),
        ~_EARLIER.exists(),
    )
    .order_by(_OUTBOX.c.not_before, _OUTBOX.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=_OUTBOX)
)
_NEXT = Prepared(
    select(_OUTBOX.c.not_before)
    .where(_OUTBOX.c.state == _QUEUED, _OUTBOX.c.claimed_until.is_(None), _OUTBOX.c.not_before > bindparam("now"))
    .order_by(_OUTBOX.c.not_before)
    .limit(literal_column("1"))
)
_LATER = Prepared(
    select(_OUTBOX.c.id)
    .where(
        _OUTBOX.c.state == _QUEUED,
        _OUTBOX.c.chat_id == bindparam("chat"),
        _OUTBOX.c.id > bindparam("key"),
        _OUTBOX.c.kind == literal_column("'refresh'"),
        _OUTBOX.c.message_id == bindparam("shown"),
    )
    .limit(literal_column("1"))
)
_CLAIM = Prepared(
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("key"))
    .values(claimed_until=bindparam("until"), attempts=_OUTBOX.c.attempts + 1)
)
_SETTLE = Prepared(
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("key"))
    .values(
        state=bindparam("new_state"), error=bindparam("new_error"), message_id=bindparam("shown"), claimed_until=None
    )
)


@dataclass(frozen=True, slots=True)
class Parcel:
    """An outbox row in the courier's hands."""

    id: int
    chat_id: int
    topic: int | None
    person: int | None
    request: int | None
    kind: str
    payload: dict[str, Any]
    attempts: int
    message_id: int | None
    dedupe: str  #: its cause, and which of that cause's notices it is
    at: datetime  #: when it was put in
    version: int | None  #: of its request when it was taken in hand, before it was worded


def heads(work: Work, limit: int) -> list[Parcel]:
    """The first queued row of each chat, where it is due and nobody holds it, locked until the end of the work."""
    return [_parcel(row) for row in work.run(_HEADS, {"now": work.now, "most": limit})]


def claim(work: Work, parcels: Iterable[Parcel], until: datetime) -> None:
    """Takes rows in hand until that moment; what comes of them must be written down before."""
    if rows := [{"key": parcel.id, "until": until} for parcel in parcels]:
        work.run(_CLAIM, rows)


def hold(work: Work, ids: Iterable[int], until: datetime) -> None:
    """Keeps claimed rows in hand until a later moment."""
    held = list(ids)
    if held:
        mine = (_OUTBOX.c.id.in_(held), _OUTBOX.c.claimed_until.is_not(None))
        work.execute(update(_OUTBOX).where(*mine).values(claimed_until=until))


def defer(work: Work, parcel: Parcel, until: datetime) -> None:
    """Lets a row wait until its chat may be written to."""
    work.execute(update(_OUTBOX).where(_OUTBOX.c.id == parcel.id).values(not_before=until))


def next_due(work: Work) -> datetime | None:
    """When the next row may go that has to wait until then; None where there is none."""
    row = work.run(_NEXT, {"now": work.now}).first()
    return None if row is None else row.not_before


def under_way(work: Work, chat_id: int) -> bool:
    """Whether something is being sent to that chat."""
    held = (_OUTBOX.c.state == _QUEUED, _OUTBOX.c.chat_id == chat_id, _OUTBOX.c.claimed_until.is_not(None))
    return work.execute(select(_OUTBOX.c.id).where(*held).limit(1)).first() is not None


def settle(work: Work, parcel: Parcel, state: str, message_id: int | None = None, error: str = "") -> None:
    """Ends a row as sent, uncertain or dead."""
    shown = parcel.message_id if message_id is None else message_id
    work.run(_SETTLE, {"key": parcel.id, "new_state": state, "new_error": error, "shown": shown})


def supersede(work: Work, parcel: Parcel) -> bool:
    """Whether a later edit of the same message is queued, which will show more than this one."""
    mine = {"chat": parcel.chat_id, "key": parcel.id, "shown": parcel.message_id}
    return work.run(_LATER, mine).first() is not None


def put_back(work: Work, parcel: Parcel, not_before: datetime, error: str, counted: bool) -> None:
    """Queues a claimed row again for a later moment; being told to wait does not count as an attempt."""
    values: dict[str, Any] = {"state": "queued", "claimed_until": None, "not_before": not_before, "error": error}
    if not counted:
        values["attempts"] = parcel.attempts
    work.execute(update(_OUTBOX).where(_OUTBOX.c.id == parcel.id).values(**values))


def give_back(work: Work, ids: Iterable[int]) -> None:
    """Queues claimed rows again that nobody began to send."""
    _free(work, _OUTBOX.c.id.in_(list(ids)))


def take_back(work: Work, until: datetime, but: Iterable[int]) -> None:
    """The same for those that were claimed until just that moment, but for some."""
    _free(work, _OUTBOX.c.claimed_until == until, _OUTBOX.c.id.not_in(list(but)))


def abandon(work: Work, ids: Iterable[int] | None = None, before: datetime | None = None) -> list[int]:
    """Ends claims that nobody settled: those given, or those that ran out by that moment, or else every one.

    Whether such a row went out is not known: what may be done twice is queued again, anything else is `uncertain`.
    Returns the numbers of the uncertain ones.
    """
    left = [_OUTBOX.c.state == _QUEUED, _OUTBOX.c.claimed_until.is_not(None)]
    if ids is not None:
        left.append(_OUTBOX.c.id.in_(list(ids)))
    if before is not None:
        left.append(_OUTBOX.c.claimed_until <= before)
    again = update(_OUTBOX).where(*left, _OUTBOX.c.kind.in_(REPEATABLE))
    work.execute(again.values(claimed_until=None))
    lost = update(_OUTBOX).where(*left, _OUTBOX.c.kind.not_in(REPEATABLE)).returning(_OUTBOX.c.id)
    ended = lost.values(claimed_until=None, state="uncertain", error="cut off while it was being sent")
    return list(work.execute(ended).scalars())


def _free(work: Work, *which: ColumnElement[bool]) -> None:
    again = update(_OUTBOX).where(_OUTBOX.c.state == _QUEUED, _OUTBOX.c.claimed_until.is_not(None), *which)
    work.execute(again.values(claimed_until=None, attempts=_OUTBOX.c.attempts - 1))


def _parcel(row: Row[Any]) -> Parcel:
    about = (row.id, row.chat_id, row.topic, row.person, row.request, row.kind, row.payload)
    return Parcel(*about, row.attempts, row.message_id, row.dedupe, row.at, row.version)
