"""Announcements that are brought to people's chats: how far each is, and which chats have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, Text, cast, delete, func, or_, select, update

from bot.storage import lanes, outbox, people
from bot.storage.prepared import insert_once
from bot.storage.purging.sweeping import settle
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import DeliveryState, Person

_TABLE = DESK.tables["announcements"]
_COPIES = DESK.tables["announcement_copies"]
_OUTBOX = DESK.tables["outbox"]
_PEOPLE = DESK.tables["people"]
_COPY = insert_once(_COPIES)
_VERSION = "version"  #: of an announcement, when it was queued for a chat
_RUNS = _TABLE.c.ended_at.is_(None)


@dataclass(slots=True)
class Spread:
    """An announcement that is brought to the linked people it is for; `id` is 0 until it is written down."""

    school: str
    school_name: str
    person: int  #: who announces
    title: str
    texts: dict[str, str]
    profiles: list[str]
    starts_at: datetime
    ends_at: datetime
    at: datetime
    due_at: datetime  #: when the next portion is due
    entry: str = ""  #: its identifier in the ENT; empty until the ENT has it
    after: int = 0  #: the person up to whom this pass has come
    step: int = 0  #: counts the portions that were begun
    version: int = 0  #: counts its changes
    ended_at: datetime | None = None
    stopped: bool = False  #: whether somebody ended it before its time
    id: int = 0

    def is_for(self, person: Person) -> bool:
        """Whether the person is of the school, and of a profile that it is for."""
        return person.profile.value in self.profiles and any(place.id == self.school for place in person.places)


_COLUMNS = tuple(column.name for column in fields(Spread) if column.name != "id")


def add(work: Work, spread: Spread) -> None:
    """Inserts a new announcement, and sets its `id`."""
    number = work.execute(_TABLE.insert().returning(_TABLE.c.id), _values(spread)).scalar_one()
    spread.id = settle(work, "announcements", number)


def save(work: Work, spread: Spread) -> None:
    """Updates every column of an announcement."""
    work.execute(update(_TABLE).where(_TABLE.c.id == spread.id).values(**_values(spread)))


def forget(work: Work, number: int) -> None:
    """Deletes an announcement that the ENT never had."""
    work.execute(delete(_TABLE).where(_TABLE.c.id == number))


def load(work: Work, number: int, to_change: bool = False) -> Spread | None:
    """The announcement of that number, or None; with `to_change`, its row is locked until the transaction ends."""
    statement = select(_TABLE).where(_TABLE.c.id == number)
    row = work.execute(statement.with_for_update() if to_change else statement).first()
    return None if row is None else _spread(row)


def of_entry(work: Work, school: str, entry: str, to_change: bool = False) -> Spread | None:
    """The announcement that the ENT has under that identifier, or None; `to_change` as in `load`."""
    statement = select(_TABLE).where(_TABLE.c.school == school, _TABLE.c.entry == entry)
    row = work.execute(statement.with_for_update() if to_change else statement).first()
    return None if row is None else _spread(row)


def by_author(work: Work, person: int) -> list[Spread]:
    """What that person announced, oldest first."""
    rows = work.execute(select(_TABLE).where(_TABLE.c.person == person).order_by(_TABLE.c.id))
    return [_spread(row) for row in rows]


def claim(work: Work, until: datetime) -> Spread | None:
    """The announcement whose next portion has been due for longest, which nobody else takes until that moment."""
    due = select(_TABLE).where(_RUNS, _TABLE.c.due_at <= work.now).order_by(_TABLE.c.due_at, _TABLE.c.id)
    row = work.execute(due.limit(1).with_for_update()).first()
    if row is None:
        return None
    spread = _spread(row)
    spread.due_at, spread.step = until, spread.step + 1
    save(work, spread)
    return spread


def next_due(work: Work) -> datetime | None:
    """When the next portion of any announcement is due; None where none runs."""
    return work.execute(select(func.min(_TABLE.c.due_at)).where(_RUNS)).scalar()


def readers(work: Work, spread: Spread, limit: int) -> list[Person]:
    """The next linked people after `Spread.after` whom it may be for, by `id`: `Spread.is_for` says whether it is."""
    wanted = _readers(spread.school, spread.profiles).where(_PEOPLE.c.id > spread.after)
    found = list(work.execute(wanted.order_by(_PEOPLE.c.id).limit(limit)).scalars())
    known = people.named(work, set(found))
    return [known[key] for key in found]


def linked(work: Work, school: str, profiles: Sequence[str]) -> int:
    """How many chats an announcement of the school for these profiles would be brought to now."""
    found = people.named(work, set(work.execute(_readers(school, profiles)).scalars()))
    return len({one.telegram_id for one in found.values() if any(place.id == school for place in one.places)})


def _readers(school: str, profiles: Sequence[str]) -> Select[Any]:
    """Those linked who may read; the text of their places names the school, or one whose identifier contains it."""
    can = (_PEOPLE.c.telegram_id.is_not(None), _PEOPLE.c.barred == "", ~_PEOPLE.c.waits, _PEOPLE.c.reachable)
    named = cast(_PEOPLE.c.places, Text).contains(school, autoescape=True)
    return select(_PEOPLE.c.id).where(*can, _PEOPLE.c.profile.in_(profiles), named)


def bring(work: Work, spread: Spread, person: Person) -> bool:
    """Queues the announcement for the person; False where they, or their chat, have it already."""
    assert person.telegram_id is not None
    had = or_(_COPIES.c.chat_id == person.telegram_id, _COPIES.c.person == person.id)
    if work.execute(select(_COPIES.c.person).where(_COPIES.c.announcement == spread.id, had).limit(1)).first():
        return False
    row = {"announcement": spread.id, "chat_id": person.telegram_id, "person": person.id, "at": work.now}
    if not work.run(_COPY, row).rowcount:
        return False
    work.because(f"{about(spread.id)}:{person.id}")
    outbox.screen(work, person, about(spread.id), facts={_VERSION: spread.version})
    return True


def unchanged(work: Work, shown: str, facts: Mapping[str, Any]) -> bool:
    """Whether a message that was queued with these facts shows an announcement that has not changed since then."""
    if _VERSION not in facts:
        return False
    spread = load(work, int(shown.partition(":")[2]))
    return spread is not None and spread.version == facts[_VERSION]


def take_back(work: Work, number: int) -> None:
    """Drops what of it still waits to be sent."""
    mine = (_OUTBOX.c.dedupe >= f"{about(number)}:", _OUTBOX.c.dedupe < f"{about(number)};")
    waits = (_OUTBOX.c.state == DeliveryState.QUEUED.value, _OUTBOX.c.claimed_until.is_(None))
    work.execute(update(_OUTBOX).where(*mine, *waits).values(state=DeliveryState.DROPPED.value))


def about(number: int) -> str:
    """The key under which messages that show the announcement are found, such as `announcement:7`."""
    return f"{lanes.ANNOUNCEMENT}:{number}"


def _values(spread: Spread) -> dict[str, Any]:
    return {name: getattr(spread, name) for name in _COLUMNS}


def _spread(row: Row[Any]) -> Spread:
    return Spread(**{name: getattr(row, name) for name in _COLUMNS}, id=row.id)
