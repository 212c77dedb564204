"""Parcels: files that go in one delivery, and what their reader is told of those that did not arrive."""

from __future__ import annotations

from bot.delivery.rules.retry import Rejected, Sent
from bot.storage import exchange, outbox, people
from bot.storage.deliveries import Delivery
from bot.storage.work import Work
from bot.terms import Notice
from bot.workflows.rules.filenames import plain


def own_up(work: Work, delivery: Delivery, outcome: Sent | Rejected) -> None:
    """Tells the reader of files which of them could not be sent, if any."""
    sent = delivery.payload["files"]
    lost = outcome.lost if isinstance(outcome, Sent) else tuple(range(len(sent)))
    reader = people.by_id(work, delivery.person) if delivery.person is not None else None
    if not lost or reader is None or reader.telegram_id != delivery.chat_id:
        return
    work.because(f"{delivery.dedupe}:lost")
    among = _among(work, delivery)
    which = [(among.index(sent[n]["unique_id"]) + 1, plain(sent[n]["name"])) for n in lost]
    facts = {
        "lost": len(lost),
        "files": len(among),
        "number": delivery.request,
        "which": ", ".join(f"{place} ({name})" if name else str(place) for place, name in which),
        "name": which[0][1],
    }
    outbox.tell(work, reader, Notice("files_lost", facts), delivery.request)


def _among(work: Work, delivery: Delivery) -> list[str]:
    """The files among which those of a delivery are counted, by what identifies them.

    The files of an album that came one by one may go in a delivery each: then these are all that came so far.
    """
    sent = delivery.payload["files"]
    mine, names = [file["unique_id"] for file in sent], {file.get("album", "") for file in sent}
    whole = exchange.album(work, delivery.request or 0, *names) if len(names) == 1 else []
    return whole if set(mine) <= set(whole) else mine
