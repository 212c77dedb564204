"""A conversation under way, and how it is kept as a row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import msgspec

from bot.storage import drafts
from bot.storage.drafts import Draft
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Turn

D = TypeVar("D")
_HEARD = 40  #: messages whose edits are still followed


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

    def question(self, turn: Turn) -> Question[D] | None:
        """The first question without an answer; None where all have one."""
        return next((one for one in self.conversation.questions if one.unanswered(turn, self.draft)), None)


def save(turn: Turn, it: UnderWay[Any]) -> None:
    """Keeps the conversation in place of the one that was under way."""
    it.saves += 1
    it.heard = dict(list(it.heard.items())[-_HEARD:])
    data = {
        "draft": packed(it.draft),
        **{name: getattr(it, name) for name in ("person", "serial", "saves", "before", "heard")},
    }
    drafts.save(turn.work, turn.caller.chat_id, turn.caller.telegram_id, Draft(it.conversation.name, data))


def packed(draft: Any) -> dict[str, Any]:
    """The draft as JSON keeps it."""
    made: dict[str, Any] = msgspec.to_builtins(draft)
    return made


def unpacked(talk: Conversation[Any], row: Draft) -> UnderWay[Any] | None:
    """The conversation of a saved draft; None where another release saved it in a form that this one cannot read."""
    try:
        draft = msgspec.convert(row.data["draft"], talk.draft)
        kept = {name: row.data[name] for name in ("person", "serial", "saves", "before", "heard")}
    except (KeyError, msgspec.ValidationError):
        return None
    return UnderWay(talk, draft, **kept)
