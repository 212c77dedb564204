"""Endings: what became of conversations that are over, so that a button tapped again can be told."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

_ENDINGS = DESK.tables["endings"]
_LOAD = select(_ENDINGS).where(_ENDINGS.c.chat_id == bindparam("chat"), _ENDINGS.c.serial == bindparam("what"))


def _save(made: Any) -> Any:
    values = {name: made.excluded[name] for name in ("became", "request", "at")}
    return made.on_conflict_do_update(index_elements=["chat_id", "serial"], set_=values).inline()


_SAVE = Prepared(_save(sqlite.insert(_ENDINGS)), _save(postgresql.insert(_ENDINGS)))


def record(work: Work, chat_id: int, serial: str, became: str, request: int = 0) -> None:
    """Records what became of the conversation with that serial in that chat, and which request its words went to."""
    row = {"chat_id": chat_id, "serial": serial, "became": became, "request": request, "at": work.now}
    work.run(_SAVE, row)


def of(work: Work, chat_id: int, serial: str) -> tuple[str, int]:
    """What became of the conversation with that serial, and its request's number; empty and 0 if not known."""
    row = work.execute(_LOAD, {"chat": chat_id, "what": serial}).first()
    return (row.became, row.request) if row is not None else ("", 0)
