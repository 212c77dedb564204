"""Runs guided conversations: begins one, takes answers and edits, goes back, leaves, ends.

At most one conversation is under way for a Telegram account in a chat, above those that wait. It is kept as a draft
in the records, so that it survives a restart and any replica can go on with it. Each has a serial, which its buttons
carry: so a button of an earlier conversation cannot answer a later one. Each is done by and for the account that
began it, whichever account of the Telegram account speaks when it is answered.

One transaction handles an answer, unless the ENT must be asked: then that transaction is undone, the ENT is asked
outside of any, and a second transaction goes on (`Pending`, `carry_on`).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from bot.storage import drafts, outbox
from bot.storage.work import Work
from bot.terms import Notice, Origin, Refusal, Saying
from bot.workflows.conversations import ending, keeping, steps
from bot.workflows.conversations.keeping import Row, UnderWay, unpacked
from bot.workflows.conversations.shape import Conversation
from bot.workflows.conversations.steps import Pending as Pending
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.policy import Policy

D = TypeVar("D")

_NOTHING: Mapping[str, str] = {}
#: why an account may not, or not any more, do what a conversation is for: asking again would not help
_NO_RIGHT = {"administrators-only", "school-administrators-only", "not-your-school", "not-your-button"}
_NOT_THEM = {"no-account", "school-only", "administrator-target", "not-oneself", "block-oneself"}
_NOT_THEM |= {"link-administrator", "link-oneself", "fed-account"}  #: why it may not do that to whom it was going to
_DAY, _LEAST = 86400.0, 1.0  #: seconds
_MOST = 100  #: drafts looked at in one go


def begin(
    turn: Turn, conversation: Conversation[D], draft: D, heard: Mapping[str, str] = _NOTHING
) -> Notice | Pending | None:
    """Begins the conversation, in place of any other under way; returns its first question.

    A lasting conversation that was under way comes back when this one ends; where it is the same one, about a
    request, its question says that nothing was sent. `heard` names, by message number, the question that words
    already in the draft answer, so that their edits are followed. Refused where the turn's account has not accepted
    its current charter.
    """
    same = keeping.resumed(turn, conversation)
    own = same is not None and same.person == turn.me.id
    if same is not None and own and conversation.lasting(same.draft) and conversation.about(same.draft):
        close(turn.work, turn.caller, same)
    beneath = keeping.laid_beneath(turn, conversation)
    it = UnderWay(conversation, draft, turn.me.id, secrets.token_hex(3), heard=dict(heard), beneath=beneath)
    with steps.by_its_account(turn, it) as mine:
        return steps.proceed(mine, it)


async def open_with(desk: Desk, cause: str, caller: Caller, talk: Conversation[D], draft: D) -> Notice | None:
    """Begins a conversation that must ask the ENT before its first question; returns that question."""
    person = await desk.see(caller, lambda turn: turn.me.id)
    return await carry_on(desk, cause, caller, Pending(UnderWay(talk, draft, person, secrets.token_hex(3))))


async def carry_on(desk: Desk, cause: str, caller: Caller, said: Notice | Pending | None) -> Notice | None:
    """Goes on with a conversation outside of a transaction until it is no longer pending; returns what to say.

    `said` itself where it is not pending. What the conversation calls is given the caller as the account that began
    it. A conversation that its account may not go on with is ended, unless words in it would be lost.
    """
    while isinstance(said, Pending):
        it = said.it
        talk, caller = it.conversation, replace(caller, person=it.person)
        try:
            if said.all_said:
                assert talk.act is not None
                done = await talk.act(desk, cause, caller, it.draft)
                await desk.put(steps.acted, caller, it, done)
                return done
            if talk.learn is not None:
                await talk.learn(desk, caller, it.draft)
        except Refusal as refusal:
            hopeless = _NO_RIGHT | _NOT_THEM if said.all_said else _NO_RIGHT
            if refusal.reason in hopeless and not talk.lasting(it.draft):
                await desk.put(end, caller, it)
            raise
        said = await desk.act(cause, caller, steps.resume, it)
    return said


def resume(turn: Turn, it: UnderWay[D]) -> Notice | Pending | None:
    """Goes on with a conversation whose draft was changed from outside; returns its question."""
    with steps.by_its_account(turn, it) as mine:
        return steps.proceed(mine, it)


def leave(turn: Turn) -> bool:
    """Ends the conversation under way, and lets the one beneath it come back; False where there is none."""
    return keeping.leave(turn.work, turn.caller)


def close(work: Work, caller: Caller, it: UnderWay[Any]) -> None:
    """Changes the question of a conversation that is over, so that it says so."""
    if it.asked_in:
        work.because(f"closed:{it.serial}:{it.saves}")
        about = f"{it.conversation.closed}:{it.conversation.about(it.draft)}"
        outbox.redraw(work, caller.chat_id, it.asked_in, it.person, about)


def end(work: Work, caller: Caller, it: UnderWay[Any]) -> None:
    """Ends a conversation, wherever it lies, and changes its question to say so; nothing where it is over already."""
    if keeping.leave(work, caller, it.serial, became=""):
        close(work, caller, it)


class Conversations:
    """Knows every conversation of the house by name, and runs the one that somebody has under way."""

    def __init__(self, known: Iterable[Conversation[Any]]) -> None:
        self._known: dict[str, Conversation[Any]] = {}
        for one in known:
            if self._known.setdefault(one.name, one) is not one:
                raise ValueError(f"two conversations are named {one.name!r}")
        own = {action for one in self._known.values() for action in one.actions}
        self.actions = frozenset(own | {steps.BACK, steps.SKIP})

    def under_way(self, turn: Turn) -> UnderWay[Any] | None:
        """The caller's conversation under way in this chat; None where there is none, or it was idle for too long."""
        rows = [row for row in keeping.pile(turn.work, turn.caller) if keeping.ends(row) > turn.work.now]
        return next((it for row in rows if (it := self._read(row)) is not None), None)

    def at_hand(self, work: Work, caller: Caller, to_change: bool = False) -> UnderWay[Any] | None:
        """As `under_way`, once those that were idle for too long are gone, and their questions say so.

        `to_change` locks the draft.
        """
        rows = keeping.every(work, caller, to_change)
        stay = [row for row in rows if keeping.ends(row) > work.now]
        if len(stay) < len(rows):
            keeping.lay(work, caller, stay)
            for row in rows:
                if row not in stay and (it := self._read(row)) is not None:
                    close(work, caller, it)
        here = keeping.pile(work, caller)
        return next((it for row in here if (it := self._read(row)) is not None), None)

    def elsewhere(self, turn: Turn) -> UnderWay[Any] | None:
        """The conversation of the caller's, under way in another topic, that still listens; None where none does."""
        looked = {turn.caller.topic}
        for row in keeping.every(turn.work, turn.caller):
            it = self._read(row) if keeping.topic(row) not in looked else None
            if it is not None and not it.aside and not steps.late(turn, it):
                return it
            looked.add(keeping.topic(row))
        return None

    def _read(self, row: Row) -> UnderWay[Any] | None:
        talk = self._known.get(row["step"])
        return unpacked(talk, row) if talk is not None else None

    def interrupt(self, work: Work, caller: Caller, hold: bool = False, edited: Origin | None = None) -> None:
        """The person did something else: words they write now are not the answer to the question.

        A lasting conversation is set aside: its buttons still answer. So is any other with `hold`, until it is known
        whether words are its answer. Any other is given up, and its question changed to say so; so is one about a
        request that the command `edited` now had led to. Nothing where no conversation is under way.
        """
        it = self.at_hand(work, caller)
        if it is None:
            return
        over = edited is not None and it.conversation.about(it.draft) and str(edited.message_id) in it.heard
        if it.aside and not over:
            return
        if hold or (it.conversation.lasting(it.draft) and not over):
            it.aside, it.held = True, hold
            keeping.keep(work, caller, it)
            return
        end(work, caller, it)

    def end(self, work: Work, caller: Caller, it: UnderWay[Any]) -> None:
        """Ends that conversation, wherever it lies, and changes its question to say so."""
        end(work, caller, it)

    def may_not(self, work: Work, caller: Caller, policy: Policy, refusal: Refusal, target: str = "") -> Refusal:
        """After a refusal, ends the conversation if its account may not go on with it; returns what is to be said.

        That is the refusal itself, or that the account is not linked here any more. The conversation is the one of
        the button with that target, or else the one whose question is open.
        """
        serial = target.partition(":")[0]
        kept = keeping.every(work, caller) if serial else keeping.pile(work, caller)
        rows = [row for row in kept if not serial or row["data"].get("serial") == serial]
        it = self._read(rows[0]) if rows else None
        if it is None and target and refusal.reason == "not-your-button":
            return Refusal("begun-by-gone", known=False, name="")  # it went when its account did
        if it is None or (it.aside and not serial):
            return refusal
        me = steps.account_of(work, caller, it)
        if me is None:
            end(work, caller, it)
            return refusal if refusal.reason == "unlinked" else steps.gone(work, it)
        try:
            it.conversation.may(Turn(work, me, replace(caller, person=me.id), policy), it.draft)
        except Refusal:
            end(work, caller, it)
        return refusal

    async def end_old(self, desk: Desk) -> int:
        """Ends the conversations that were idle for too long, and has their questions say so; returns how many.

        Done by one replica for each: the cause is made of the draft as it was found.
        """
        found = await desk.look(drafts.due, desk.clock(), _MOST)
        for chat_id, telegram_id, version in found:
            caller = Caller(telegram_id, chat_id)
            await desk.once(f"old:{chat_id}:{telegram_id}:{version}", self._end_old, caller)
        return len(found)

    def _end_old(self, work: Work, caller: Caller) -> None:
        self.at_hand(work, caller, to_change=True)
        if rows := keeping.every(work, caller):
            keeping.lay(work, caller, rows)  # one that the release before saved says now when it is due

    async def until_old(self, desk: Desk) -> float:
        """Seconds until a conversation ends by itself; a day where none is under way."""
        moment = await desk.look(drafts.next_due)
        return max(_LEAST, (moment - desk.clock()).total_seconds()) if moment is not None else _DAY

    def hear(self, turn: Turn, it: UnderWay[Any], saying: Saying) -> Notice | Pending | None:
        """Takes words or files as the answer to the current question; returns what to say, None for nothing.

        The words of the buttons that go back, skip or cancel, typed alone, do what those buttons do.
        """
        way = steps.way(saying)
        if way == steps.CANCEL:
            return self.cancel(turn)
        mine = steps.as_begun(turn, it)
        offered = (way == steps.BACK and steps.earlier(mine, it)) or (way == steps.SKIP and steps.skippable(mine, it))
        return steps.take(turn, it, steps.Answer(action=way, written=True) if offered else steps.Answer(saying))

    def gives_up(self, saying: Saying) -> bool:
        """Whether the words are those of the button that cancels."""
        return steps.way(saying) == steps.CANCEL

    def press(self, turn: Turn, action: str, target: str, shown: int = 0) -> Notice | Pending | None:
        """Takes the press of a button, under the message `shown`; returns what to say. Refused where that is over.

        `target` is the serial of the button's conversation, a colon, and the value chosen.
        """
        it = self.pressed(turn, target)
        if it is None:
            ending.check(turn.work, turn.caller, target)
            raise Refusal("old-button")
        return steps.take(turn, it, steps.Answer(None, action, target.partition(":")[2], shown=shown))

    def pressed(self, turn: Turn, target: str) -> UnderWay[Any] | None:
        """The conversation of a button with that target, on top of those that lay above it; None where it is over.

        One of another topic is led from now on in that of the button: its message may stand elsewhere, since what was
        to be said in a topic that is gone is said in the chat itself.
        """
        serial = target.partition(":")[0]
        it = self.at_hand(turn.work, turn.caller)
        if (it is None or it.serial != serial) and serial in keeping.serials(turn.work, turn.caller):
            self.interrupt(turn.work, turn.caller)
            keeping.raise_up(turn.work, turn.caller, serial)
            it = self.at_hand(turn.work, turn.caller)
        return it if it is not None and it.serial == serial else None

    def cancel(self, turn: Turn, target: str = "", pressed: bool = False, shown: int = 0) -> Notice:
        """Ends the conversation under way, and says so, and how many others wait; or says that there is none.

        With a button's `target`, only the conversation of that button is ended. A button `pressed` without a target
        stood under a question that no conversation asks: a request under preparation goes on. What is said takes
        the place of the message `shown`, under which the button stands.
        """
        serial = target.partition(":")[0]
        it = self.pressed(turn, target) if serial else self.at_hand(turn.work, turn.caller)
        if it is None:
            ending.check(turn.work, turn.caller, serial)
            return Notice("cancelled", {"open": 0}) if pressed and not serial else Notice("nothing_to_cancel")
        if serial or not pressed or not it.conversation.lasting(it.draft):
            keeping.leave(turn.work, turn.caller, it.serial, ending.CANCELLED)
            if it.asked_in != shown and (shown or not pressed):
                close(turn.work, turn.caller, it)
        return Notice("cancelled", {"open": len(keeping.waiting(turn.work, turn.caller))})

    def edit(self, turn: Turn, it: UnderWay[Any], origin: Origin, saying: Saying) -> Notice | Pending | None:
        """Takes a message that answered a question, as it reads after an edit; returns what to say.

        Raises `KeyError` for a message that answered none.
        """
        name = it.heard[str(origin.message_id)]
        question = next(one for one in it.conversation.questions if one.name == name)
        with steps.by_its_account(turn, it) as mine:
            if not question.amendable:
                return steps.asked(mine, it)
            question.hear(mine, it.draft, saying)
            return steps.proceed(mine, it)
