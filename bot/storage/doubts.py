"""Doubts: deliveries about a request, or of a screen, of which nobody knows that they reached their reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row as Row
from sqlalchemy import and_, literal_column, or_, select, update

from bot.storage import outbox, people
from bot.storage.tables import DESK
from bot.storage.tables.delivery import UNDELIVERED
from bot.storage.work import Work
from bot.terms import DeliveryState, Person

SAID = ("card", "files", "notice")  #: kinds of what somebody is told about a request
_OUTBOX = DESK.tables["outbox"]
_PEOPLE = DESK.tables["people"]
_UNCERTAIN = and_(UNDELIVERED, literal_column(f"state = '{DeliveryState.UNCERTAIN}'"))  # the first for its index
_HOPED = (DeliveryState.QUEUED.value, DeliveryState.SENT.value)
_SHOWN = 5  # cards shown again at most


def ended(work: Work, ids: Iterable[int]) -> Sequence[Row[Any]]:
    """The deliveries with these numbers that a person was to read, with all their columns; by number."""
    mine = (_OUTBOX.c.id.in_(list(ids)), _OUTBOX.c.person.is_not(None), _OUTBOX.c.kind.in_((*SAID, "screen")))
    return work.execute(select(_OUTBOX).where(*mine).order_by(_OUTBOX.c.id)).all()


def readers_beside(work: Work, row: Row[Any]) -> set[int]:
    """The `id` of each person to whom the cause of that delivery had the same request told, and who may read it."""
    cause = row.dedupe.rpartition("#")[0]
    told = (_OUTBOX.c.dedupe > f"{cause}#", _OUTBOX.c.dedupe < f"{cause}$", _OUTBOX.c.request == row.request)
    hoped = (_OUTBOX.c.kind.in_(SAID), _OUTBOX.c.state.in_(_HOPED), _OUTBOX.c.id != row.id)
    return set(work.execute(select(_OUTBOX.c.person).where(*told, *hoped)).scalars())


def uncertain(work: Work, request: int, moments: Iterable[datetime]) -> list[tuple[int, int]]:
    """Number and reader of each delivery about that request, queued at one of these moments, that is uncertain."""
    mine = (_OUTBOX.c.request == request, _OUTBOX.c.at.in_(list(moments)), _OUTBOX.c.kind.in_(SAID))
    rows = work.execute(select(_OUTBOX.c.id, _OUTBOX.c.person).where(_UNCERTAIN, *mine).order_by(_OUTBOX.c.id))
    return [(row.id, row.person) for row in rows if row.person is not None]


def note(work: Work, telegram_id: int, since: datetime) -> None:
    """Notes that something, put into the outbox then, may not have reached the people of that Telegram account."""
    earlier = or_(_PEOPLE.c.missed_since.is_(None), _PEOPLE.c.missed_since > since)
    theirs = update(_PEOPLE).where(_PEOPLE.c.telegram_id == telegram_id, earlier)
    work.execute(theirs.values(missed_since=since))
    work.people.clear()  # people read before are out of date


def own_up(work: Work, telegram_id: int) -> bool:
    """Shows again to the people of that Telegram account what may not have reached them; False where nothing did not.

    Only to those who can be reached and were not away meanwhile: the others are told what waits for them.
    """
    found = [
        person
        for person in people.of_telegram(work, telegram_id)
        if person.doubts and person.reads(work.bot) and not person.waits
    ]
    for person in found:
        assert person.missed_since is not None
        work.because(f"doubts:{person.id}:{person.missed_since.isoformat()}")
        _show_again(work, person, person.missed_since)
        people.caught_up(work, person, person.missed_since)
    return bool(found)


def _show_again(work: Work, person: Person, since: datetime) -> None:
    """Queues the cards and screens of what was put into the outbox since then and may not have arrived."""
    lost = (_OUTBOX.c.person == person.id, _OUTBOX.c.chat_id == person.telegram_id, _OUTBOX.c.at >= since)
    kinds = (*SAID, "screen")
    rows = work.execute(select(_OUTBOX).where(UNDELIVERED, *lost, _OUTBOX.c.kind.in_(kinds)).order_by(_OUTBOX.c.id))
    shown: set[int | str] = set()
    for row in rows.all():
        about = row.payload["about"] if row.kind == "screen" else row.request
        if about is None or about in shown or len(shown) >= _SHOWN:
            continue
        shown.add(about)
        if row.kind == "screen":
            outbox.screen(work, person, about, row.payload["headline"], row.payload["facts"])
        else:
            outbox.show(work, person, row.request, "unsure")
