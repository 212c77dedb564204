"""Telegram's replies: words written in reply to a message do what that message invites to."""

from __future__ import annotations

import asyncio

from bot.storage import cards, deliveries, exchange, screens
from bot.storage.cards import Card
from bot.storage.work import Work
from bot.terms import Refusal, Saying, Status, Voice
from bot.workflows.desk import Desk, Turn, speaking_as
from bot.workflows.requests import alarm, calls, prompts, scenes
from bot.workflows.requests.prompts import Said
from bot.workflows.rules.requests.replies import invited

_MOMENT, _MOMENTS = 0.05, 40  # seconds between two looks for a card, and how many looks


async def noted(desk: Desk, chat_id: int, message_id: int) -> None:
    """Waits, two seconds at most, until it is recorded whether that message is about a request.

    A quick person replies before the courier has recorded the card that it just sent.
    """

    def known(work: Work) -> bool:
        return cards.at(work, chat_id, message_id) is not None or not deliveries.under_way(work, chat_id)

    for _ in range(_MOMENTS):
        if await desk.look(known):
            return
        await asyncio.sleep(_MOMENT)


def reply(turn: Turn, message_id: int, saying: Saying) -> Said | bool:
    """Takes words in reply to that message of the chat; returns what to say, False for a message of no known kind.

    A reply to one's own message does what a reply to the receipt for it does. Refused for a message that takes none.
    """
    chat_id = turn.caller.chat_id
    card = cards.at(turn.work, chat_id, message_id)
    if card is not None:
        return _to_card(turn, card, saying)
    own = exchange.by_origin(turn.work, chat_id, message_id)
    if own is not None:
        action = "note" if own.voice is Voice.NOTE else "answer"
        return prompts.say(speaking_as(turn, own.author), action, own.request, saying)
    if screens.at(turn.work, chat_id, message_id):
        raise Refusal("no-reply")
    return False


def to_call(turn: Turn, saying: Saying) -> Said:
    """Takes words of somebody who may only go on with their calls for help; returns what to say.

    They join the call that is still treated, and reopen one that was resolved, unless they only thank. None, and
    nothing done, where there is neither.
    """
    to = calls.to_go_on(turn)
    if to is None:
        return None
    if to.status is Status.RESOLVED:
        return prompts.say(turn, "answer", to.number, saying)
    return alarm.follow_up(turn, saying, to)


def _to_card(turn: Turn, card: Card, saying: Saying) -> Said:
    action, doubtful = invited(card.kind)
    if action not in prompts.PROMPTS:
        action = "answer"
    return prompts.say(scenes.as_whom(turn, card.request, card.person), action, card.request, saying, doubtful)
