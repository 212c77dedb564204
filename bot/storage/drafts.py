"""Drafts: conversations under way, at most one for each Telegram account in a chat."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

_DRAFTS = DESK.tables["drafts"]
_HERE = (_DRAFTS.c.chat_id == bindparam("chat"), _DRAFTS.c.telegram_id == bindparam("who"))
_LOAD = select(_DRAFTS).where(*_HERE)


def _save(made: Any) -> Any:
    values = {name: made.excluded[name] for name in ("step", "data", "at", "due")}
    return made.on_conflict_do_update(index_elements=["chat_id", "telegram_id"], set_=values).inline()


_SAVE = Prepared(_save(sqlite.insert(_DRAFTS)), _save(postgresql.insert(_DRAFTS)))
_DROP = Prepared(delete(_DRAFTS).where(*_HERE))


@dataclass(slots=True)
class Draft:
    """A conversation as the records keep it."""

    step: str  #: the name of the conversation
    data: dict[str, Any] = field(default_factory=dict)  #: what was said so far
    at: datetime | None = None  #: when it was last saved; None before the first time
    due: datetime | None = None  #: when it, or one kept beneath it, ends by itself; None where that is not known


def load(work: Work, chat_id: int, telegram_id: int, to_change: bool = False) -> Draft | None:
    """The draft of that Telegram account in that chat, locked if `to_change`; None where there is none."""
    asked = _LOAD.with_for_update() if to_change else _LOAD
    row = work.execute(asked, {"chat": chat_id, "who": telegram_id}).first()
    return None if row is None else Draft(row.step, dict(row.data), row.at, row.due)


def save(work: Work, chat_id: int, telegram_id: int, draft: Draft) -> None:
    """Saves the draft of that Telegram account in that chat, in place of any other."""
    kept = {"step": draft.step, "data": draft.data, "at": work.now, "due": draft.due}
    work.run(_SAVE, {"chat_id": chat_id, "telegram_id": telegram_id, **kept})


def drop(work: Work, chat_id: int, telegram_id: int) -> bool:
    """Deletes the draft of that Telegram account in that chat; False where there was none."""
    return work.run(_DROP, {"chat": chat_id, "who": telegram_id}).rowcount > 0


def due(work: Work, moment: datetime, limit: int) -> list[tuple[int, int, str]]:
    """Drafts that are due by that moment, and those of which that is not known, as the release before saves them.

    For each, its chat, its Telegram account, and what changes each time it is saved.
    """
    is_due = or_(_DRAFTS.c.due <= moment, _DRAFTS.c.due.is_(None))
    wanted = (_DRAFTS.c.chat_id, _DRAFTS.c.telegram_id, _DRAFTS.c.at, _DRAFTS.c.due)
    rows = work.execute(select(*wanted).where(is_due).limit(limit))
    return [(row.chat_id, row.telegram_id, f"{row.at}:{row.due}") for row in rows]


def saved_after(work: Work, moment: datetime) -> list[tuple[int, int]]:
    """The chat and the Telegram account of each draft that was saved after that moment."""
    rows = work.execute(select(_DRAFTS.c.chat_id, _DRAFTS.c.telegram_id).where(_DRAFTS.c.at > moment))
    return [(row.chat_id, row.telegram_id) for row in rows]


def next_due(work: Work) -> datetime | None:
    """When the next draft is due; None where there is none."""
    moment: datetime | None = work.execute(select(func.min(_DRAFTS.c.due))).scalar()
    return moment
