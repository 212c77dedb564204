"""Words that only thank, greet or agree: asks whether the request that they are about is solved, or greets."""

from __future__ import annotations

from bot.storage import cards, requests
from bot.terms import ACTIVE, Button, Notice, Saying, Status
from bot.workflows import hats
from bot.workflows.desk import Turn
from bot.workflows.requests import telling
from bot.workflows.rules.requests.access import open_to
from bot.workflows.rules.requests.thanks import is_greeting, is_thanks


def polite(turn: Turn, saying: Saying) -> Notice | None:
    """The answer to words that only thank or agree: whether it is solved, where that is to be said. Else None."""
    if saying.files or not is_thanks(saying.text):
        return None
    if is_greeting(saying.text):
        return Notice("hello", {"name": turn.me.name}, ((Button("new", "", turn.me.id),),))
    accounts = sorted(hats.own(turn), key=lambda one: one.id != turn.me.id)
    theirs = [(one, request) for one in accounts for request in requests.of_person(turn.work, one, None, 20)]
    theirs = [pair for pair in theirs if open_to(*pair)]
    newest = next((card.request for card in cards.later(turn.work, turn.caller.chat_id, 0, 1)), 0)
    if any(request.number == newest and request.status in ACTIVE for _, request in theirs):
        return None  # thanks for what was just read, which is not solved yet
    for one, request in sorted(theirs, key=lambda pair: pair[1].number != newest):
        if request.status is Status.RESOLVED and one.id in (request.requester, request.filer):
            choice = telling.keys(("confirm", "reopen"), request.number, one)
            hat = {} if one.id == turn.me.id else one.hat
            return Notice("thanks", telling.facts_of(request), choice, request=request.number, hat=hat)
    mine = [request for _, request in theirs]
    if turn.me.is_agent or any(request.status in ACTIVE for request in mine):
        return None
    return Notice("hello", {"name": turn.me.name}, ((Button("new", "", turn.me.id),),))
