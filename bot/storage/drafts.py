"""Drafts: conversations under way, at most one for each Telegram account in a chat."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

_DRAFTS = DESK.tables["drafts"]
_HERE = (_DRAFTS.c.chat_id == bindparam("chat"), _DRAFTS.c.telegram_id == bindparam("who"))
_LOAD = select(_DRAFTS).where(*_HERE)
_DROP = Prepared(delete(_DRAFTS).where(*_HERE))


@dataclass(slots=True)
class Draft:
    """A conversation as the records keep it."""

    step: str  #: the name of the conversation
    data: dict[str, Any] = field(default_factory=dict)  #: what was said so far
    at: datetime | None = None  #: when it was last saved; None before the first time


def load(work: Work, chat_id: int, telegram_id: int) -> Draft | None:
    """The draft of that Telegram account in that chat; None where there is none."""
    row = work.execute(_LOAD, {"chat": chat_id, "who": telegram_id}).first()
    return None if row is None else Draft(row.step, dict(row.data), row.at)


def save(work: Work, chat_id: int, telegram_id: int, draft: Draft) -> None:
    """Saves the draft of that Telegram account in that chat, in place of any other."""
    drop(work, chat_id, telegram_id)
    values = {"chat_id": chat_id, "telegram_id": telegram_id, "step": draft.step, "data": draft.data, "at": work.now}
    work.execute(_DRAFTS.insert(), values)


def drop(work: Work, chat_id: int, telegram_id: int) -> bool:
    """Deletes the draft of that Telegram account in that chat; False where there was none."""
    return work.run(_DROP, {"chat": chat_id, "who": telegram_id}).rowcount > 0


def drop_of(work: Work, telegram_id: int, person_id: int) -> None:
    """Deletes what that person began in the drafts of a Telegram account; what its other accounts began stays."""
    rows = work.execute(select(_DRAFTS).where(_DRAFTS.c.telegram_id == telegram_id)).all()
    for row in rows:
        kept: dict[str, Any] | None = None
        for one in reversed(_pile(row.step, dict(row.data))):  # from the lowest one up
            if one["data"].get("person") != person_id:
                kept = {"step": one["step"], "data": {**one["data"], "beneath": kept}}
        if kept is None:
            drop(work, row.chat_id, telegram_id)
        elif (kept["step"], kept["data"]) != (row.step, row.data):
            save(work, row.chat_id, telegram_id, Draft(kept["step"], kept["data"]))


def _pile(step: str, data: dict[str, Any]) -> list[dict[str, Any]]:
    """A conversation and those that lie beneath it, the top one first."""
    pile: list[dict[str, Any]] = []
    one: dict[str, Any] | None = {"step": step, "data": data}
    while one is not None:
        pile.append(one)
        one = one["data"].get("beneath")
    return pile


def forget(work: Work, before: datetime) -> int:
    """Deletes the drafts last saved before that moment; returns how many."""
    return work.execute(delete(_DRAFTS).where(_DRAFTS.c.at < before)).rowcount
