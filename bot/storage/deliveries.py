"""Deliveries: the rows of the outbox as a courier treats them, from the claim to the outcome."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Exists, and_, bindparam, case, exists, func, literal_column, or_, select, update

from bot.storage import rate_windows
from bot.storage.prepared import Prepared
from bot.storage.rate_windows import WHOLE_BOT
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import DeliveryLane, DeliveryState

CLAIM = timedelta(seconds=15)  #: how long a claim lasts that is not renewed
PUT_OFF = timedelta(
    minutes=5
)  #: how long a delivery waits for its next attempt at most, unless Telegram said to wait

_OUTBOX = DESK.tables["outbox"]
_OTHER = _OUTBOX.alias("other")
_REQUESTS = DESK.tables["requests"]
_PEOPLE = DESK.tables["people"]
_WINDOWS = DESK.tables["rate_windows"]


def _is(state: DeliveryState) -> ColumnElement[str]:
    """The state written out in the SQL: with a parameter, the indexes of queued rows would not be used."""
    return literal_column(f"'{state.value}'")


_QUEUED = _is(DeliveryState.QUEUED)
# An outcome is recorded only while it is awaited: as long as nobody else ended the delivery.
_AWAITED = or_(_OUTBOX.c.state == _QUEUED, _OUTBOX.c.state == _is(DeliveryState.UNCERTAIN))
_PASSABLE: list[ColumnElement[str]] = [
    literal_column(f"'{kind}'") for kind in ("refresh", "bare", "delete", "menu", "leave")
]
_ANNOUNCEMENTS: ColumnElement[int] = literal_column(str(int(DeliveryLane.ANNOUNCEMENTS)))
# An announcement holds up nothing but announcements, unless it is being sent.
_COUNTS = or_(_OTHER.c.lane < _ANNOUNCEMENTS, _OUTBOX.c.lane >= _ANNOUNCEMENTS)
# What makes no message, and waits until it is tried again, lets later messages pass; not later edits of its message.
_HOLDS_UP = or_(
    and_(_COUNTS, _OTHER.c.kind.not_in(_PASSABLE)),
    and_(_COUNTS, _OTHER.c.not_before <= bindparam("now"), _OTHER.c.attempts == literal_column("0")),
    _OTHER.c.claimed_until.is_not(None),
    and_(_OUTBOX.c.kind.in_(_PASSABLE), _OTHER.c.message_id == _OUTBOX.c.message_id),
)
_EARLIER = select(_OTHER.c.id).where(
    _OTHER.c.state == _QUEUED, _OTHER.c.chat_id == _OUTBOX.c.chat_id, _OTHER.c.id < _OUTBOX.c.id, _HOLDS_UP
)
_COLUMNS = ("id", "chat_id", "person", "request", "kind", "payload", "attempts", "message_id", "dedupe", "at", "bot")
_ACCOUNTS = select(func.count()).where(_PEOPLE.c.telegram_id == _OUTBOX.c.chat_id).scalar_subquery()
_FILER = func.coalesce(_REQUESTS.c.filer, _REQUESTS.c.requester)
_FILED_THERE = case((_OUTBOX.c.person == _FILER, _REQUESTS.c.topic))
_TOPIC = func.coalesce(_OUTBOX.c.topic, _FILED_THERE, literal_column("0")).label("topic")
_ALARM = and_(_OUTBOX.c.kind == literal_column("'card'"), _REQUESTS.c.category == literal_column("'danger'"))
_DUE = (
    select(
        *(_OUTBOX.c[name] for name in _COLUMNS),
        _REQUESTS.c.version,
        _ACCOUNTS.label("accounts"),
        _TOPIC,
        _ALARM.label("alarm"),
        _OUTBOX.c.lane,
    )
    .outerjoin_from(_OUTBOX, _REQUESTS, _REQUESTS.c.number == _OUTBOX.c.request)
    .where(
        _OUTBOX.c.state == _QUEUED,
        _OUTBOX.c.claimed_until.is_(None),
        _OUTBOX.c.not_before <= bindparam("now"),
        or_(~_EARLIER.exists(), _ALARM),
    )
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=_OUTBOX)
)
# written out, so that their index is used
_EVERY: list[ColumnElement[int]] = [literal_column(str(int(lane))) for lane in DeliveryLane]
_IN_LANES = (_OUTBOX.c.lane, _OUTBOX.c.not_before, _OUTBOX.c.id)
_BY_AGE = (_OUTBOX.c.not_before, _OUTBOX.c.id)
_HEADS = Prepared(_DUE.where(_OUTBOX.c.lane.in_(_EVERY)).order_by(*_IN_LANES))
_OLDEST = Prepared(_DUE.order_by(*_BY_AGE))
# the same without announcements
_PRESSING = Prepared(_DUE.where(_OUTBOX.c.lane.in_(_EVERY[:-1])).order_by(*_IN_LANES))
_OLDEST_PRESSING = Prepared(_DUE.where(_OUTBOX.c.lane < _ANNOUNCEMENTS).order_by(*_BY_AGE))
_SHARE = 100_000  # microseconds of each second in which the delivery that waits longest is next, whatever its lane
_NEXT = Prepared(
    select(_OUTBOX.c.not_before)
    .where(_OUTBOX.c.state == _QUEUED, _OUTBOX.c.claimed_until.is_(None), _OUTBOX.c.not_before > bindparam("now"))
    .order_by(_OUTBOX.c.not_before)
    .limit(literal_column("1"))
)
_LATER_EDIT = Prepared(
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
_FINISH = Prepared(
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("key"), _AWAITED)
    .values(
        state=bindparam("new_state"), error=bindparam("new_error"), message_id=bindparam("shown"), claimed_until=None
    )
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row of the outbox, to be sent."""

    id: int
    chat_id: int
    person: int | None
    request: int | None
    kind: str
    payload: dict[str, Any]
    attempts: int  #: made before this one
    message_id: int | None
    dedupe: str  #: its cause, and its place among the deliveries of that cause
    at: datetime  #: when it was put into the outbox
    bot: int  #: the bot whose messages and files it names; 0 if the release before queued it
    version: int | None  #: version of its request when the delivery was read; None where it is about no request
    accounts: int  #: how many accounts are linked to its chat
    topic: int = 0  #: where in its chat: in which its cause was written, else in which its request was filed
    alarm: bool | None = False  #: whether it is a call for help, for those who are to see to it
    lane: int = DeliveryLane.NOTICES
    read_at: datetime | None = None  #: when it was read to be sent: the attempt begins after that


def heads(work: Work, limit: int, announcements: bool = True) -> list[Delivery]:
    """The first queued delivery of each chat, if it is due and not claimed; locked until the transaction ends.

    A child's call for help does not wait for those before it. What makes no message, and is to be tried again later,
    holds up no message behind it; nor does an announcement. Without the `announcements` where these must wait.

    Those of the first lane come first, and in each lane those that wait longest. In one tenth of each second, those
    that wait longest come first in all lanes: so every lane moves on, however much comes in before it.
    """
    every, pressing = (_OLDEST, _OLDEST_PRESSING) if work.now.microsecond < _SHARE else (_HEADS, _PRESSING)
    statement = every if announcements else pressing
    return [Delivery(*(*row, work.now)) for row in work.run(statement, {"now": work.now, "most": limit})]


def claim(work: Work, deliveries: Iterable[Delivery], until: datetime) -> None:
    """Claims deliveries until that moment, by which their outcome must be recorded or the claim renewed."""
    if rows := [{"key": delivery.id, "until": until} for delivery in deliveries]:
        work.run(_CLAIM, rows)


def renew(work: Work, ids: Iterable[int], until: datetime) -> None:
    """Extends the claims on these deliveries to that moment; those that are not claimed stay so."""
    mine = list(ids)
    if mine:
        claimed = (_OUTBOX.c.id.in_(mine), _OUTBOX.c.claimed_until.is_not(None))
        work.execute(update(_OUTBOX).where(*claimed).values(claimed_until=until))


def defer(work: Work, delivery: Delivery, until: datetime) -> None:
    """Lets a delivery wait until that moment; this is not counted as an attempt."""
    work.execute(update(_OUTBOX).where(_OUTBOX.c.id == delivery.id).values(not_before=until))


def next_due(work: Work) -> datetime | None:
    """The first moment after now at which a queued delivery is due; None where there is none."""
    row = work.run(_NEXT, {"now": work.now}).first()
    return None if row is None else row.not_before


def unexplained(work: Work) -> bool:
    """Whether the first delivery of any chat is not claimed, not put off, and Telegram did not say to wait there.

    One that is put off for longer than any pause between two attempts counts too: nothing explains it.
    """
    when = or_(_OUTBOX.c.not_before <= work.now, _OUTBOX.c.not_before > work.now + PUT_OFF)
    free = (_OUTBOX.c.state == _QUEUED, _OUTBOX.c.claimed_until.is_(None), when, ~_EARLIER.exists(), ~held(work))
    return work.execute(select(_OUTBOX.c.id).where(*free).limit(1), {"now": work.now}).first() is not None


def held(work: Work) -> Exists:
    """The condition that Telegram said to wait, in the chat of a delivery or everywhere, and it is not over."""
    edits = rate_windows.of_edits(0) - _OUTBOX.c.chat_id
    mine = or_(_WINDOWS.c.chat_id == _OUTBOX.c.chat_id, _WINDOWS.c.chat_id == edits)
    where = or_(mine, _WINDOWS.c.chat_id == literal_column(str(WHOLE_BOT)))
    told = (where, _WINDOWS.c.held_at.is_not(None))
    return exists().where(*told, _WINDOWS.c.empty_at > work.now)


def under_way(work: Work, chat_id: int) -> bool:
    """Whether a courier is sending a delivery to that chat."""
    claimed = (_OUTBOX.c.state == _QUEUED, _OUTBOX.c.chat_id == chat_id, _OUTBOX.c.claimed_until.is_not(None))
    return work.execute(select(_OUTBOX.c.id).where(*claimed).limit(1)).first() is not None


def finish(
    work: Work, delivery: Delivery, state: DeliveryState, message_id: int | None = None, error: str = ""
) -> None:
    """Ends a delivery in that state, with the number of its message in the chat; nothing where it ended meanwhile."""
    shown = delivery.message_id if message_id is None else message_id
    work.run(_FINISH, {"key": delivery.id, "new_state": state.value, "new_error": error, "shown": shown})


def keep_album(work: Work, delivery: Delivery, messages: Sequence[int]) -> None:
    """Keeps the numbers of the messages of an album that arrived, in its payload.

    They need not be consecutive: Telegram's servers number each message by itself (td: `SendMultiMediaQuery` in
    `MessagesManager.cpp` sends them under one random number each, and reads the number of each from the answer).
    """
    payload = delivery.payload | {"messages": list(messages)}
    work.execute(update(_OUTBOX).where(_OUTBOX.c.id == delivery.id).values(payload=payload))


def superseded(work: Work, delivery: Delivery) -> bool:
    """Whether a later edit of the same message is queued, which makes this one needless."""
    mine = {"chat": delivery.chat_id, "key": delivery.id, "shown": delivery.message_id}
    return work.run(_LATER_EDIT, mine).first() is not None


def retry(work: Work, delivery: Delivery, not_before: datetime, error: str, counted: bool) -> None:
    """Queues a delivery again for a later moment; nothing where it ended meanwhile.

    Where not `counted`, this attempt does not count: Telegram told the bot to wait.
    """
    values: dict[str, Any] = {"state": DeliveryState.QUEUED.value, "claimed_until": None, "error": error}
    if not counted:
        values["attempts"] = delivery.attempts
    mine = update(_OUTBOX).where(_OUTBOX.c.id == delivery.id, _AWAITED)
    work.execute(mine.values(not_before=not_before, **values))


def release(work: Work, ids: Iterable[int]) -> None:
    """Ends the claims on deliveries that were not begun: the attempt does not count."""
    _release(work, _OUTBOX.c.id.in_(list(ids)))


def release_until(work: Work, until: datetime, but: Iterable[int]) -> None:
    """As `release`, for the deliveries that are claimed until exactly that moment, except the numbers in `but`."""
    _release(work, _OUTBOX.c.claimed_until == until, _OUTBOX.c.id.not_in(list(but)))


def claimed(work: Work, ids: Iterable[int] | None = None, before: datetime | None = None) -> list[tuple[int, str]]:
    """Number and kind of each claimed delivery, locked until the transaction ends.

    With `ids` only those numbers; with `before` only those whose claim ends by that moment.
    """
    which = [_OUTBOX.c.state == _QUEUED, _OUTBOX.c.claimed_until.is_not(None)]
    if ids is not None:
        which.append(_OUTBOX.c.id.in_(list(ids)))
    if before is not None:
        which.append(_OUTBOX.c.claimed_until <= before)
    wanted = select(_OUTBOX.c.id, _OUTBOX.c.kind).where(*which).order_by(_OUTBOX.c.id).with_for_update()
    return [(row.id, row.kind) for row in work.execute(wanted)]


def end_claims(work: Work, ids: Iterable[int], state: DeliveryState, error: str = "") -> None:
    """Ends the claims on these deliveries, and sets their state, and their error if one is given."""
    written = {"state": state.value, "claimed_until": None} | ({"error": error} if error else {})
    each = update(_OUTBOX).where(_OUTBOX.c.id == bindparam("key")).values(**written)
    if rows := [{"key": number} for number in ids]:
        work.execute(each, rows)


def _release(work: Work, *which: ColumnElement[bool]) -> None:
    mine = update(_OUTBOX).where(_OUTBOX.c.state == _QUEUED, _OUTBOX.c.claimed_until.is_not(None), *which)
    work.execute(mine.values(claimed_until=None, attempts=_OUTBOX.c.attempts - 1))
