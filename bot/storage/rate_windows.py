"""Rate windows: when the last messages went to each chat and from the whole bot, and which chats Telegram holds.

All replicas share them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import bindparam, delete, func, literal_column, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.tables.delivery import QUEUED
from bot.storage.work import Work

WHOLE_BOT = 0  #: the chat number of the window over all chats: Telegram gives no chat that number

_EDITS = -(2**59)  # minus the number of a chat: what Telegram said of its edits alone
_WINDOWS = DESK.tables["rate_windows"]
_OUTBOX = DESK.tables["outbox"]
_ONE = select(_WINDOWS.c.sent, _WINDOWS.c.held_at, _WINDOWS.c.held_for).where(_WINDOWS.c.chat_id == bindparam("key"))
_READ = Prepared(_ONE)
_LOCK = Prepared(_ONE.with_for_update())
_LONG = 60  # seconds: a longer wait that Telegram asks for is told of
_PUT_OFF = Prepared(
    select(func.max(_WINDOWS.c.empty_at).label("until"))
    .join(_OUTBOX, _OUTBOX.c.chat_id == _WINDOWS.c.chat_id)
    .where(
        QUEUED,
        _OUTBOX.c.request == bindparam("request"),
        _OUTBOX.c.person.in_([bindparam("requester"), bindparam("filer")]),
        _WINDOWS.c.held_for > literal_column(str(_LONG)),
        _WINDOWS.c.empty_at > bindparam("now"),
    )
)
_COLUMNS = ("sent", "empty_at", "held_at", "held_for")


_INSERTS = (sqlite.insert(_WINDOWS), postgresql.insert(_WINDOWS))
_WRITE = Prepared(
    *(
        insert.on_conflict_do_update(
            index_elements=["chat_id"], set_={name: insert.excluded[name] for name in _COLUMNS}
        ).inline()
        for insert in _INSERTS
    )
)


@dataclass(frozen=True, slots=True)
class Kept:
    """The window of a chat, or of the whole bot, as it is kept."""

    sent: Sequence[float] = ()  #: the moments of the last messages, in seconds since 1970
    held_at: datetime | None = None  #: when Telegram said to wait; None where it did not since the last message
    held_for: int = 0  #: for how many seconds


def of_edits(chat_id: int) -> int:
    """The chat number under which it is kept that Telegram said to wait with the edits of that chat."""
    return _EDITS - chat_id


def lock(work: Work, chat_id: int) -> Kept:
    """As `read`, and locks the window until the transaction ends: another call of `lock` waits for that."""
    return _kept(work, _LOCK, chat_id)


def read(work: Work, chat_id: int) -> Kept:
    """The window of that chat; an empty one where no message counts any more."""
    return _kept(work, _READ, chat_id)


def ends(work: Work, but: Sequence[int]) -> list[datetime]:
    """When the waits of each chat end that Telegram asked for, and that are not over; the chats in `but` left out."""
    told = (_WINDOWS.c.held_at.is_not(None), _WINDOWS.c.empty_at > work.now, _WINDOWS.c.chat_id.not_in(list(but)))
    rows = work.execute(select(_WINDOWS.c.chat_id, _WINDOWS.c.empty_at).where(*told))
    ends = {row.chat_id if row.chat_id > _EDITS / 2 else of_edits(row.chat_id): row.empty_at for row in rows}
    return list(ends.values())


@dataclass(frozen=True, slots=True)
class Pauses:
    """The waits that Telegram asked for, each longer than a minute, that are not over."""

    bot: datetime | None = None  #: until when the bot may write to nobody; None where it may
    chats: int = 0  #: how many chats the bot may not write to
    last: datetime | None = None  #: when the last of these chats may be written to again; None where there is none


def pauses(work: Work) -> Pauses:
    """The waits, longer than a minute, that Telegram asked for and that are not over."""
    told = (_WINDOWS.c.held_at.is_not(None), _WINDOWS.c.held_for > _LONG, _WINDOWS.c.empty_at > work.now)
    ends = {
        row.chat_id: row.empty_at
        for row in work.execute(select(_WINDOWS.c.chat_id, _WINDOWS.c.empty_at).where(*told))
    }
    bot = ends.pop(WHOLE_BOT, None)
    return Pauses(bot, len(ends), max(ends.values(), default=None))


def put_off(work: Work, request: int, requester: int, filer: int) -> datetime | None:
    """Until when what the outbox holds for these two people about a request waits, as Telegram asked; else None.

    Waits of a minute and less do not count.
    """
    asked = {"request": request, "requester": requester, "filer": filer, "now": work.now}
    row = work.run(_PUT_OFF, asked).first()
    return row.until if row is not None else None


def forget(work: Work, chat_id: int) -> None:
    """Deletes the windows of a chat, but for those in which Telegram's wait is not over: it must be kept to."""
    over = or_(_WINDOWS.c.held_at.is_(None), _WINDOWS.c.empty_at <= work.now)
    work.execute(delete(_WINDOWS).where(_WINDOWS.c.chat_id.in_([chat_id, of_edits(chat_id)]), over))


def write(work: Work, windows: Mapping[int, tuple[Kept, float]]) -> None:
    """Saves windows by chat, each with the second since 1970 from which it may be deleted."""
    rows = [
        {"chat_id": chat, "sent": list(kept.sent), "empty_at": datetime.fromtimestamp(empty, UTC)}
        | {"held_at": kept.held_at, "held_for": kept.held_for}
        for chat, (kept, empty) in windows.items()
    ]
    if rows:
        work.run(_WRITE, rows)


def _kept(work: Work, statement: Prepared, chat_id: int) -> Kept:
    row = work.run(statement, {"key": chat_id}).first()
    return Kept() if row is None else Kept(row.sent, row.held_at, row.held_for)
