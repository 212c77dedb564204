"""Runs guided conversations: begins one, takes answers and edits, goes back, leaves, ends.

At most one conversation is under way for a Telegram account in a chat. It is kept as a draft in the records, so that
it survives a restart and any replica can go on with it. Each has a serial, which its buttons carry: so a button of an
earlier conversation cannot answer a later one.

One transaction handles an answer, unless the ENT must be asked: then that transaction is undone, the ENT is asked
outside of any, and a second transaction goes on (`Pending`, `carry_on`).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

import msgspec

from bot.storage import drafts
from bot.storage.drafts import Draft
from bot.terms import Button, Notice, Origin, Refusal, Saying
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Caller, Desk, Turn, speaking_as

D = TypeVar("D")

BACK, SKIP, CANCEL = "back", "skip", "cancel"  #: the buttons that every conversation may have
_STEPS_BACK = 12  #: questions that can be gone back to
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


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person typed, or which button of a conversation they pressed."""

    saying: Saying | None = None
    action: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """What a transaction returns where the conversation must go on outside of it; `carry_on` does that."""

    it: UnderWay[Any]
    all_said: bool = False  #: True where every question is answered and `act` is to run; False where `learn` is


def begin(turn: Turn, conversation: Conversation[D], draft: D) -> Notice | Pending | None:
    """Begins the conversation, in place of any other under way; returns its first question."""
    return _proceed(turn, UnderWay(conversation, draft, turn.me.id, secrets.token_hex(3)))


async def open_with(desk: Desk, cause: str, caller: Caller, talk: Conversation[D], draft: D) -> Notice | None:
    """Begins a conversation that must ask the ENT before its first question; returns that question."""
    return await carry_on(desk, cause, caller, Pending(UnderWay(talk, draft, 0, secrets.token_hex(3))))


async def carry_on(desk: Desk, cause: str, caller: Caller, said: Notice | Pending | None) -> Notice | None:
    """Goes on with a conversation outside of a transaction until it is no longer pending; returns what to say.

    `said` itself where it is not pending.
    """
    while isinstance(said, Pending):
        talk, draft = said.it.conversation, said.it.draft
        if said.all_said:
            assert talk.act is not None
            return await talk.act(desk, cause, caller, draft)
        if talk.learn is not None:
            await talk.learn(desk, caller, draft)
        said = await desk.act(cause, caller, _resume, said.it)
    return said


def leave(turn: Turn) -> bool:
    """Ends the conversation under way; False where there is none."""
    return drafts.drop(turn.work, turn.caller.chat_id, turn.caller.telegram_id)


class Conversations:
    """Knows every conversation of the house by name, and runs the one that somebody has under way."""

    def __init__(self, known: Iterable[Conversation[Any]]) -> None:
        self._known: dict[str, Conversation[Any]] = {}
        for one in known:
            if self._known.setdefault(one.name, one) is not one:
                raise ValueError(f"two conversations are named {one.name!r}")
        self.actions = frozenset(action for one in self._known.values() for action in one.actions) | {BACK, SKIP}

    def under_way(self, turn: Turn) -> UnderWay[Any] | None:
        """The caller's conversation under way in this chat; None where there is none, or it was idle for too long."""
        row = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
        talk = self._known.get(row.step) if row else None
        if row is None or talk is None or row.at is None or row.at < turn.work.now - talk.life:
            return None
        return _unpacked(talk, row)

    def hear(self, turn: Turn, it: UnderWay[Any], saying: Saying) -> Notice | Pending | None:
        """Takes words or files as the answer to the current question; returns what to say, None for nothing."""
        return self._take(turn, it, Answer(saying))

    def press(self, turn: Turn, action: str, target: str) -> Notice | Pending | None:
        """Takes the press of a button as an answer; returns what to say.

        `target` is the serial of the button's conversation, a colon, and the value chosen. Refused where that is not
        the conversation under way.
        """
        serial, _, value = target.partition(":")
        it = self.under_way(turn)
        if it is None or it.serial != serial:
            raise Refusal("old-button")
        return self._take(turn, it, Answer(None, action, value))

    def cancel(self, turn: Turn, target: str = "") -> Notice:
        """Ends the conversation under way, and says so, or says that there is none.

        With a button's `target`, only the conversation of that button is ended.
        """
        serial = target.partition(":")[0]
        it = self.under_way(turn)
        if serial and (it is None or it.serial != serial):
            return Notice("nothing_to_cancel")
        return Notice("cancelled" if leave(turn) else "nothing_to_cancel")

    def edit(self, turn: Turn, it: UnderWay[Any], origin: Origin, text: str) -> Notice | Pending | None:
        """Takes the new text of a message that answered a question; returns what to say.

        Raises `KeyError` for a message that answered none.
        """
        name = it.heard[str(origin.message_id)]
        question = next(one for one in it.conversation.questions if one.name == name)
        turn = _as_begun(turn, it)
        question.hear(turn, it.draft, Saying(text, (), origin))
        return _proceed(turn, it)

    def _take(self, turn: Turn, it: UnderWay[Any], answer: Answer) -> Notice | Pending | None:
        turn = _as_begun(turn, it)
        asked = it.question(turn)
        was = _packed_draft(it.draft)
        if answer.action == BACK:
            return _go_back(turn, it)
        speak = _apply(turn, it, asked, answer)
        if it.question(turn) is not asked:
            it.before = [*it.before, was][-_STEPS_BACK:]
        said = _proceed(turn, it)
        return said if speak or isinstance(said, Pending) else None


def _apply(turn: Turn, it: UnderWay[Any], asked: Question[Any] | None, answer: Answer) -> bool:
    """Changes the draft as the answer says; returns whether the answer gets a reply."""
    if answer.saying is not None:
        if asked is None:
            raise Refusal("old-button")
        if answer.saying.origin is not None:
            it.heard[str(answer.saying.origin.message_id)] = asked.name
        return asked.hear(turn, it.draft, answer.saying)
    if answer.action == SKIP:
        if asked is None or asked.skip is None:
            raise Refusal("old-button")
        asked.skip(it.draft)
        return True
    for question in it.conversation.questions:
        if pick := question.picks.get(answer.action):
            pick(turn, it.draft, answer.value)
            return True
    raise Refusal("old-button")


def _go_back(turn: Turn, it: UnderWay[Any]) -> Notice | Pending | None:
    if not it.before:
        raise Refusal("old-button")
    *it.before, was = it.before
    it.draft = msgspec.convert(was, it.conversation.draft)
    return _asked(turn, it)


def _proceed(turn: Turn, it: UnderWay[Any]) -> Notice | Pending | None:
    """Goes on after an answer: `Pending` where the ENT must be asked first, else what `_asked` returns."""
    if it.conversation.learn is not None and it.conversation.learns(it.draft):
        turn.work.undo()
        return Pending(it)
    return _asked(turn, it)


def _asked(turn: Turn, it: UnderWay[Any]) -> Notice | Pending | None:
    question = it.question(turn)
    if question is not None:
        _save(turn, it)
        return _keyed(it, question, question.ask(turn, it.draft))
    if it.conversation.finish is None:
        turn.work.undo()
        return Pending(it, all_said=True)
    leave(turn)
    return it.conversation.finish(turn, it.draft)


def _resume(turn: Turn, it: UnderWay[Any]) -> Notice | Pending | None:
    """Goes on once the ENT was asked; refused where another answer changed the conversation meanwhile."""
    if it.person:
        row = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
        if row is None or (row.data.get("serial"), row.data.get("saves")) != (it.serial, it.saves):
            raise Refusal("old-button")
    else:
        it.person = turn.me.id
    return _asked(_as_begun(turn, it), it)


def _as_begun(turn: Turn, it: UnderWay[Any]) -> Turn:
    """The turn of the person who began the conversation; refused where they are not one of the caller's accounts."""
    mine = speaking_as(turn, it.person)
    if mine.me.id != it.person:
        raise Refusal("old-button")
    return mine


def _keyed(it: UnderWay[Any], question: Question[Any], notice: Notice) -> Notice:
    """The question with the serial added to its buttons, and a last row: skip, back and cancel, where they apply."""
    ways = [Button(SKIP)] if question.skip else []
    ways += [Button(BACK)] if it.before else []
    own = it.conversation.actions | it.conversation.leads_on | {BACK, SKIP, CANCEL}
    rows = [*notice.buttons, (*ways, Button(CANCEL))]
    stamped = tuple(
        tuple(
            replace(key, target=f"{it.serial}:{key.target}", person=it.person) if key.action in own else key
            for key in row
        )
        for row in rows
    )
    return replace(notice, buttons=stamped)


def _save(turn: Turn, it: UnderWay[Any]) -> None:
    it.saves += 1
    it.heard = dict(list(it.heard.items())[-_HEARD:])
    data = {
        "draft": _packed_draft(it.draft),
        **{name: getattr(it, name) for name in ("person", "serial", "saves", "before", "heard")},
    }
    drafts.save(turn.work, turn.caller.chat_id, turn.caller.telegram_id, Draft(it.conversation.name, data))


def _packed_draft(draft: Any) -> dict[str, Any]:
    packed: dict[str, Any] = msgspec.to_builtins(draft)
    return packed


def _unpacked(talk: Conversation[Any], row: Draft) -> UnderWay[Any] | None:
    """The conversation of a saved draft; None where another release saved it in a form that this one cannot read."""
    try:
        draft = msgspec.convert(row.data["draft"], talk.draft)
        kept = {name: row.data[name] for name in ("person", "serial", "saves", "before", "heard")}
    except (KeyError, msgspec.ValidationError):
        return None
    return UnderWay(talk, draft, **kept)
