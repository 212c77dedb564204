"""Decides what words without a command are: a reply, the answer to a question, or something new to be offered."""

from __future__ import annotations

import asyncio
from difflib import get_close_matches
from typing import Any

from bot.storage import cards, deliveries, exchange, people, requests
from bot.storage.exchange import Message
from bot.storage.work import Work
from bot.terms import ACTIVE, Button, Notice, Origin, Saying, Status
from bot.workflows import hats, nouns
from bot.workflows.conversations import course, keeping
from bot.workflows.conversations.keeping import UnderWay
from bot.workflows.conversations.steps import Pending
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.requests import alarm, amending, continuing, filing, offering, replying, telling
from bot.workflows.rules.requests.thanks import is_greeting, is_thanks

_MOMENT, _MOMENTS = 0.05, 40  # seconds between two looks for a card, and how many looks
_NEAR = 0.75  # how alike a mistyped command must be, between 0 and 1
_BETWEEN = 8  # messages looked at after a question
Said = Notice | Pending | None


async def say(desk: Desk, cause: str, caller: Caller, saying: Saying, reply_to: int | None) -> Notice | None:
    """Takes words or files written without a command; returns the answer to them, None where there is none."""
    if reply_to:
        await _noted(desk, caller.chat_id, reply_to)
    said = await desk.act(cause, caller, _say, saying, reply_to)
    return await course.carry_on(desk, cause, caller, said)


async def press(desk: Desk, cause: str, caller: Caller, action: str, target: str) -> Notice | None:
    """Takes a press of a conversation's button; returns the next question. Refused for an earlier conversation's."""
    said = await desk.act(cause, caller, CONVERSATIONS.press, action, target)
    return await course.carry_on(desk, cause, caller, said)


async def interrupt(desk: Desk, caller: Caller) -> None:
    """The person did something else than answer the question of the conversation under way (see `Conversations`)."""
    if await desk.look(keeping.listens, caller):
        await desk.put(CONVERSATIONS.interrupt, caller)


async def asked(desk: Desk, caller: Caller, notice: Notice, message_id: int) -> None:
    """Notes in which message of the chat a notice was just said, where a reply to it must be understood."""
    if notice.question or notice.request:
        await desk.put(_asked, caller, notice, message_id)


async def edit(desk: Desk, cause: str, caller: Caller, saying: Saying) -> Notice | None:
    """Applies the edit of a message, as it reads now, to the conversation under way, or to the exchange of a request.

    Returns what the conversation asks now, or that the message is in no request; None for a message of an exchange,
    whose readers are told.
    """
    said = await desk.act(cause, caller, _edit, saying)
    return await course.carry_on(desk, cause, caller, said)


async def mistyped(desk: Desk, cause: str, caller: Caller, command: str, arguments: str) -> Notice | None:
    """Offers the command that is nearest to one that nobody knows; None where none is near."""
    return await desk.act(cause, caller, _mistyped, command, arguments)


async def written_in(desk: Desk, origin: Origin) -> Message | None:
    """What was written in that message, as an exchange has it; None where none has."""
    return await desk.look(exchange.by_origin, origin.chat_id, origin.message_id)


def begin(turn: Turn, target: str) -> Said:
    """`Nouvelle demande`: begins to file, with the words under whose offer the button stands, if it is still open."""
    it, draft = CONVERSATIONS.pressed(turn, target), filing.Filing()
    if it is not None and it.conversation is alarm.AFRAID:
        draft = alarm.accepted(turn, it)
    elif it is not None and it.conversation is offering.OFFER:
        course.leave(turn)
        draft = filing.Filing(said=it.draft.said, files=it.draft.files)
    return filing.accept(turn, draft)


def command(turn: Turn, target: str) -> str:
    """The command that the offer named by `target` took words for; refused where it is over."""
    return offering.command(turn, CONVERSATIONS.pressed(turn, target))


async def _noted(desk: Desk, chat_id: int, message_id: int) -> None:
    """Waits, two seconds at most, until it is recorded whether that message is about a request.

    A quick person replies before the courier has recorded the card that it just sent.
    """

    def known(work: Work) -> bool:
        return cards.at(work, chat_id, message_id) is not None or not deliveries.under_way(work, chat_id)

    for _ in range(_MOMENTS):
        if await desk.look(known):
            return
        await asyncio.sleep(_MOMENT)


def _asked(work: Work, caller: Caller, notice: Notice, message_id: int) -> None:
    if notice.question:
        keeping.asked_in(work, caller, notice.question, message_id)
    if notice.request:
        cards.record(work, caller.chat_id, message_id, notice.request, 0, notice.kind)


def _say(turn: Turn, saying: Saying, reply_to: int | None) -> Said:
    it = CONVERSATIONS.under_way(turn)
    if amending.join_album(turn, saying):
        return None
    led_already = it is not None and it.conversation is alarm.AFRAID and not it.aside
    told = led_already or (it is not None and bool(it.conversation.about(it.draft)))
    if not reply_to and not told and (led := alarm.lead(turn, saying)) is not None:
        return led
    if (it is not None and (it.asked_in == reply_to if reply_to else _listens(turn, it))) or _goes_on(it, saying):
        assert it is not None
        return CONVERSATIONS.hear(turn, it, saying)
    if not reply_to and CONVERSATIONS.gives_up(saying):
        return CONVERSATIONS.cancel(turn)
    given_up = _given_up(it)
    CONVERSATIONS.interrupt(turn.work, turn.caller)
    if it is not None and it.conversation is offering.OFFER and not reply_to:
        CONVERSATIONS.close(turn.work, turn.caller, it)  # the new words take its place
    if reply_to:
        said = replying.reply(turn, reply_to, saying)
        if not isinstance(said, bool):
            return said
    elif (more := continuing.continue_(turn, saying)) is not None:
        return more
    return _polite(turn, saying) or offering.offer(turn, saying, nouns.menu(hats.roles(turn)), given_up)


def _listens(turn: Turn, it: UnderWay[Any]) -> bool:
    """Whether words without a reply answer the question of that conversation.

    They do unless the person did something else meanwhile. If they are carried to other people, nothing about another
    request must have been said in the chat after the question either.
    """
    attention = it.conversation.attention
    if it.aside or (attention is not None and it.at is not None and it.at < turn.work.now - attention):
        return False
    if not it.conversation.carries or not it.asked_in:
        return True
    about = it.conversation.about(it.draft)
    since = cards.later(turn.work, turn.caller.chat_id, it.asked_in, _BETWEEN)
    return all(card.request == about for card in since)


def _goes_on(it: UnderWay[Any] | None, saying: Saying) -> bool:
    """Whether the conversation has the first files of the album to which these belong."""
    album = next((file.album for file in saying.files), "")
    known = getattr(it.draft, "files", ()) if it is not None else ()
    return bool(album) and any(file.album == album for file in known)


def _given_up(it: UnderWay[Any] | None) -> str:
    """The way in which an offer names the prompt that no longer listens; empty where there is none."""
    if it is None or it.aside or not it.conversation.about(it.draft):
        return ""
    return f"{it.conversation.name.partition(':')[2]}:{it.conversation.about(it.draft)}"


def _mistyped(turn: Turn, command: str, arguments: str) -> Notice | None:
    known = nouns.menu(hats.roles(turn))
    near = get_close_matches(command, known, 1, _NEAR)
    said = offering.offer(turn, Saying(f"{near[0]} {arguments}".strip()), known, near=near[0]) if near else None
    return said if isinstance(said, Notice) else None


def _polite(turn: Turn, saying: Saying) -> Notice | None:
    """The answer to words that only thank or agree: whether it is solved, where that is to be said. Else None."""
    if saying.files or not is_thanks(saying.text):
        return None
    if is_greeting(saying.text):
        return Notice("hello", {"name": turn.me.name}, ((Button("new", "", turn.me.id),),))
    accounts = sorted(people.of_telegram(turn.work, turn.caller.telegram_id), key=lambda one: one.id != turn.me.id)
    theirs = [(one, request) for one in accounts for request in requests.of_person(turn.work, one, None, 20)]
    for one, request in theirs:
        if request.status is Status.RESOLVED and one.id in (request.requester, request.filer):
            choice = telling.keys(("confirm", "reopen"), request.number, one)
            hat = {} if one.id == turn.me.id else one.hat
            return Notice("thanks", telling.facts_of(request), choice, request=request.number, hat=hat)
    mine = [request for _, request in theirs]
    if turn.me.is_agent or any(request.status in ACTIVE for request in mine):
        return None
    return Notice("hello", {"name": turn.me.name}, ((Button("new", "", turn.me.id),),))


def _edit(turn: Turn, saying: Saying) -> Said:
    assert saying.origin is not None
    it = CONVERSATIONS.under_way(turn)
    if it is not None and str(saying.origin.message_id) in it.heard:
        return CONVERSATIONS.edit(turn, it, saying.origin, saying)
    if amending.edit(turn, saying.origin, saying.text, saying.files):
        return None
    if (led := alarm.lead(turn, saying)) is not None:
        return led
    return Notice("edit_of_nothing")
