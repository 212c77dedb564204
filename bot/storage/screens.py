"""Screens: messages that are edited when what they show changes. Expiries: messages to be deleted at a moment."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select

from bot.storage import outbox
from bot.storage.prepared import insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work

_SCREENS = DESK.tables["screens"]
_EXPIRIES = DESK.tables["expiries"]
_DRAWN = {"report": DESK.tables["reports"], "campaign": DESK.tables["campaigns"]}
_RECORD = insert_once(_SCREENS)
_EXPIRE = insert_once(_EXPIRIES)


def record(work: Work, chat_id: int, message_id: int, about: str, person: int) -> None:
    """Records that a message shows `about` (such as `report:7`) to a person.

    Locks the row of `about`: this waits for a change under way, and any later change finds the message to edit.
    """
    kind, _, number = about.partition(":")
    drawn = _DRAWN[kind]
    work.execute(select(drawn.c.id).where(drawn.c.id == int(number)).with_for_update(read=True))
    work.run(_RECORD, {"chat_id": chat_id, "message_id": message_id, "about": about, "person": person})


def refresh(work: Work, about: str) -> None:
    """Queues an edit of every message that shows `about` (such as `report:7`)."""
    for row in work.execute(select(_SCREENS).where(_SCREENS.c.about == about)).all():
        outbox.redraw(work, row.chat_id, row.message_id, row.person, about)


def expire(work: Work, chat_id: int, message_id: int, at: datetime) -> None:
    """Records that a message is to be deleted at that moment."""
    work.run(_EXPIRE, {"chat_id": chat_id, "message_id": message_id, "at": at})


def keep(work: Work, chat_id: int, message_id: int) -> None:
    """Deletes the expiry of a message: it stays, or its deletion is queued already."""
    work.execute(delete(_EXPIRIES).where(_EXPIRIES.c.chat_id == chat_id, _EXPIRIES.c.message_id == message_id))


def expired(work: Work, limit: int = 200) -> int:
    """Queues the deletion of messages that have expired, `limit` at most; returns how many."""
    due = select(_EXPIRIES).where(_EXPIRIES.c.at <= work.now).order_by(_EXPIRIES.c.at).limit(limit)
    rows = work.execute(due.with_for_update(skip_locked=True)).all()
    for row in rows:
        outbox.remove(work, row.chat_id, row.message_id)
        keep(work, row.chat_id, row.message_id)
    return len(rows)


def next_expiry(work: Work) -> datetime | None:
    """When the next message expires; None where there is none."""
    return work.execute(select(func.min(_EXPIRIES.c.at))).scalar()
