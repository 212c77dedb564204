"""Lines: when the last messages went to each chat, and from the bot in all. Replicas share them, and so one pace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

EVERYBODY = 0  #: the chat whose line is the bot's own: Telegram gives no chat that number

_LINES = DESK.tables["lines"]
_ONE = select(_LINES.c.sent).where(_LINES.c.chat_id == bindparam("key"))
_READ = Prepared(_ONE)
_LOCK = Prepared(_ONE.with_for_update())


_INSERTS = (sqlite.insert(_LINES), postgresql.insert(_LINES))
_WRITE = Prepared(
    *(
        insert.on_conflict_do_update(
            index_elements=["chat_id"], set_={"sent": insert.excluded.sent, "empty_at": insert.excluded.empty_at}
        ).inline()
        for insert in _INSERTS
    )
)


def lock(work: Work, chat_id: int) -> Sequence[float]:
    """The moments of that line, in seconds since 1970; nobody else reads it this way until the end of the work."""
    return _moments(work, _LOCK, chat_id)


def read(work: Work, chat_id: int) -> Sequence[float]:
    """The moments of that line; empty where nothing went there for a while."""
    return _moments(work, _READ, chat_id)


def write(work: Work, lines: Mapping[int, tuple[Sequence[float], float]]) -> None:
    """Keeps lines, each as its moments and the second from which it counts as empty."""
    rows = [
        {"chat_id": chat, "sent": list(sent), "empty_at": datetime.fromtimestamp(empty, UTC)}
        for chat, (sent, empty) in lines.items()
    ]
    if rows:
        work.run(_WRITE, rows)


def forget(work: Work) -> None:
    """Drops the lines that are empty by now."""
    work.execute(delete(_LINES).where(_LINES.c.empty_at < work.now, _LINES.c.chat_id != EVERYBODY))


def _moments(work: Work, statement: Prepared, chat_id: int) -> Sequence[float]:
    row = work.run(statement, {"key": chat_id}).first()
    return () if row is None else row.sent
