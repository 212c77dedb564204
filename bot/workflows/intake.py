"""Where words without a command go: a reply to a card, the conversation under way, or an offer to file them."""

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

_MOMENT, _MOMENTS = 0.05, 40  # seconds, and how many of them a notice may take to be noted


async def say(desk: Desk, cause: str, caller: Caller, saying: Saying, reply_to: int | None) -> Notice | None:
    """What becomes of words or files written without a command; None where nothing needs saying."""
    if reply_to:
        await _noted(desk, caller.chat_id, reply_to)
    said = await desk.act(cause, caller, _say, saying, reply_to)
    return await course.carry_on(desk, cause, caller, said)


async def press(desk: Desk, cause: str, caller: Caller, action: str, target: str) -> Notice | None:
    """What a button of a guided conversation leads to; refused for one of an earlier conversation."""
    said = await desk.act(cause, caller, CONVERSATIONS.press, action, target)
    return await course.carry_on(desk, cause, caller, said)


async def edit(desk: Desk, cause: str, caller: Caller, origin: Origin, text: str) -> Notice | None:
    """Carries the edit of a message over: in the conversation under way, or in the exchange of a request.

    Returns what the conversation asks now; None for a message of an exchange, whose readers are told.
    """
    said = await desk.act(cause, caller, _edit, origin, text)
    return await course.carry_on(desk, cause, caller, said)


def begin(turn: Turn, target: str) -> Notice | Pending | None:
    """`Nouvelle demande`: files what its message offered, or asks what is wrong; `target` names the offer."""
    offered = CONVERSATIONS.under_way(turn)
    if offered is None or offered.conversation is not filing.OFFER or offered.serial != target.partition(":")[0]:
        offered = None
    return filing.accept(turn, offered)


async def _noted(desk: Desk, chat_id: int, message_id: int) -> None:
    """Returns once it is known what a message speaks of: who is quick replies before the courier has noted it."""

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
