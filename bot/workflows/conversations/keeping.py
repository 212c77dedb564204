"""Conversations under way, and how they are kept: in one row, the one that is asked now above those that wait.

What lies beneath comes back when the one above it ends. Each keeps when its question was last asked or answered, and
when it ends by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

import msgspec

from bot.storage import drafts
from bot.storage.drafts import Draft
from bot.storage.work import Work
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Caller, Turn

D = TypeVar("D")
Row = dict[str, Any]  #: one conversation as it is kept: its name (`step`) and its `data`
_HEARD = 40  #: messages whose edits are still followed
_KEPT = ("person", "serial", "saves", "before", "heard", "asked_in", "aside", "held", "beneath")
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)  #: how long those live that the release before saved


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
    held: bool = False  #: whether it waits for words of which it is asked whether they are its answer
    beneath: Row | None = None  #: the conversation that comes back when this one ends, as it is kept
    at: datetime | None = None  #: when it was begun or last answered; None before it is saved
    until: datetime | None = None  #: when it ends by itself; None before it is saved

    def question(self, turn: Turn) -> Question[D] | None:
        """The first question without an answer; None where all have one."""
        return next((one for one in self.conversation.questions if one.unanswered(turn, self.draft)), None)


def save(turn: Turn, it: UnderWay[Any]) -> None:
    """Keeps the conversation after an answer, in place of the one that was under way."""
    it.saves += 1
    it.heard = dict(list(it.heard.items())[-_HEARD:])
    it.held = False
    it.at = turn.work.now
    it.until = it.at + turn.policy.waits[it.conversation.waits].life
    keep(turn.work, turn.caller, it)


def keep(work: Work, caller: Caller, it: UnderWay[Any]) -> None:
    """Keeps the conversation as it is, in place of the one that was under way."""
    data = {"draft": packed(it.draft), "lasting": it.held or it.conversation.lasting(it.draft)}
    data |= {name: getattr(it, name) for name in _KEPT}
    data |= {"at": _written(it.at or work.now), "until": _written(it.until or work.now + _DAY)}
    _put(work, caller, {"step": it.conversation.name, "data": data})


def packed(draft: Any) -> dict[str, Any]:
    """The draft as JSON keeps it."""
    made: dict[str, Any] = msgspec.to_builtins(draft)
    return made


def unpacked(talk: Conversation[Any], row: Row) -> UnderWay[Any] | None:
    """The conversation of a kept row; None where another release saved it in a form that this one cannot read."""
    data = row["data"]
    try:
        draft = msgspec.convert(data["draft"], talk.draft)
        kept = {name: data[name] for name in _KEPT if name in data}
        return UnderWay(talk, draft, **kept, at=_read(data["at"]), until=ends(row))
    except (KeyError, TypeError, ValueError):  # msgspec's own errors are `ValueError`s
        return None


def ends(row: Row) -> datetime:
    """When the kept conversation ends by itself."""
    return _read(row["data"]["until"])


def pile(work: Work, caller: Caller, to_change: bool = False) -> list[Row]:
    """The conversation under way and those beneath it, the top one first; empty where there is none."""
    top = drafts.load(work, caller.chat_id, caller.telegram_id, to_change)
    if top is None:
        return []
    found: list[Row] = []
    one: Row | None = {"step": top.step, "data": top.data}
    while one is not None:
        data = one["data"]
        data.setdefault("at", _written(top.at or work.now))
        data.setdefault("until", _written(_read(data["at"]) + (_WEEK if data.get("lasting") else _DAY)))
        found.append(one)
        one = data.get("beneath")
    return found


def lay(work: Work, caller: Caller, rows: Sequence[Row]) -> None:
    """Keeps these conversations, the top one first, in place of those that were kept; none where there are none."""
    beneath: Row | None = None
    for row in reversed(rows):
        beneath = {"step": row["step"], "data": {**row["data"], "beneath": beneath}}
    if beneath is None:
        drafts.drop(work, caller.chat_id, caller.telegram_id)
    else:
        _put(work, caller, beneath)


def laid_beneath(turn: Turn, conversation: Conversation[Any]) -> Row | None:
    """What comes back when that conversation, about to begin, ends: the lasting one that is under way or beneath.

    One of the same name counts only where another account began it. None where there is none.
    """
    rows = pile(turn.work, turn.caller)
    if not rows:
        return None
    data, same = rows[0]["data"], rows[0]["step"] == conversation.name
    if data.get("lasting") and not (same and data.get("person") == turn.me.id):
        return _aside(rows[0])
    beneath: Row | None = data.get("beneath")
    return beneath


def serials(work: Work, caller: Caller) -> list[str]:
    """The serial of the conversation under way, and of those that lie beneath it, in that order."""
    return [str(row["data"].get("serial", "")) for row in pile(work, caller)]


def raise_up(work: Work, caller: Caller, serial: str) -> None:
    """Puts the conversation of that serial, which is in the pile, on top of the others."""
    rows = pile(work, caller)
    lay(work, caller, sorted(rows, key=lambda row: row["data"].get("serial") != serial))


def leave(work: Work, caller: Caller, serial: str = "") -> bool:
    """Ends the conversation under way, and lets the one beneath it come back; False where none is under way.

    With a serial, ends that one, wherever it lies.
    """
    rows = pile(work, caller)
    stay = [row for row in rows if row["data"].get("serial") != serial] if serial else rows[1:]
    if len(stay) < len(rows):
        lay(work, caller, stay)
    return len(stay) < len(rows)


def drop_of(work: Work, caller: Caller, person_id: int) -> None:
    """Drops what that person began in this chat; what the caller's other accounts began stays."""
    rows = pile(work, caller)
    stay = [row for row in rows if row["data"].get("person") != person_id]
    if len(stay) < len(rows):
        lay(work, caller, stay)


def stirs(work: Work, caller: Caller) -> bool:
    """Whether doing something else changes what is under way: one was not set aside, or is too old."""
    rows = pile(work, caller)
    return bool(rows) and (not rows[0]["data"].get("aside") or any(ends(row) <= work.now for row in rows))


def asked_in(work: Work, caller: Caller, serial: str, message_id: int) -> None:
    """Notes in which message a conversation asks its question; nothing where it is over."""
    rows = pile(work, caller)
    if rows and rows[0]["data"].get("serial") == serial:
        rows[0]["data"]["asked_in"] = message_id
        _put(work, caller, rows[0])


def resumed(turn: Turn, talk: Conversation[D]) -> UnderWay[D] | None:
    """That conversation where it is under way, no longer set aside; None where it is not."""
    rows = pile(turn.work, turn.caller)
    it = unpacked(talk, rows[0]) if rows and rows[0]["step"] == talk.name else None
    if it is not None:
        it.aside = False
    return it


def bring_back(work: Work) -> None:
    """Has each conversation that was saved at a moment in the future wait from now on, for as long as it was to wait.

    For a clock that was found to be ahead.
    """
    for chat_id, telegram_id in drafts.saved_after(work, work.now):
        caller = Caller(telegram_id, chat_id)
        rows = pile(work, caller, to_change=True)
        for data in (row["data"] for row in rows):
            at = _read(data["at"])
            if at > work.now:
                data |= {"at": _written(work.now), "until": _written(work.now + (_read(data["until"]) - at))}
        lay(work, caller, rows)


def _aside(row: Row) -> Row:
    return {"step": row["step"], "data": {**row["data"], "aside": True}}


def _put(work: Work, caller: Caller, top: Row) -> None:
    """Saves a row that has those beneath it within it, due when the first of them ends."""
    due, one = ends(top), top["data"].get("beneath")
    while one is not None:
        if "until" in one["data"]:
            due = min(due, ends(one))
        one = one["data"].get("beneath")
    drafts.save(work, caller.chat_id, caller.telegram_id, Draft(top["step"], top["data"], due=due))


def _written(moment: datetime) -> str:
    return moment.isoformat()


def _read(moment: str) -> datetime:
    return datetime.fromisoformat(moment)
