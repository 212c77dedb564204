"""Resending: whoever wrote words of which nobody knows that they arrived has them sent again, if they want."""

from __future__ import annotations

from bot.storage import doubts, exchange, people, requests, undelivered
from bot.terms import Notice, Refusal
from bot.workflows.desk import Turn
from bot.workflows.requests.scenes import receipt, scene
from bot.workflows.rules.requests.access import standing


def resend(turn: Turn, number: int) -> Notice:
    """Sends again what this person wrote on the request and may not have arrived; returns the receipt.

    Only to those who may read it now. Refused where nothing is in doubt any more.
    """
    it = scene(turn, number)
    mine = [one.at for one in exchange.newest(turn.work, number, 100) if one.author == turn.me.id]
    again = []
    for delivery, person in doubts.uncertain(turn.work, number, mine):
        reader = people.by_id(turn.work, person)
        parts = {part for who, part in requests.parties(turn.work, number) if who == person}
        if reader is not None and reader.id != turn.me.id and standing(reader, it.request, parts).reads:
            again.append(delivery)
    if not again:
        raise Refusal("nothing-to-resend", number=number)
    undelivered.requeue(turn.work, again)
    requests.write_event(turn.work, number, turn.me.id, "resend")
    return receipt("resent", it)
