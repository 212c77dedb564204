"""Menus: which command menu each chat shows, so that one that is there already is not set again."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from bot.storage.prepared import insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import DeliveryState

_MENUS = DESK.tables["menus"]
_OUTBOX = DESK.tables["outbox"]
_NOTE = insert_once(_MENUS)


@dataclass(frozen=True, slots=True)
class Menu:
    """The command menu of a chat."""

    mark: str  #: a digest of its commands and their words
    own: bool  #: whether it was set for this chat; else it is the usual one
    bot: int = 0  #: the bot that shows it


def of_chat(work: Work, chat_id: int) -> Menu | None:
    """The menu that the chat shows; None where that is not known."""
    row = work.execute(select(_MENUS).where(_MENUS.c.chat_id == chat_id)).first()
    return Menu(row.mark, row.own, row.bot) if row is not None else None


def note(work: Work, chat_id: int, menu: Menu, release: str) -> None:
    """Notes which menu this bot shows in the chat; `release` is a digest of all menus there are."""
    values = {"mark": menu.mark, "own": menu.own, "bot": work.bot, "release": release}
    if not work.run(_NOTE, {"chat_id": chat_id, **values}).rowcount:
        work.execute(update(_MENUS).where(_MENUS.c.chat_id == chat_id).values(**values))


def forget(work: Work, chat_id: int) -> None:
    """Forgets which menu the chat shows."""
    work.execute(delete(_MENUS).where(_MENUS.c.chat_id == chat_id))


def own(work: Work, chat_id: int) -> bool:
    """Whether the chat may show a menu that was set for it.

    So it may where nothing is known of it, unless one was yet to be set.
    """
    known = of_chat(work, chat_id)
    if known is not None:
        return known.own
    unset = _OUTBOX.c.state.in_([DeliveryState.QUEUED.value, DeliveryState.DROPPED.value])
    waiting = (_OUTBOX.c.chat_id == chat_id, _OUTBOX.c.kind == "menu", unset)
    queued = select(_OUTBOX.c.id).where(*waiting, _OUTBOX.c.claimed_until.is_(None))
    return work.execute(queued.limit(1)).first() is None


def outdated(work: Work, release: str, limit: int) -> list[int]:
    """The chats whose own menu was set by an earlier release; each is returned once."""
    old = select(_MENUS.c.chat_id).where(_MENUS.c.own, _MENUS.c.release != release).limit(limit)
    chats = list(work.execute(old.order_by(_MENUS.c.chat_id)).scalars())
    work.execute(update(_MENUS).where(_MENUS.c.chat_id.in_(chats)).values(release=release))
    return chats
