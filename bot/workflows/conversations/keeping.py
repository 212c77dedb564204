"""Conversations under way, and how they are kept: in one row, the one that is asked now above those that wait.

What lies beneath comes back when the one above it ends. Each keeps when its question was last asked or answered, when
it ends by itself, and the topic of the private chat where it is led (0 for the chat itself). Each topic has a pile of
its own. All piles of a Telegram account in a chat lie in one row, on top the one where something was done last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

import msgspec

from bot.storage import drafts, endings
from bot.storage.drafts import Draft
from bot.storage.work import Work
from bot.workflows.conversations import ending
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Caller, Turn

D = TypeVar("D")
Row = dict[str, Any]  #: one conversation as it is kept: its name (`step`) and its `data`
_HEARD = 40  #: messages whose edits are still followed
_KEPT = ("person", "serial", "saves", "before", "heard", "asked_in", "aside", "held", "beneath", "over", "shown")
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
    over: str = ""  #: what becomes of the current question's message (`ending.change`); empty without choices
    shown: str = ""  #: as `over`, for the question in the message `asked_in`
    pressed_in: int = 0  #: the message whose button was pressed just now; 0 where words were written

    @property
    def half_made(self) -> bool:
        """Whether it was set aside, on the way to something that the ENT is asked: words may still go on with it."""
        talk = self.conversation
        return self.aside and not self.held and talk.act is not None and talk.lasting(self.draft)

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
    data |= {"at": _written(it.at or work.now), "until": _written(it.until or work.now + _DAY), "topic": caller.topic}
    elsewhere = [row for row in every(work, caller) if topic(row) != caller.topic]
    lay(work, caller, [{"step": it.conversation.name, "data": data}, *_beneath(it.beneath), *elsewhere])


def _beneath(row: Row | None) -> list[Row]:
    """That conversation and those beneath it, the top one first."""
    found: list[Row] = []
    while row is not None:
        found.append(row)
        row = row["data"].get("beneath")
    return found


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


def asked_at(row: Row) -> datetime:
    """When the kept conversation was begun or last answered."""
    return _read(row["data"]["at"])


def pile(work: Work, caller: Caller) -> list[Row]:
    """The conversation under way in the caller's topic and those beneath it, the top one first; empty without any."""
    return _linked([row for row in every(work, caller) if topic(row) == caller.topic])


def topic(row: Row) -> int:
    """The topic where the kept conversation is led; 0 for the chat itself."""
    return int(row["data"].get("topic", 0))


def every(work: Work, caller: Caller, to_change: bool = False) -> list[Row]:
    """The conversations of all topics of the chat: the pile of the caller's topic first, then the others.

    `to_change` locks them.
    """
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
    return sorted(found, key=lambda row: topic(row) != caller.topic)


def lay(work: Work, caller: Caller, rows: Sequence[Row]) -> None:
    """Keeps these conversations, the top one first, in place of all that were kept; none where there are none."""
    if not rows:
        drafts.drop(work, caller.chat_id, caller.telegram_id)
    else:
        top, due = _linked(rows)[0], min(ends(row) for row in rows)
        drafts.save(work, caller.chat_id, caller.telegram_id, Draft(top["step"], top["data"], due=due))


def _linked(rows: Sequence[Row]) -> list[Row]:
    """The conversations, each with the next one beneath it."""
    linked: list[Row] = []
    for row in reversed(rows):
        beneath = linked[-1] if linked else None
        linked.append({"step": row["step"], "data": {**row["data"], "beneath": beneath}})
    return linked[::-1]


def laid_beneath(turn: Turn, conversation: Conversation[Any]) -> Row | None:
    """What comes back when that conversation, about to begin, ends: the lasting one that is under way or beneath.

    One of the same name counts only where another account began it, or where several may be open. None where there
    is none.
    """
    rows = pile(turn.work, turn.caller)
    if not rows:
        return None
    data, same = rows[0]["data"], rows[0]["step"] == conversation.name
    again = same and data.get("person") == turn.me.id and not conversation.several
    if data.get("lasting") and not again:
        return _aside(rows[0])
    beneath: Row | None = data.get("beneath")
    return beneath


def serials(work: Work, caller: Caller) -> list[str]:
    """The serials of the conversations of all topics, in the order of `every`."""
    return [str(row["data"].get("serial", "")) for row in every(work, caller)]


def raise_up(work: Work, caller: Caller, serial: str) -> None:
    """Puts the conversation of that serial, which is kept, on top of the pile of the caller's topic."""
    rows = sorted(every(work, caller), key=lambda row: row["data"].get("serial") != serial)
    rows[0]["data"]["topic"] = caller.topic
    lay(work, caller, rows)


def asking_in(work: Work, caller: Caller, message_id: int) -> str:
    """The serial of the conversation that asks its question in that message; empty where none does."""
    asking = (row["data"] for row in every(work, caller) if message_id and row["data"].get("asked_in") == message_id)
    return next((str(data.get("serial", "")) for data in asking), "")


def leave(work: Work, caller: Caller, serial: str = "", became: str = ending.DONE) -> bool:
    """Ends the conversation under way, and lets the one beneath it come back; False where none is under way.

    With a serial, ends that one, wherever it lies. Records what it `became`, unless that is empty.
    """
    rows = every(work, caller)
    under_way = [] if serial else [row for row in rows if topic(row) == caller.topic][:1]
    stay = [row for row in rows if row not in under_way and not (serial and row["data"].get("serial") == serial)]
    if len(stay) < len(rows):
        lay(work, caller, stay)
        for row in rows if became else ():
            if row not in stay:
                endings.record(work, caller.chat_id, str(row["data"].get("serial", "")), became)
    return len(stay) < len(rows)


def drop_of(work: Work, caller: Caller, person_id: int) -> None:
    """Drops what that person began in this chat; what the caller's other accounts began stays."""
    rows = every(work, caller)
    stay = [row for row in rows if row["data"].get("person") != person_id]
    if len(stay) < len(rows):
        lay(work, caller, stay)


def end_of(work: Work, caller: Caller, person_id: int, but: str) -> None:
    """Has what that person began in this chat end by itself now, and its questions say so; not one named `but`."""
    rows = every(work, caller, to_change=True)
    ending_now = [row for row in rows if row["data"].get("person") == person_id and row["step"] != but]
    for row in ending_now:
        row["data"]["until"] = _written(work.now)
    if ending_now:
        lay(work, caller, rows)


def waiting(work: Work, caller: Caller) -> list[Row]:
    """The conversations of all topics that have not ended and ask a question in a message of the chat."""
    return [row for row in every(work, caller) if ends(row) > work.now and row["data"].get("asked_in")]


def stirs(work: Work, caller: Caller) -> bool:
    """Whether doing something else changes what is under way here: one was not set aside, or is too old."""
    rows = pile(work, caller)
    return bool(rows) and (not rows[0]["data"].get("aside") or any(ends(row) <= work.now for row in rows))


def asked_in(work: Work, caller: Caller, serial: str, message_id: int) -> None:
    """Notes in which message, of the caller's topic, a conversation asks its question; nothing where it is over.

    That topic is not the one where it was led, where that one is gone. An earlier message that shows its choices is
    changed to say that it goes on elsewhere.
    """
    rows = every(work, caller)
    for row in rows:
        if row["data"].get("serial") == serial:
            moved = topic(row) != caller.topic
            ending.left_behind(work, caller, row["data"], message_id)
            row["data"] |= {"asked_in": message_id, "shown": row["data"].get("over", ""), "topic": caller.topic}
            lay(work, caller, sorted(rows, key=lambda one: one is not row) if moved else rows)
            return


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
        rows = every(work, caller, to_change=True)
        for data in (row["data"] for row in rows):
            at = _read(data["at"])
            if at > work.now:
                data |= {"at": _written(work.now), "until": _written(work.now + (_read(data["until"]) - at))}
        lay(work, caller, rows)


def _aside(row: Row) -> Row:
    return {"step": row["step"], "data": {**row["data"], "aside": True}}


def _written(moment: datetime) -> str:
    return moment.isoformat()


def _read(moment: str) -> datetime:
    return datetime.fromisoformat(moment)
