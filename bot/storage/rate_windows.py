"""Rate windows: when the last messages went to each chat, and from the whole bot. All replicas share them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

WHOLE_BOT = 0  #: the chat number of the window over all chats: Telegram gives no chat that number

_WINDOWS = DESK.tables["rate_windows"]
_ONE = select(_WINDOWS.c.sent).where(_WINDOWS.c.chat_id == bindparam("key"))
_READ = Prepared(_ONE)
_LOCK = Prepared(_ONE.with_for_update())


_INSERTS = (sqlite.insert(_WINDOWS), postgresql.insert(_WINDOWS))
_WRITE = Prepared(
    *(
        insert.on_conflict_do_update(
            index_elements=["chat_id"], set_={"sent": insert.excluded.sent, "empty_at": insert.excluded.empty_at}
        ).inline()
        for insert in _INSERTS
    )
)


def lock(work: Work, chat_id: int) -> Sequence[float]:
    """As `read`, and locks the window until the transaction ends: another call of `lock` waits for that."""
    return _moments(work, _LOCK, chat_id)


def read(work: Work, chat_id: int) -> Sequence[float]:
    """The moments of the last messages to that chat, in seconds since 1970; empty where none counts any more."""
    return _moments(work, _READ, chat_id)


def write(work: Work, windows: Mapping[int, tuple[Sequence[float], float]]) -> None:
    """Saves windows by chat: the moments of their messages, and the second from which they may be deleted."""
    rows = [
        {"chat_id": chat, "sent": list(sent), "empty_at": datetime.fromtimestamp(empty, UTC)}
        for chat, (sent, empty) in windows.items()
    ]
    if rows:
        work.run(_WRITE, rows)


def _moments(work: Work, statement: Prepared, chat_id: int) -> Sequence[float]:
    row = work.run(statement, {"key": chat_id}).first()
    return () if row is None else row.sent
