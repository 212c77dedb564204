"""A conversation under way, and how it is kept as a row: alone, or above one that was set aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

import msgspec

from bot.storage import drafts
from bot.storage.drafts import Draft
from bot.storage.work import Work
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Caller, Turn

D = TypeVar("D")
Row = dict[str, Any]
_HEARD = 40  #: messages whose edits are still followed
_KEPT = ("person", "serial", "saves", "before", "heard", "asked_in", "aside", "beneath")


@dataclass(slots=True)
class UnderWay(Generic[D]):
    """A conversation that was begun and is not over."""

    conversation: Conversation[D]
    draft: D
    person: int  #: `id` of the person who began it
    serial: str
    saves: int = 0  #: how often it was saved: if that changes while the ENT is asked, another answer came first
    before: list[dict[str, Any]] = field(default_factory=list)  #: the draft at each earlier question, to go back to
    heard: dict[str, str] = field(default_factory=dict)  #: by message number, the question that the message answered
    asked_in: int = 0  #: number of the message that asks the current question; 0 until that is known
    aside: bool = False  #: whether the person did something else: then words are no answer, buttons still are
    beneath: Row | None = None  #: the conversation that comes back when this one ends, as it is kept
    at: datetime | None = None  #: when it was last kept; None before the first time

    def question(self, turn: Turn) -> Question[D] | None:
        """The first question without an answer; None where all have one."""
        return next((one for one in self.conversation.questions if one.unanswered(turn, self.draft)), None)


def save(turn: Turn, it: UnderWay[Any]) -> None:
    """Keeps the conversation after an answer, in place of the one that was under way."""
    it.saves += 1
    it.heard = dict(list(it.heard.items())[-_HEARD:])
    keep(turn.work, turn.caller, it)


def keep(work: Work, caller: Caller, it: UnderWay[Any]) -> None:
    """Keeps the conversation as it is, in place of the one that was under way."""
    data = {"draft": packed(it.draft), "lasting": it.conversation.lasting(it.draft)}
    data |= {name: getattr(it, name) for name in _KEPT}
    drafts.save(work, caller.chat_id, caller.telegram_id, Draft(it.conversation.name, data))


def packed(draft: Any) -> dict[str, Any]:
    """The draft as JSON keeps it."""
    made: dict[str, Any] = msgspec.to_builtins(draft)
    return made


def unpacked(talk: Conversation[Any], row: Draft) -> UnderWay[Any] | None:
    """The conversation of a saved draft; None where another release saved it in a form that this one cannot read."""
    try:
        draft = msgspec.convert(row.data["draft"], talk.draft)
        kept = {name: row.data[name] for name in _KEPT if name in row.data}
        return UnderWay(talk, draft, **kept, at=row.at)
    except (KeyError, TypeError, msgspec.ValidationError):
        return None


def laid_beneath(turn: Turn, conversation: Conversation[Any]) -> Row | None:
    """What comes back when that conversation, about to begin, ends: the lasting one that is under way or beneath.

    None where there is none.
    """
    row = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    if row is None:
        return None
    if row.data.get("lasting") and row.step != conversation.name:
        return {"step": row.step, "data": {**row.data, "aside": True}}
    beneath: Row | None = row.data.get("beneath")
    return beneath


def serials(work: Work, caller: Caller) -> list[str]:
    """The serial of the conversation under way, and of those that lie beneath it, in that order."""
    return [str(row["data"].get("serial", "")) for row in _pile(work, caller)]


def raise_up(work: Work, caller: Caller, serial: str) -> None:
    """Puts the conversation of that serial, which is in the pile, on top of the others."""
    pile = sorted(_pile(work, caller), key=lambda row: row["data"].get("serial") == serial)  # the top one comes last
    beneath: Row | None = None
    for row in pile[:-1][::-1]:
        beneath = {"step": row["step"], "data": {**row["data"], "beneath": beneath}}
    top = pile[-1]
    data = {**top["data"], "beneath": beneath}
    drafts.save(work, caller.chat_id, caller.telegram_id, Draft(top["step"], data))


def _pile(work: Work, caller: Caller) -> list[Row]:
    """The conversation under way and those beneath it, the top one first."""
    row = drafts.load(work, caller.chat_id, caller.telegram_id)
    pile: list[Row] = []
    one: Row | None = {"step": row.step, "data": row.data} if row is not None else None
    while one is not None:
        pile.append(one)
        one = one["data"].get("beneath")
    return pile


def leave(work: Work, caller: Caller) -> bool:
    """Ends the conversation under way, and lets the one beneath it come back; False where none is under way."""
    row = drafts.load(work, caller.chat_id, caller.telegram_id)
    if row is None:
        return False
    beneath = row.data.get("beneath")
    if beneath:
        drafts.save(work, caller.chat_id, caller.telegram_id, Draft(beneath["step"], beneath["data"]))
    else:
        drafts.drop(work, caller.chat_id, caller.telegram_id)
    return True


def listens(work: Work, caller: Caller) -> bool:
    """Whether a conversation is under way that was not set aside."""
    row = drafts.load(work, caller.chat_id, caller.telegram_id)
    return row is not None and not row.data.get("aside")


def asked_in(work: Work, caller: Caller, serial: str, message_id: int) -> None:
    """Notes in which message a conversation asks its question; nothing where it is over."""
    row = drafts.load(work, caller.chat_id, caller.telegram_id)
    if row is not None and row.data.get("serial") == serial:
        row.data["asked_in"] = message_id
        drafts.save(work, caller.chat_id, caller.telegram_id, row)


def resumed(turn: Turn, talk: Conversation[D]) -> UnderWay[D] | None:
    """That conversation where it is under way, no longer set aside; None where it is not."""
    row = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    it = unpacked(talk, row) if row is not None and row.step == talk.name else None
    if it is not None:
        it.aside = False
    return it
