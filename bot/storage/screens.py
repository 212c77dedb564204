"""Screens: messages that are edited when what they show changes. Expiries: messages to be deleted at a moment.

A page is a screen of another kind: an answer with names of people in it, such as a list. Of its names, only marks are
kept, by which it is found again once somebody of that name erases their data.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, false, func, or_, select

from bot.storage import outbox
from bot.storage.prepared import insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import DeliveryState

_SCREENS = DESK.tables["screens"]
_EXPIRIES = DESK.tables["expiries"]
_TABLES = {
    "announcement": "announcements",
    "report": "reports",
    "campaign": "campaigns",
    "mailing": "mailings",
    "printing": "printings",
    "filling": "interventions",  # members who are put into a group, or taken out
    "spreadsheet": "printings",
}
_DRAWN = {kind: DESK.tables[name] for kind, name in _TABLES.items()}
_PAGE = "page:"  # begins what is kept of a page
_MARKS, _PAGES = 80, 200  # of one page, and pages of one chat: the newest
_DEEDS = DESK.tables["interventions"]
_OUTBOX = DESK.tables["outbox"]
_RECORD = insert_once(_SCREENS)
_EXPIRE = insert_once(_EXPIRIES)


def record(work: Work, chat_id: int, message_id: int, about: str, person: int) -> None:
    """Records that a message shows `about` (such as `report:7`) to a person.

    Locks the row of `about`: this waits for a change under way, and any later change finds the message to edit.
    """
    kind, _, number = about.partition(":")
    drawn = _DRAWN[kind]
    work.execute(select(drawn.c.id).where(drawn.c.id == int(number)).with_for_update(read=True))
    here = (_SCREENS.c.chat_id == chat_id, _SCREENS.c.message_id == message_id)
    row = {"chat_id": chat_id, "message_id": message_id, "about": about, "person": person, "bot": work.bot}
    if not work.run(_RECORD, row).rowcount:  # of another bot, which numbers its messages by itself
        work.execute(delete(_SCREENS).where(*here, _SCREENS.c.bot != work.bot))
        work.run(_RECORD, row)


def page(work: Work, chat_id: int, message_id: int, person: int, marks: Collection[str]) -> None:
    """Records by which marks that page is found again, in place of what was known of it; the oldest are forgotten."""
    here = (_SCREENS.c.chat_id == chat_id, _SCREENS.c.about.startswith(_PAGE))
    work.execute(delete(_SCREENS).where(*here, _SCREENS.c.message_id == message_id))
    if marks:
        row = {"chat_id": chat_id, "message_id": message_id, "person": person, "bot": work.bot}
        work.run(_RECORD, row | {"about": _PAGE + ",".join(sorted(marks)[:_MARKS])})
    older = select(_SCREENS.c.message_id).where(*here).order_by(_SCREENS.c.message_id.desc()).offset(_PAGES).limit(1)
    last = work.execute(older).scalar()
    if last is not None:
        work.execute(delete(_SCREENS).where(*here, _SCREENS.c.message_id <= last))


def take_pages(work: Work, marks: Collection[str]) -> list[tuple[int, int, int]]:
    """Forgets the pages with one of these marks; returns chat, message and person of each that this bot may edit."""
    found = or_(*(_SCREENS.c.about.contains(mark) for mark in marks)) if marks else false()
    where = (_SCREENS.c.about.startswith(_PAGE), found)
    rows = work.execute(select(_SCREENS).where(*where).order_by(_SCREENS.c.message_id)).all()
    work.execute(delete(_SCREENS).where(*where))
    return [(row.chat_id, row.message_id, row.person) for row in rows if row.bot in (work.bot, 0)]


def at(work: Work, chat_id: int, message_id: int) -> str:
    """What that message of a chat shows, such as `report:7`; empty where it shows nothing of the kind."""
    here = (_SCREENS.c.chat_id == chat_id, _SCREENS.c.message_id == message_id)
    ours = (_SCREENS.c.bot.in_((work.bot, 0)), ~_SCREENS.c.about.startswith(_PAGE))
    return work.execute(select(_SCREENS.c.about).where(*here, *ours)).scalar() or ""


def refresh(work: Work, about: str) -> None:
    """Queues an edit of every message that shows `about` (such as `report:7`)."""
    for row in work.execute(
        select(_SCREENS).where(_SCREENS.c.about == about, _SCREENS.c.bot.in_((work.bot, 0)))
    ).all():
        outbox.redraw(work, row.chat_id, row.message_id, row.person, about)


def withdraw(work: Work, chat_id: int, person: int, limit: int) -> list[int]:
    """Forgets the screens of that person in a chat; returns the numbers of the newest messages, `limit` at most."""
    theirs = (_SCREENS.c.chat_id == chat_id, _SCREENS.c.person == person)
    ours = select(_SCREENS.c.message_id).where(*theirs, _SCREENS.c.bot.in_((work.bot, 0)))
    messages = list(work.execute(ours.order_by(_SCREENS.c.message_id.desc()).limit(limit)).scalars())
    work.execute(delete(_SCREENS).where(*theirs))
    return messages


def told(work: Work, chat_id: int, person: int, limit: int) -> list[int]:
    """The numbers of the newest notices about no request that were said to that person in a chat, `limit` at most."""
    said = (_OUTBOX.c.chat_id == chat_id, _OUTBOX.c.person == person, _OUTBOX.c.kind == "notice")
    there = (_OUTBOX.c.state == DeliveryState.SENT.value, _OUTBOX.c.request.is_(None), _OUTBOX.c.message_id > 0)
    ours = select(_OUTBOX.c.message_id).where(*said, *there, _OUTBOX.c.bot.in_((work.bot, 0)))
    return list(work.execute(ours.order_by(_OUTBOX.c.message_id.desc()).limit(limit)).scalars())


def vanish(work: Work, chat_id: int, message_id: int) -> None:
    """Deletes what is known of a screen that is not in its chat any more."""
    here = (_SCREENS.c.chat_id == chat_id, _SCREENS.c.message_id == message_id)
    work.execute(delete(_SCREENS).where(*here, _SCREENS.c.bot.in_((work.bot, 0))))


def expire(work: Work, chat_id: int, message_id: int, at: datetime, deed: int) -> None:
    """Records that a message, which shows the code of that act, is to be deleted at that moment."""
    row = {"chat_id": chat_id, "message_id": message_id, "at": at, "bot": work.bot, "deed": deed}
    work.run(_EXPIRE, row)


def expires(work: Work, chat_id: int, message_id: int) -> bool:
    """Whether that message is to be deleted at a moment that has not come yet."""
    here = (_EXPIRIES.c.chat_id == chat_id, _EXPIRIES.c.message_id == message_id, _EXPIRIES.c.at > work.now)
    return work.execute(select(_EXPIRIES.c.deed).where(*here)).first() is not None


def expire_like(work: Work, chat_id: int, message_id: int, other: int) -> bool:
    """Records that a message is to be deleted when that `other` one of its chat is, whose code it shows.

    False where that one is not to be deleted any more: then nothing is recorded.
    """
    here = (_EXPIRIES.c.chat_id == chat_id, _EXPIRIES.c.message_id == other)
    row = work.execute(select(_EXPIRIES.c.at, _EXPIRIES.c.deed).where(*here).with_for_update()).first()
    if row is not None:
        expire(work, chat_id, message_id, row.at, row.deed)
    return row is not None


def keep(work: Work, chat_id: int, message_id: int) -> None:
    """Deletes the expiry of a message: it stays, or its deletion is queued already."""
    work.execute(delete(_EXPIRIES).where(_EXPIRIES.c.chat_id == chat_id, _EXPIRIES.c.message_id == message_id))


def expired(work: Work, limit: int = 200) -> int:
    """Queues the deletion of messages that have expired, `limit` at most; returns how many.

    No bot can delete another's messages: such a deletion fails, of which people are told, and is done should that bot
    serve again soon.
    """
    due = select(_EXPIRIES).where(_EXPIRIES.c.at <= work.now).order_by(_EXPIRIES.c.at).limit(limit)
    rows = work.execute(due.with_for_update(skip_locked=True)).all()
    for row in rows:
        outbox.remove(work, row.chat_id, row.message_id, row.deed, row.bot)
        keep(work, row.chat_id, row.message_id)
    return len(rows)


def expire_now(work: Work, chat_id: int, person: int | None, sheets: Collection[int]) -> None:
    """Queues the deletion of what that person's acts show in a chat, and of these messages with sheets.

    Of all that expires there, whoever made it, where `person` is None.
    """
    mine = or_(
        _EXPIRIES.c.deed.in_(select(_DEEDS.c.id).where(_DEEDS.c.person == person)),
        _EXPIRIES.c.message_id.in_(sorted(sheets)),
    )
    here = (_EXPIRIES.c.chat_id == chat_id, *(() if person is None else (mine,)))
    for row in work.execute(select(_EXPIRIES).where(*here).order_by(_EXPIRIES.c.message_id)).all():
        outbox.remove(work, chat_id, row.message_id, row.deed, row.bot)
        keep(work, chat_id, row.message_id)


def next_expiry(work: Work) -> datetime | None:
    """When the next message expires; None where there is none."""
    return work.execute(select(func.min(_EXPIRIES.c.at))).scalar()
