"""Decides what words without a command are: a reply to a card, an answer in a conversation, or a new request."""

from __future__ import annotations

import asyncio

from bot.storage import deliveries, outbox
from bot.storage.work import Work
from bot.terms import Button, Notice, Origin, Saying
from bot.workflows.conversations import course
from bot.workflows.conversations.course import Pending
from bot.workflows.desk import Caller, Desk, Turn, speaking_as
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.requests import amending, filing, verbs
from bot.workflows.rules.requests.thanks import is_thanks

_MOMENT, _MOMENTS = 0.05, 40  # seconds between two looks for a card, and how many looks


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


async def edit(desk: Desk, cause: str, caller: Caller, origin: Origin, text: str) -> Notice | None:
    """Applies the edit of a message to the conversation under way, or to the exchange of a request.

    Returns what the conversation asks now; None for a message of an exchange, whose readers are told.
    """
    said = await desk.act(cause, caller, _edit, origin, text)
    return await course.carry_on(desk, cause, caller, said)


def begin(turn: Turn, target: str) -> Notice | Pending | None:
    """`Nouvelle demande`: begins to file, with the words of the offer that `target` names if it is still open."""
    offered = CONVERSATIONS.under_way(turn)
    if offered is None or offered.conversation is not filing.OFFER or offered.serial != target.partition(":")[0]:
        offered = None
    return filing.accept(turn, offered)


async def _noted(desk: Desk, chat_id: int, message_id: int) -> None:
    """Waits, two seconds at most, until it is recorded whether that message is a card.

    A quick person replies before the courier has recorded the card that it just sent.
    """

    def known(work: Work) -> bool:
        return outbox.card_at(work, chat_id, message_id) is not None or not deliveries.under_way(work, chat_id)

    for _ in range(_MOMENTS):
        if await desk.look(known):
            return
        await asyncio.sleep(_MOMENT)


def _say(turn: Turn, saying: Saying, reply_to: int | None) -> Notice | Pending | None:
    if amending.join_album(turn, saying):
        return None
    card = outbox.card_at(turn.work, turn.caller.chat_id, reply_to) if reply_to else None
    if card is not None:
        return verbs.speak(speaking_as(turn, card.person), card.request, saying)
    under_way = CONVERSATIONS.under_way(turn)
    if under_way is not None:
        return CONVERSATIONS.hear(turn, under_way, saying)
    if not saying.files and is_thanks(saying.text):
        return Notice("hello", {"name": turn.me.name}, ((Button("new", "", turn.me.id),),))
    return filing.offer(turn, saying)


def _edit(turn: Turn, origin: Origin, text: str) -> Notice | Pending | None:
    under_way = CONVERSATIONS.under_way(turn)
    if under_way is not None and str(origin.message_id) in under_way.heard:
        return CONVERSATIONS.edit(turn, under_way, origin, text)
    amending.edit(turn, origin, text)
    return None
