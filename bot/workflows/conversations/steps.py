"""The steps of a conversation: takes an answer, goes back, asks the next question or ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from bot.folding import words
from bot.storage import endings, outbox, people
from bot.storage.work import Work
from bot.terms import Button, Notice, Person, Refusal, Saying
from bot.terms.moments import lately
from bot.workflows.conversations import ending, keeping
from bot.workflows.conversations.keeping import UnderWay, packed, save
from bot.workflows.conversations.shape import Question
from bot.workflows.desk import Caller, Turn, pass_to

BACK, SKIP, CANCEL = "back", "skip", "cancel"  #: the buttons that every conversation may have
_WAYS = {
    **dict.fromkeys(("annuler", "abandonner", "cancel"), CANCEL),
    **dict.fromkeys(("retour", "back"), BACK),
    **dict.fromkeys(("passer", "skip"), SKIP),
}
_YES = frozenset({"oui", "ok", "confirmer", "je confirme", "yes", "confirm"})  # words that press `Confirmer`
_STEPS_BACK = 12  #: questions that can be gone back to


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person typed, or which button of a conversation they pressed."""

    saying: Saying | None = None
    action: str = ""
    value: str = ""
    written: bool = False  #: whether the word of the button was typed
    shown: int = 0  #: the number of the message that the button stands under; 0 where that is not known


@dataclass(frozen=True, slots=True)
class Pending:
    """What a transaction returns where the conversation must go on outside of it; `carry_on` does that."""

    it: UnderWay[Any]
    all_said: bool = False  #: True where every question is answered and `act` is to run; False where `learn` is


def take(turn: Turn, it: UnderWay[Any], answer: Answer) -> Notice | Pending | None:
    """Takes an answer; returns what to say, None for nothing.

    What needs no reply of its own, as a further file of an album, changes the question where it stands.
    """
    with by_its_account(turn, it) as mine:
        return _take(mine, it, answer)


def _take(turn: Turn, it: UnderWay[Any], answer: Answer) -> Notice | Pending | None:
    it.aside = False
    it.pressed_in = (answer.shown or it.asked_in) if answer.saying is None and not answer.written else 0
    asked = it.question(turn)
    was = packed(it.draft)
    if answer.action == BACK:
        return _go_back(turn, it)
    speak = _apply(turn, it, asked, answer)
    if it.question(turn) is not asked:
        it.before = [*it.before, was][-_STEPS_BACK:]
    where = it.asked_in
    said = proceed(turn, it)
    if speak or not isinstance(said, Notice):
        return said
    return replace(said, instead=where) if where else None


def may(turn: Turn, it: UnderWay[Any]) -> bool:
    """Whether the account that began the conversation may still go on with it."""
    try:
        it.conversation.may(as_begun(turn, it), it.draft)
    except Refusal:
        return False
    return True


def way(saying: Saying) -> str:
    """The action of the button whose word was typed alone; empty where it is none of those."""
    return _WAYS.get(" ".join(words(saying.text)), "") if not (saying.files or saying.forwarded) else ""


def agrees(saying: Saying) -> bool:
    """Whether the words do what the button `Confirmer` does; somebody else's, which were forwarded, never do."""
    return " ".join(words(saying.text)) in _YES and not (saying.files or saying.forwarded)


def hear_no_words(_turn: Turn, _draft: object, _saying: Saying) -> bool:
    """Of a question that only its buttons answer: refuses words."""
    raise Refusal("choose-below")


def _apply(turn: Turn, it: UnderWay[Any], asked: Question[Any] | None, answer: Answer) -> bool:
    """Changes the draft as the answer says; returns whether the answer gets a reply."""
    if answer.saying is not None:
        if asked is None:
            raise Refusal("old-button")
        if answer.saying.files and not asked.files:
            raise Refusal("words-only")
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
    was = earlier(turn, it)
    if was is None:
        raise Refusal("old-button")
    it.draft, it.before = was.draft, was.before
    return asked(turn, it)


def earlier(turn: Turn, it: UnderWay[Any]) -> UnderWay[Any] | None:
    """The conversation as it was at the question before, with what must not be lost; None where there was none."""
    for index in reversed(range(len(it.before))):
        draft = msgspec.convert(it.before[index], it.conversation.draft)
        if it.conversation.keep is not None:
            it.conversation.keep(draft, it.draft)
        was = replace(it, draft=draft, before=it.before[:index])
        if was.question(turn) is not it.question(turn):
            return was
    return None


def skippable(turn: Turn, it: UnderWay[Any]) -> bool:
    """Whether the current question may be left without an answer."""
    question = it.question(turn)
    return question is not None and question.skip is not None


def proceed(turn: Turn, it: UnderWay[Any]) -> Notice | Pending | None:
    """Goes on after an answer: `Pending` where the ENT must be asked first, else what `asked` returns."""
    if it.conversation.learn is not None and it.conversation.learns(it.draft):
        turn.work.undo()
        return Pending(it)
    return asked(turn, it)


def asked(turn: Turn, it: UnderWay[Any]) -> Notice | Pending | None:
    """Asks the first question without an answer; where there is none, ends the conversation. Returns what to say.

    A question that may be skipped loses its buttons once words answer it: they would skip the next one.
    """
    question = it.question(turn)
    if question is not None:
        it.over = over(it) if question.picks else ending.STAYS if question.skip else ""
        save(turn, it)
        return _keyed(turn, it, question.ask(turn, it.draft))
    if it.conversation.finish is None:
        turn.work.undo()
        return Pending(it, all_said=True)
    if it.saves:  # else another conversation, or none, is under way
        keeping.leave(turn.work, turn.caller, became="")
    said: Notice | Pending | None = it.conversation.finish(turn, it.draft)
    finished(turn.work, turn.caller, it, said)
    return replace(said, language=turn.me.tongue) if isinstance(said, Notice) and not said.language else said


def finished(work: Work, caller: Caller, it: UnderWay[Any], said: Notice | Pending | None) -> None:
    """Records that a conversation is done, and changes the messages that ask to say so.

    The answer `said` takes the place of the message whose button was pressed, unless it is a toast or none.
    """
    number = it.conversation.about(it.draft) or (said.request if isinstance(said, Notice) else 0)
    endings.record(work, caller.chat_id, it.serial, ending.DONE, number)
    goes_on = isinstance(said, Pending) or (said is not None and bool(said.question))
    toast = isinstance(said, Notice) and said.kind.startswith("done_")
    replaced = 0 if said is None or toast else it.pressed_in
    for message_id in {it.asked_in, it.pressed_in} - {0, replaced}:
        shown = it.shown if message_id == it.asked_in else over(it)
        to = ending.MOVED if goes_on else it.conversation.ended
        ending.change(work, caller, message_id, it.person, shown, to, number)


def acted(work: Work, caller: Caller, it: UnderWay[Any], said: Notice | None) -> None:
    """Changes the messages of a conversation that its act ended to say so; nothing where it goes on."""
    if it.saves and it.serial not in keeping.serials(work, caller):
        work.because(f"ended:{it.serial}")
        finished(work, caller, it, said)


def over(it: UnderWay[Any]) -> str:
    """What becomes of a message with choices of that conversation."""
    return ending.STAYS if it.conversation.stays else ending.MOVED


def resume(turn: Turn, it: UnderWay[Any]) -> Notice | Pending | None:
    """Goes on once the ENT was asked; refused where another answer changed the conversation meanwhile."""
    if it.saves:
        rows = keeping.pile(turn.work, turn.caller)
        top = rows[0]["data"] if rows else {}
        if (top.get("serial"), top.get("saves")) != (it.serial, it.saves):
            raise Refusal("old-button")
    with by_its_account(turn, it) as mine:
        if not it.saves:
            it.beneath = keeping.laid_beneath(mine, it.conversation)
        return asked(mine, it)


def as_begun(turn: Turn, it: UnderWay[Any]) -> Turn:
    """The turn of the account that began the conversation, whichever account of the caller's speaks now.

    Refused where that account is not linked to the caller's Telegram account any more, or has not accepted its
    current charter.
    """
    me = turn.me if turn.me.id == it.person else account_of(turn.work, turn.caller, it)
    if me is None:
        raise gone(turn.work, it)
    return replace(pass_to(turn, me), caller=replace(turn.caller, person=me.id))


@contextmanager
def by_its_account(turn: Turn, it: UnderWay[Any]) -> Iterator[Turn]:
    """As `as_begun`, for the length of a `with`: what is refused there is said in that account's language."""
    mine = as_begun(turn, it)
    try:
        yield mine
    except Refusal as refusal:
        refusal.language = refusal.language or mine.me.tongue
        raise


def late(turn: Turn, it: UnderWay[Any]) -> bool:
    """Whether the question was asked so long ago that words are not taken as its answer unasked."""
    span = turn.policy.waits[it.conversation.waits]
    return it.at is not None and not lately(it.at, turn.work.now, span.attention)


def account_of(work: Work, caller: Caller, it: UnderWay[Any]) -> Person | None:
    """The account that began the conversation; None where it is not linked to the caller's Telegram account now."""
    person = people.by_id(work, it.person)
    return person if person is not None and person.telegram_id == caller.telegram_id else None


def tell_lost(work: Work, caller: Caller, over: Iterable[UnderWay[Any]]) -> None:
    """Says in a new message, once for all of these that ended by themselves, that words went nowhere.

    Their own messages are edited, which nobody who writes further down notices.
    """
    lost = next((it for it in over if it.conversation.holds(it.draft)), None)
    author = account_of(work, caller, lost) if lost is not None else None
    if lost is not None and author is not None:
        work.because(f"lost:{lost.serial}:{lost.saves}")
        outbox.say_later(work, caller.chat_id, Notice("words_over"), author.tongue)


def gone(work: Work, it: UnderWay[Any]) -> Refusal:
    """Says that the account that began the conversation is not linked here any more."""
    person = people.by_id(work, it.person)
    return Refusal("begun-by-gone", known=person is not None, name=person.name if person is not None else "")


def _keyed(turn: Turn, it: UnderWay[Any], notice: Notice) -> Notice:
    """The question with the serial added to its buttons, and a last row: skip, back and cancel, where they apply."""
    ways = [Button(SKIP)] if skippable(turn, it) else []
    ways += [Button(BACK)] if earlier(turn, it) else []
    own = it.conversation.actions | it.conversation.leads_on | {BACK, SKIP, CANCEL}
    rows = [*notice.buttons, (*ways, Button(CANCEL))]
    stamped = tuple(
        tuple(
            replace(key, target=f"{it.serial}:{key.target}", person=it.person) if key.action in own else key
            for key in row
        )
        for row in rows
    )
    about = it.conversation.about(it.draft)
    tongue = notice.language or turn.me.tongue
    return replace(notice, buttons=stamped, question=it.serial, request=about, language=tongue)
