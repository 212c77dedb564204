"""Undelivered: the deliveries that may never have reached their reader, for an operator to look at and treat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, or_, select, update

from bot.storage.tables import DESK
from bot.storage.tables.delivery import UNDELIVERED
from bot.storage.work import Work
from bot.terms import DeliveryState

_OUTBOX = DESK.tables["outbox"]
_DELETABLE = timedelta(hours=47)  #: after that, a message whose deletion was queued is too old to be deleted
_ENDED = (DeliveryState.UNCERTAIN.value, DeliveryState.DEAD.value)  #: states that no courier looks at again


@dataclass(frozen=True, slots=True)
class Undelivered:
    """One delivery as an operator sees it: without its reader and its words."""

    id: int
    state: DeliveryState
    kind: str
    request: int | None
    at: datetime
    attempts: int
    error: str
    claimed: bool  #: a courier is sending it


def late(work: Work, before: datetime, limit: int) -> list[Undelivered]:
    """The newest deliveries that are uncertain, dead, or queued since that moment or longer, `limit` at most.

    The oldest of them comes first.
    """
    waiting = and_(_OUTBOX.c.state == DeliveryState.QUEUED.value, _OUTBOX.c.at <= before)
    wanted = _seen().where(or_(_OUTBOX.c.state.in_(_ENDED), waiting)).order_by(_OUTBOX.c.id.desc()).limit(limit)
    return [_undelivered(row) for row in reversed(work.execute(wanted).all())]


def lock(work: Work, numbers: Sequence[int], states: Sequence[str]) -> list[Undelivered]:
    """The deliveries with these numbers, and all in these states; locked until the transaction ends."""
    wanted = or_(_OUTBOX.c.id.in_(list(numbers)), _OUTBOX.c.state.in_(list(states)))
    rows = work.execute(_seen().where(wanted).order_by(_OUTBOX.c.id).with_for_update())
    return [_undelivered(row) for row in rows]


def requeue(work: Work, numbers: Iterable[int]) -> None:
    """Queues deliveries again, with no attempt counted; each keeps its number, and so its place in its chat."""
    values = {"state": DeliveryState.QUEUED.value, "attempts": 0, "not_before": work.now, "error": ""}
    _set(work, numbers, values)


def delete_again(work: Work, chat_id: int | None = None) -> bool:
    """Queues deletions again that failed and that Telegram would allow now, in that chat or in all; False for none.

    They are this bot's, of messages that are less than 48 hours old: those of codes were ten minutes old.
    """
    ours = (_OUTBOX.c.kind == "delete", _OUTBOX.c.bot.in_((work.bot, 0)), _OUTBOX.c.at > work.now - _DELETABLE)
    dead = (UNDELIVERED, _OUTBOX.c.state == DeliveryState.DEAD.value, *ours)
    here = () if chat_id is None else (_OUTBOX.c.chat_id == chat_id,)
    numbers = list(work.execute(select(_OUTBOX.c.id).where(*dead, *here)).scalars())
    requeue(work, numbers)
    return bool(numbers)


def drop(work: Work, numbers: Iterable[int]) -> None:
    """Drops deliveries: they are not sent any more."""
    _set(work, numbers, {"state": DeliveryState.DROPPED.value})


def _set(work: Work, numbers: Iterable[int], values: dict[str, Any]) -> None:
    """Updates each row in a statement of its own: one statement cannot take any number of numbers."""
    if rows := [{"key": number} for number in numbers]:
        work.execute(update(_OUTBOX).where(_OUTBOX.c.id == bindparam("key")).values(**values), rows)


def _seen() -> Select[Any]:
    of = _OUTBOX.c
    claimed = of.claimed_until.is_not(None).label("claimed")
    return select(of.id, of.state, of.kind, of.request, of.at, of.attempts, of.error, claimed)


def _undelivered(row: Row[Any]) -> Undelivered:
    return Undelivered(**(dict(row._mapping) | {"state": DeliveryState(row.state)}))
