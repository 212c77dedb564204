"""Runs guided conversations: begins one, takes answers and edits, goes back, leaves, ends.

At most one conversation is under way for a Telegram account in a chat. It is kept as a draft in the records, so that
it survives a restart and any replica can go on with it. Each has a serial, which its buttons carry: so a button of an
earlier conversation cannot answer a later one.

One transaction handles an answer, unless the ENT must be asked: then that transaction is undone, the ENT is asked
outside of any, and a second transaction goes on (`Pending`, `carry_on`).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from bot.storage import drafts, outbox
from bot.storage.drafts import Draft
from bot.storage.work import Work
from bot.terms import Notice, Origin, Refusal, Saying
from bot.workflows.conversations import keeping, steps
from bot.workflows.conversations.keeping import UnderWay, unpacked
from bot.workflows.conversations.shape import Conversation
from bot.workflows.conversations.steps import Pending as Pending
from bot.workflows.desk import Caller, Desk, Turn

D = TypeVar("D")

_NOTHING: Mapping[str, str] = {}


def begin(
    turn: Turn, conversation: Conversation[D], draft: D, heard: Mapping[str, str] = _NOTHING
) -> Notice | Pending | None:
    """Begins the conversation, in place of any other under way; returns its first question.

    A lasting conversation that was under way comes back when this one ends; where it is the same one, about a
    request, its question says that nothing was sent. `heard` names, by message number, the
    question that words already in the draft answer, so that their edits are followed.
    """
    same = keeping.resumed(turn, conversation)
    if same is not None and conversation.lasting(same.draft) and conversation.about(same.draft):
        _close(turn.work, turn.caller, same)
    beneath = keeping.laid_beneath(turn, conversation)
    it = UnderWay(conversation, draft, turn.me.id, secrets.token_hex(3), heard=dict(heard), beneath=beneath)
    return steps.proceed(turn, it)


async def open_with(desk: Desk, cause: str, caller: Caller, talk: Conversation[D], draft: D) -> Notice | None:
    """Begins a conversation that must ask the ENT before its first question; returns that question."""
    return await carry_on(desk, cause, caller, Pending(UnderWay(talk, draft, 0, secrets.token_hex(3))))


async def carry_on(desk: Desk, cause: str, caller: Caller, said: Notice | Pending | None) -> Notice | None:
    """Goes on with a conversation outside of a transaction until it is no longer pending; returns what to say.

    `said` itself where it is not pending.
    """
    while isinstance(said, Pending):
        caller = replace(caller, person=said.it.person or caller.person)
        talk, draft = said.it.conversation, said.it.draft
        if said.all_said:
            assert talk.act is not None
            return await talk.act(desk, cause, caller, draft)
        if talk.learn is not None:
            await talk.learn(desk, caller, draft)
        said = await desk.act(cause, caller, steps.resume, said.it)
    return said


def resume(turn: Turn, it: UnderWay[D]) -> Notice | Pending | None:
    """Goes on with a conversation whose draft was changed from outside; returns its question."""
    return steps.proceed(steps.as_begun(turn, it), it)


def leave(turn: Turn) -> bool:
    """Ends the conversation under way, and lets the one beneath it come back; False where there is none."""
    return keeping.leave(turn.work, turn.caller)


def _close(work: Work, caller: Caller, it: UnderWay[Any]) -> None:
    if it.asked_in:
        work.because(f"closed:{it.serial}:{it.saves}")
        about = f"{it.conversation.closed}:{it.conversation.about(it.draft)}"
        outbox.redraw(work, caller.chat_id, it.asked_in, it.person, about)


class Conversations:
    """Knows every conversation of the house by name, and runs the one that somebody has under way."""

    def __init__(self, known: Iterable[Conversation[Any]]) -> None:
        self._known: dict[str, Conversation[Any]] = {}
        for one in known:
            if self._known.setdefault(one.name, one) is not one:
                raise ValueError(f"two conversations are named {one.name!r}")
        self.actions = frozenset(action for one in self._known.values() for action in one.actions) | {
            steps.BACK,
            steps.SKIP,
        }

    def under_way(self, turn: Turn) -> UnderWay[Any] | None:
        """The caller's conversation under way in this chat; None where there is none, or it was idle for too long."""
        return self._kept(turn.work, turn.caller)

    def interrupt(self, work: Work, caller: Caller) -> None:
        """The person did something else: words they write now are not the answer to the question.

        A lasting conversation is set aside: its buttons still answer. Any other is given up, and its question changed
        to say so. Nothing where no conversation is under way.
        """
        it = self._kept(work, caller)
        if it is None or it.aside:
            return
        if it.conversation.lasting(it.draft):
            it.aside = True
            keeping.keep(work, caller, it)
            return
        keeping.leave(work, caller)
        self.close(work, caller, it)

    def close(self, work: Work, caller: Caller, it: UnderWay[Any]) -> None:
        """Changes the question of a conversation that is over, so that it says so."""
        _close(work, caller, it)

    def _kept(self, work: Work, caller: Caller) -> UnderWay[Any] | None:
        row = drafts.load(work, caller.chat_id, caller.telegram_id)
        while row is not None:
            talk = self._known.get(row.step)
            if talk is not None and row.at is not None and row.at >= work.now - talk.life:
                return unpacked(talk, row)
            beneath = row.data.get("beneath")  # what lies above it was idle for too long
            row = Draft(beneath["step"], beneath["data"], work.now) if beneath else None
        return None

    def hear(self, turn: Turn, it: UnderWay[Any], saying: Saying) -> Notice | Pending | None:
        """Takes words or files as the answer to the current question; returns what to say, None for nothing.

        The words of the buttons that go back, skip or cancel, typed alone, do what those buttons do.
        """
        way = steps.way(saying)
        if way == steps.CANCEL:
            return self.cancel(turn)
        turn = steps.as_begun(turn, it)
        offered = (way == steps.BACK and steps.earlier(turn, it)) or (way == steps.SKIP and steps.skippable(turn, it))
        return steps.take(turn, it, steps.Answer(action=way) if offered else steps.Answer(saying))

    def gives_up(self, saying: Saying) -> bool:
        """Whether the words are those of the button that cancels."""
        return steps.way(saying) == steps.CANCEL

    def press(self, turn: Turn, action: str, target: str) -> Notice | Pending | None:
        """Takes the press of a button as an answer; returns what to say.

        `target` is the serial of the button's conversation, a colon, and the value chosen. Refused where that is not
        the conversation under way.
        """
        it = self.pressed(turn, target)
        if it is None:
            raise Refusal("old-button")
        return steps.take(turn, it, steps.Answer(None, action, target.partition(":")[2]))

    def pressed(self, turn: Turn, target: str) -> UnderWay[Any] | None:
        """The conversation of a button with that target, on top of those that lay above it; None where it is over."""
        serial = target.partition(":")[0]
        known = keeping.serials(turn.work, turn.caller)
        if serial in known[1:]:
            self.interrupt(turn.work, turn.caller)
            keeping.raise_up(turn.work, turn.caller, serial)
        it = self.under_way(turn)
        return it if it is not None and it.serial == serial else None

    def cancel(self, turn: Turn, target: str = "", pressed: bool = False) -> Notice:
        """Ends the conversation under way, and says so, or says that there is none.

        With a button's `target`, only the conversation of that button is ended. A button `pressed` without a target
        stood under a question that no conversation asks: a request under preparation goes on.
        """
        serial = target.partition(":")[0]
        it = self.pressed(turn, target) if serial else self.under_way(turn)
        if serial and it is None:
            return Notice("nothing_to_cancel")
        if pressed and not serial:
            if it is not None and not it.conversation.lasting(it.draft):
                leave(turn)
            return Notice("cancelled")
        return Notice("cancelled" if leave(turn) else "nothing_to_cancel")

    def edit(self, turn: Turn, it: UnderWay[Any], origin: Origin, saying: Saying) -> Notice | Pending | None:
        """Takes a message that answered a question, as it reads after an edit; returns what to say.

        Raises `KeyError` for a message that answered none.
        """
        name = it.heard[str(origin.message_id)]
        question = next(one for one in it.conversation.questions if one.name == name)
        turn = steps.as_begun(turn, it)
        if not question.amendable:
            return steps.asked(turn, it)
        question.hear(turn, it.draft, saying)
        return steps.proceed(turn, it)
