"""Doubted: what follows where nobody knows that words reached their reader, or it is sure that they did not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.delivery.rules.retry import Gone, Outcome, Rejected
from bot.storage import doubts, exchange, outbox, people, requests
from bot.storage.deliveries import Delivery
from bot.storage.doubts import Row
from bot.storage.work import Work
from bot.terms import DeliveryState, Notice
from bot.workflows.requests import telling


def ended(work: Work, delivery: Delivery, outcome: Outcome, state: DeliveryState) -> None:
    """Owns up where a delivery that ended in that state may not have reached its reader.

    Who is gone is told what waits once they are back; files that were refused are told of at once.
    """
    told = isinstance(outcome, Gone) or (delivery.kind == "files" and isinstance(outcome, Rejected))
    if state in (DeliveryState.UNCERTAIN, DeliveryState.DEAD) and not told:
        own_up(work, [delivery.id])


def own_up(work: Work, ids: Iterable[int]) -> None:
    """Notes for the readers of these deliveries that something may not have reached them; tells whoever wrote it.

    To be called once a delivery has ended as uncertain or dead. Its reader is told when they next do anything: now
    they may be out of reach. Nothing is done for a reader who has another chat meanwhile.
    """
    for row in doubts.ended(work, ids):
        reader = people.by_id(work, row.person)
        if reader is None or reader.telegram_id != row.chat_id:
            continue
        doubts.note(work, row.chat_id, row.at)
        if row.request is not None:
            _tell_author(work, row)


def _tell_author(work: Work, row: Row[Any]) -> None:
    """Tells whoever wrote the words of a delivery that they may not have arrived, once for each message of theirs.

    Not where the reader wrote them, nor where they are for a desk of which somebody else has them.
    """
    request, said = requests.load(work, row.request), exchange.at(work, row.request, row.at)
    if request is None or said is None or said.author == row.person:
        return
    asking = {request.requester, request.filer}
    if row.person not in asking and doubts.readers_beside(work, row) - asking - {said.author}:
        return
    author = people.by_id(work, said.author)
    if author is None:
        return
    lost = row.state == DeliveryState.DEAD.value
    keys = telling.keys(("show",) if lost else ("resend", "show"), request.number, author)
    work.because(f"doubt:{said.id}")
    notice = Notice("words_lost" if lost else "words_unsure", telling.facts_of(request), keys)
    outbox.tell(work, author, notice, request.number)
