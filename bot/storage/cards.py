"""Cards and notices in chats: the messages that are about a request, and what each was.

A card is edited when its request changes, a notice is not. Telegram numbers the messages of a chat anew for each bot,
so each is kept with the bot that sent it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, or_, select, update

from bot.storage.prepared import Prepared, insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work

_CARDS = DESK.tables["cards"]
_REQUESTS = DESK.tables["requests"]
_OURS = _CARDS.c.bot.in_((bindparam("bot"), 0))  # 0: sent by the release before
_LIVE = Prepared(select(_CARDS).where(_CARDS.c.request == bindparam("key"), _CARDS.c.live, _OURS))
_AT = Prepared(
    select(_CARDS).where(_CARDS.c.chat_id == bindparam("chat"), _CARDS.c.message_id == bindparam("message"), _OURS)
)
_LATER = Prepared(
    select(_CARDS)
    .where(_CARDS.c.chat_id == bindparam("chat"), _CARDS.c.message_id > bindparam("message"), _OURS)
    .order_by(_CARDS.c.message_id.desc())
    .limit(bindparam("most"))
)
_RECORD = insert_once(_CARDS)


@dataclass(frozen=True, slots=True)
class Card:
    """A message in a chat that is about a request."""

    chat_id: int
    message_id: int
    request: int
    person: int  #: `id` of whom it was made for; 0 where that is not known
    live: bool  #: whether it is edited when the request changes
    kind: str  #: of the notice that it was; empty where the release before sent it


def record(
    work: Work, chat_id: int, message_id: int, request: int, person: int, kind: str, live: bool = False
) -> None:
    """Records that a message is about a request, for whom, and the kind of notice that it was.

    If `live`, it is edited when the request changes: it is a card. It takes the place of a message that another bot
    sent under the same number.
    """
    row: dict[str, Any] = {"chat_id": chat_id, "message_id": message_id, "request": request, "person": person}
    row |= {"live": live, "kind": kind, "bot": work.bot}
    if not work.run(_RECORD, row).rowcount:
        where = (_CARDS.c.chat_id == chat_id, _CARDS.c.message_id == message_id)
        work.execute(delete(_CARDS).where(*where))
        work.run(_RECORD, row)


def at(work: Work, chat_id: int, message_id: int) -> Card | None:
    """The card or notice in that message of a chat; None where the message is about no request."""
    row = work.run(_AT, {"chat": chat_id, "message": message_id, "bot": work.bot}).first()
    return None if row is None else _card(row)


def live(work: Work, request: int) -> list[Card]:
    """The cards of a request, in every chat."""
    return [_card(row) for row in work.run(_LIVE, {"key": request, "bot": work.bot})]


def shown_to(work: Work, person: int, limit: int) -> list[Card]:
    """The newest cards that were made for that person and are edited when their request changes."""
    mine = select(_CARDS).where(_CARDS.c.person == person, _CARDS.c.live, _CARDS.c.bot.in_((work.bot, 0)))
    return [_card(row) for row in work.execute(mine.order_by(_CARDS.c.message_id.desc()).limit(limit))]


def shown_in(work: Work, chat_id: int, person: int, limit: int, own: bool) -> list[Card]:
    """The newest cards and notices of a chat that were made for that person, or answered to whoever spoke there.

    Those about requests that the person asked for or filed are among them only with `own`.
    """
    here = (_CARDS.c.chat_id == chat_id, _CARDS.c.person.in_((person, 0)), _CARDS.c.bot.in_((work.bot, 0)))
    theirs = or_(_REQUESTS.c.requester == person, _REQUESTS.c.filer == person)
    mine = _CARDS.c.request.in_(select(_REQUESTS.c.number).where(theirs))
    shown = select(_CARDS).where(*here) if own else select(_CARDS).where(*here, ~mine)
    return [_card(row) for row in work.execute(shown.order_by(_CARDS.c.message_id.desc()).limit(limit))]


def known(work: Work, request: int, person: int) -> bool:
    """Whether a message about the request was made for that person: they know that it exists."""
    mine = select(_CARDS.c.message_id).where(_CARDS.c.request == request, _CARDS.c.person == person)
    return work.execute(mine.limit(1)).first() is not None


def later(work: Work, chat_id: int, message_id: int, limit: int) -> list[Card]:
    """The cards and notices of a chat after that message, newest first, `limit` at most."""
    values = {"chat": chat_id, "message": message_id, "most": limit, "bot": work.bot}
    return [_card(row) for row in work.run(_LATER, values)]


def notices(work: Work, requests: Iterable[int], kinds: Sequence[str]) -> list[Card]:
    """The notices of these kinds about these requests, in every chat; no cards."""
    about = (_CARDS.c.request.in_(sorted(requests)), ~_CARDS.c.live, _CARDS.c.kind.in_(list(kinds)))
    return [_card(row) for row in work.execute(select(_CARDS).where(*about, _OURS), {"bot": work.bot})]


def drop(work: Work, chat_id: int, messages: Sequence[int]) -> None:
    """Deletes what is known of these messages of a chat: they are taken back."""
    work.execute(delete(_CARDS).where(_CARDS.c.chat_id == chat_id, _CARDS.c.message_id.in_(list(messages))))


def vanish(work: Work, chat_id: int, message_id: int) -> None:
    """Notes that a message is not in its chat any more: it is not edited from now on, but stays known."""
    here = (_CARDS.c.chat_id == chat_id, _CARDS.c.message_id == message_id, _CARDS.c.bot.in_((work.bot, 0)))
    work.execute(update(_CARDS).where(*here).values(live=False))


def forget(work: Work, chat_id: int, person: int) -> None:
    """Deletes what is known of the cards and notices of a person in one chat."""
    work.execute(delete(_CARDS).where(_CARDS.c.chat_id == chat_id, _CARDS.c.person == person))


def _card(row: Any) -> Card:
    return Card(row.chat_id, row.message_id, row.request, row.person, bool(row.live), row.kind)
