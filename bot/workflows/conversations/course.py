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
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import msgspec

from bot.folding import words
from bot.storage import drafts
from bot.terms import Button, Notice, Origin, Refusal, Saying
from bot.workflows.conversations.keeping import UnderWay, packed, save, unpacked
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Caller, Desk, Turn, speaking_as

D = TypeVar("D")

BACK, SKIP, CANCEL = "back", "skip", "cancel"  #: the buttons that every conversation may have
_WAYS = {
    **dict.fromkeys(("annuler", "abandonner", "cancel"), CANCEL),
    **dict.fromkeys(("retour", "back"), BACK),
    **dict.fromkeys(("passer", "skip"), SKIP),
}
_STEPS_BACK = 12  #: questions that can be gone back to


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
        return unpacked(talk, row)

    def hear(self, turn: Turn, it: UnderWay[Any], saying: Saying) -> Notice | Pending | None:
        """Takes words or files as the answer to the current question; returns what to say, None for nothing.

        The words of the buttons that go back, skip or cancel, typed alone, do what those buttons do.
        """
        way = _WAYS.get(" ".join(words(saying.text)), "") if not saying.files else ""
        if way == CANCEL:
            return self.cancel(turn)
        turn = _as_begun(turn, it)
        offered = (way == BACK and _earlier(turn, it)) or (way == SKIP and _skippable(turn, it))
        return self._take(turn, it, Answer(action=way) if offered else Answer(saying))

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
        if not question.amendable:
            return _asked(turn, it)
        question.hear(turn, it.draft, Saying(text, (), origin))
        return _proceed(turn, it)

    def _take(self, turn: Turn, it: UnderWay[Any], answer: Answer) -> Notice | Pending | None:
        turn = _as_begun(turn, it)
        asked = it.question(turn)
        was = packed(it.draft)
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
    earlier = _earlier(turn, it)
    if earlier is None:
        raise Refusal("old-button")
    it.draft, it.before = earlier.draft, earlier.before
    return _asked(turn, it)


def _earlier(turn: Turn, it: UnderWay[Any]) -> UnderWay[Any] | None:
    """The conversation as it was at the question before, with what must not be lost; None where there was none."""
    for index in reversed(range(len(it.before))):
        draft = msgspec.convert(it.before[index], it.conversation.draft)
        if it.conversation.keep is not None:
            it.conversation.keep(draft, it.draft)
        earlier = replace(it, draft=draft, before=it.before[:index])
        if earlier.question(turn) is not it.question(turn):
            return earlier
    return None


def _skippable(turn: Turn, it: UnderWay[Any]) -> bool:
    question = it.question(turn)
    return question is not None and question.skip is not None


def _proceed(turn: Turn, it: UnderWay[Any]) -> Notice | Pending | None:
    """Goes on after an answer: `Pending` where the ENT must be asked first, else what `_asked` returns."""
    if it.conversation.learn is not None and it.conversation.learns(it.draft):
        turn.work.undo()
        return Pending(it)
    return _asked(turn, it)


def _asked(turn: Turn, it: UnderWay[Any]) -> Notice | Pending | None:
    question = it.question(turn)
    if question is not None:
        save(turn, it)
        return _keyed(turn, it, question.ask(turn, it.draft))
    if it.conversation.finish is None:
        turn.work.undo()
        return Pending(it, all_said=True)
    leave(turn)
    return it.conversation.finish(turn, it.draft)


def _resume(turn: Turn, it: UnderWay[Any]) -> Notice | Pending | None:
    """Goes on once the ENT was asked; refused where another answer changed the conversation meanwhile."""
    if it.saves:
        row = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
        if row is None or (row.data.get("serial"), row.data.get("saves")) != (it.serial, it.saves):
            raise Refusal("old-button")
    it.person = it.person or turn.me.id
    return _asked(_as_begun(turn, it), it)


def _as_begun(turn: Turn, it: UnderWay[Any]) -> Turn:
    """The turn of the person who began the conversation; refused where they are not one of the caller's accounts."""
    mine = speaking_as(turn, it.person)
    if mine.me.id != it.person:
        raise Refusal("old-button")
    return mine


def _keyed(turn: Turn, it: UnderWay[Any], notice: Notice) -> Notice:
    """The question with the serial added to its buttons, and a last row: skip, back and cancel, where they apply."""
    ways = [Button(SKIP)] if _skippable(turn, it) else []
    ways += [Button(BACK)] if _earlier(turn, it) else []
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
