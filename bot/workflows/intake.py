"""Decides what words without a command are: a reply, the answer to a question, or something new to be offered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.storage import cards, exchange
from bot.storage.exchange import Message
from bot.storage.work import Work
from bot.terms import Notice, Origin, Refusal, Saying
from bot.workflows import hats, nouns
from bot.workflows.conversations import course, ending, keeping, steps
from bot.workflows.conversations.keeping import UnderWay
from bot.workflows.conversations.steps import Pending
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.refusing import only_calls, refuse_waiting
from bot.workflows.requests import alarm, amending, calls, continuing, filing, offering, quotas, replying, thanking
from bot.workflows.requests.offering import Why

_BETWEEN = 8  # messages looked at after a question
Said = Notice | Pending | None
P = ParamSpec("P")
T = TypeVar("T")


async def say(desk: Desk, cause: str, caller: Caller, saying: Saying, reply_to: int | None) -> Notice | None:
    """Takes words or files written without a command; returns the answer to them, None where there is none."""
    if reply_to:
        await replying.noted(desk, caller.chat_id, reply_to)
    try:
        return await go_on(desk, cause, caller, "", _say, saying, reply_to)
    except Refusal as refusal:
        if refusal.reason != quotas.REACHED:
            raise
        return await go_on(desk, f"{cause}:kept", caller, "", offering.keep, saying, refusal)


async def press(desk: Desk, cause: str, caller: Caller, action: str, target: str, shown: int = 0) -> Notice | None:
    """Takes the press of a conversation's button under the message `shown`; returns what to say. Refused if over."""
    return await go_on(desk, cause, caller, target, CONVERSATIONS.press, action, target, shown)


async def answer(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """`Oui, c’est cela`: the words of the offer `target` names answer the question that was asked long before.

    Returns what that question leads to. The offer is over only then: refused words are not lost.
    """
    offer, serial, saying = await _unless_ended(desk, caller, target, desk.act("", caller, _answered, target))
    said = await go_on(desk, cause, caller, f"{serial}:", _answer, serial, saying)
    await desk.put(keeping.leave, caller, offer)
    return said


async def new(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """`Nouvelle demande`, as `begin`."""
    return await go_on(desk, cause, caller, target, begin, target)


async def file_as(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """Another account of one's own files the request that is being prepared; returns the next question."""
    return await go_on(desk, cause, caller, target, _file_as, target)


async def run(desk: Desk, cause: str, caller: Caller, target: str) -> str:
    """The command that the offer named by `target` took words for; refused where it is over."""
    return await _unless_ended(desk, caller, target, desk.act(cause, caller, _command, target))


async def cancel(desk: Desk, cause: str, caller: Caller, target: str, pressed: bool, shown: int = 0) -> Notice | None:
    """`/annuler`, or the button under the message `shown`: ends the conversation under way, or the button's one."""
    return await go_on(desk, cause, caller, target, CONVERSATIONS.cancel, target, pressed, shown)


async def go_on(
    desk: Desk,
    cause: str,
    caller: Caller,
    target: str,
    verb: Callable[Concatenate[Turn, P], Said],
    *args: P.args,
    **kw: P.kwargs,
) -> Notice | None:
    """Runs a verb of conversations and goes on with what it leaves pending; returns what it says.

    After a refusal, the conversation is ended if its account may not go on with it. `target` is that of the pressed
    button; empty where none was pressed.
    """

    async def both() -> Notice | None:
        return await course.carry_on(desk, cause, caller, await desk.act(cause, caller, verb, *args, **kw))

    return await _unless_ended(desk, caller, target, both())


async def _unless_ended(desk: Desk, caller: Caller, target: str, doing: Awaitable[T]) -> T:
    """What is awaited; after a refusal, ends the conversation where its account may not go on with it."""
    try:
        return await doing
    except Refusal as refusal:
        told = await desk.put(CONVERSATIONS.may_not, caller, desk.policy, refusal, target)
        if told is refusal:
            raise
        raise told from refusal


async def interrupt(desk: Desk, caller: Caller) -> None:
    """The person did something else than answer the question of the conversation under way (see `Conversations`)."""
    if await desk.look(keeping.stirs, caller):
        await desk.put(CONVERSATIONS.interrupt, caller)


async def asked(desk: Desk, caller: Caller, notice: Notice, message_id: int) -> None:
    """Notes in which message of the chat a notice was just said, where a reply to it must be understood."""
    if notice.question or notice.request:
        await desk.put(_asked, caller, notice, message_id)


async def edit(desk: Desk, cause: str, caller: Caller, saying: Saying) -> Notice | None:
    """Applies the edit of a message, as it reads now, to the conversation under way, or to the exchange of a request.

    Returns what to say; None for a message of an exchange, whose readers are told.
    """
    return await go_on(desk, cause, caller, "", _edit, saying)


async def mistyped(desk: Desk, cause: str, caller: Caller, command: str, arguments: str) -> Notice | None:
    """Offers the command that is nearest to one that nobody knows; None where none is near."""

    def near(turn: Turn) -> Notice | None:
        return offering.mistyped(turn, nouns.menu(hats.roles(turn)), command, arguments)

    return await desk.act(cause, caller, near)


async def written_in(desk: Desk, origin: Origin) -> Message | None:
    """What was written in that message, as an exchange has it; None where none has."""
    return await desk.look(exchange.by_origin, origin.chat_id, origin.message_id)


def begin(turn: Turn, target: str) -> Said:
    """`Nouvelle demande`: begins to file, with the words under whose offer the button stands, if it is still open."""
    refuse_waiting(turn.work, turn.me)
    it, draft = _pressed(turn, target), filing.Filing()
    turn = turn if it is None else steps.as_begun(turn, it)
    if it is not None and it.conversation is alarm.AFRAID:
        draft = alarm.accepted(turn, it)
    elif it is not None and it.conversation is offering.OFFER:
        course.leave(turn)
        draft = filing.Filing(said=it.draft.said, files=it.draft.files)
    return filing.accept(turn, draft)


def _pressed(turn: Turn, target: str) -> UnderWay[Any] | None:
    """As `Conversations.pressed`; refused where it is known how that conversation ended."""
    if (it := CONVERSATIONS.pressed(turn, target)) is None:
        ending.check(turn.work, turn.caller, target)
    return it


def _file_as(turn: Turn, target: str) -> Said:
    it = _pressed(turn, target)
    if it is None or it.conversation is not filing.FILING:
        raise Refusal("old-button")
    return filing.as_account(steps.as_begun(turn, it), it, target.partition(":")[2])


def _command(turn: Turn, target: str) -> str:
    return offering.command(turn, _pressed(turn, target))


def _asked(work: Work, caller: Caller, notice: Notice, message_id: int) -> None:
    if notice.question:
        keeping.asked_in(work, caller, notice.question, message_id)
    if notice.request:
        cards.record(work, caller.chat_id, message_id, notice.request, 0, notice.kind)


def _say(turn: Turn, saying: Saying, reply_to: int | None) -> Said:
    if reply_to and (serial := keeping.asking_in(turn.work, turn.caller, reply_to)):
        CONVERSATIONS.pressed(turn, f"{serial}:")
    it = CONVERSATIONS.at_hand(turn.work, turn.caller)
    if amending.join_album(turn, saying):
        return None
    if only_calls(turn.me):
        return _early(turn, it, saying)
    led_already = it is not None and it.conversation is alarm.AFRAID and not it.aside and not steps.late(turn, it)
    told = led_already or (it is not None and bool(it.conversation.about(it.draft)))
    if not reply_to and not told and (led := alarm.lead(turn, saying)) is not None:
        return led
    if it is not None and steps.account_of(turn.work, turn.caller, it) is not None:
        answers = it.asked_in == reply_to if reply_to else _listens(turn, it) and offering.joins(it, saying)
        if answers or amending.goes_on(it.draft, saying):
            return CONVERSATIONS.hear(turn, it, saying)
    if not reply_to and CONVERSATIONS.gives_up(saying):
        return CONVERSATIONS.cancel(turn)
    why = _why(turn, it, bool(reply_to)) if it is not None else _elsewhere(turn, bool(reply_to))
    CONVERSATIONS.interrupt(turn.work, turn.caller, hold=bool(why.serial))
    if reply_to:
        said = replying.reply(turn, reply_to, saying)
        if not isinstance(said, bool):
            return said
    elif (more := continuing.continue_(turn, saying)) is not None:
        return more
    if why.asked != alarm.AFRAID.name and (thanked := thanking.polite(turn, saying)):  # a child's "oui" is an answer
        return thanked
    return offering.offer(turn, saying, nouns.menu(hats.roles(turn)), why)


def _early(turn: Turn, it: UnderWay[Any] | None, saying: Saying) -> Said:
    """Takes a cry for help, and any words that follow it, of who may do nothing else; all else is refused."""
    mine = it if it is not None and it.person == turn.me.id else None
    afraid = mine is not None and mine.conversation is alarm.AFRAID and not mine.aside
    if mine is not None and (afraid or calls.is_mine(turn, mine.conversation.about(mine.draft))):
        return CONVERSATIONS.hear(turn, mine, saying)
    if (said := alarm.lead(turn, saying) or replying.to_call(turn, saying)) is None:
        refuse_waiting(turn.work, turn.me)
    return said


def _listens(turn: Turn, it: UnderWay[Any]) -> bool:
    """Whether words without a reply answer the question of that conversation.

    They do unless the person did something else meanwhile, or it was asked long ago. If they are carried
    to other people, nothing about another request must have been said in the chat after the question either.
    """
    if it.aside or steps.late(turn, it):
        return False
    if not it.conversation.carries or not it.asked_in:
        return True
    since = cards.later(turn.work, turn.caller.chat_id, it.asked_in, _BETWEEN)
    return all(card.request == it.conversation.about(it.draft) for card in since)


def _why(turn: Turn, it: UnderWay[Any] | None, replies: bool) -> Why:
    """Why words are offered, rather than taken as the answer to the question of that conversation.

    The question of a prompt is given up, and the words may still go to its request. Any other that was asked long ago
    waits for them, except an offer, which words do not answer, and a request under preparation, to which they are
    offered anyway. So does one that a command left half made. None waits for a reply to another message.
    """
    if it is None or (it.aside and not it.half_made):
        return Why()
    if steps.account_of(turn.work, turn.caller, it) is None:
        CONVERSATIONS.end(turn.work, turn.caller, it)
        return Why(gone=steps.gone(turn.work, it).facts["name"])
    talk, number = it.conversation, it.conversation.about(it.draft)
    if number:
        if not steps.may(turn, it):
            CONVERSATIONS.end(turn.work, turn.caller, it)
            return Why()
        return Why(f"{talk.name.partition(':')[2]}:{number}", number)
    prepared = talk is filing.FILING and talk.lasting(it.draft)
    if replies or talk is offering.OFFER or prepared or not (it.aside or steps.late(turn, it)):
        return Why()
    return Why(serial=it.serial, asked=talk.name)


def _elsewhere(turn: Turn, replies: bool) -> Why:
    """Why words are offered that were written while a question waits for them in another topic.

    Nobody says that they answer it, so it stays open there; the first button gives them to it.
    """
    it = None if replies else CONVERSATIONS.elsewhere(turn)
    if it is None or it.conversation is offering.OFFER or steps.account_of(turn.work, turn.caller, it) is None:
        return Why()
    return Why(serial=it.serial, asked=alarm.AFRAID.name if it.conversation is alarm.AFRAID else "elsewhere")


def _answered(turn: Turn, target: str) -> tuple[str, str, Saying]:
    """Puts the conversation that an offer's words may answer above the offer.

    Returns the serial of the offer, that of the conversation, and the words. Refused where either is over.
    """
    it = _pressed(turn, target)
    serial, saying = offering.answer(turn, it)
    if it is None or CONVERSATIONS.pressed(turn, f"{serial}:") is None:
        raise Refusal("old-button")
    return it.serial, serial, saying


def _answer(turn: Turn, serial: str, saying: Saying) -> Said:
    it = CONVERSATIONS.pressed(turn, f"{serial}:")
    if it is None:
        raise Refusal("old-button")
    return CONVERSATIONS.hear(turn, it, saying)


def _edit(turn: Turn, saying: Saying) -> Said:
    assert saying.origin is not None
    it = CONVERSATIONS.at_hand(turn.work, turn.caller)
    if it is not None and str(saying.origin.message_id) in it.heard:
        return CONVERSATIONS.edit(turn, it, saying.origin, saying)
    if amending.edit(turn, saying.origin, saying.text, saying.files):
        return None
    if (led := alarm.lead(turn, saying)) is not None:
        return led
    refuse_waiting(turn.work, turn.me)
    return Notice("edit_of_nothing")
