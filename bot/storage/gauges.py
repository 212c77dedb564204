"""Gauges: how much work in the records is not done yet; counted in indexes that hold only those rows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from bot.storage import parking, rate_windows, verification
from bot.storage.tables import DESK
from bot.storage.tables.delivery import QUEUED, UNDELIVERED
from bot.storage.tables.requests import STANDING
from bot.storage.work import Work
from bot.terms import DeliveryState, Structure

_OUTBOX = DESK.tables["outbox"]
_PEOPLE = DESK.tables["people"]
_REQUESTS = DESK.tables["requests"]
_NUMBER = func.count().label("number")
# In one statement with the count, the lowest number is read from the index; alone, it would scan the whole table.
_WAITING = select(_NUMBER, func.min(_OUTBOX.c.id).label("lowest")).where(QUEUED)
_ENDED = select(_OUTBOX.c.state, _NUMBER).where(UNDELIVERED).group_by(_OUTBOX.c.state)
_STANDING = select(_REQUESTS.c.level, _REQUESTS.c.status, _NUMBER).where(STANDING).group_by("level", "status")
_PLACES = (
    select(_PEOPLE.c.places).where(_PEOPLE.c.telegram_id.is_not(None)).distinct(),
    select(_REQUESTS.c.place).where(STANDING).distinct(),
)


@dataclass(frozen=True, slots=True)
class Gauges:
    """How much there is of each kind of work."""

    outbox: dict[str, int]  #: deliveries that are queued, uncertain and dead, by state
    oldest: float  #: seconds since the oldest queued delivery was put in; 0 where none is queued
    parked: int  #: parked updates
    requests: dict[tuple[int, str], int]  #: requests that are neither resolved nor closed, by level and status
    paused: float = 0.0  #: seconds for which Telegram lets the bot write to nobody, where it asked for over a minute
    paused_chats: int = 0  #: chats where Telegram asked to wait for more than a minute
    broken: bool = False  #: whether the last verification of the audit found a fault


def read(work: Work) -> Gauges:
    """Reads the gauges now."""
    waiting = work.execute(_WAITING).one()
    since = work.execute(select(_OUTBOX.c.at).where(_OUTBOX.c.id == waiting.lowest)).scalar()
    outbox = {
        DeliveryState.QUEUED.value: waiting.number,
        DeliveryState.UNCERTAIN.value: 0,
        DeliveryState.DEAD.value: 0,
    }
    outbox |= {row.state: row.number for row in work.execute(_ENDED)}
    standing = {(row.level, row.status): row.number for row in work.execute(_STANDING)}
    oldest = max(0.0, (work.now - since).total_seconds()) if since else 0.0
    waits, broken = rate_windows.pauses(work), bool(verification.fault(work))
    paused = (waits.bot - work.now).total_seconds() if waits.bot else 0.0
    return Gauges(outbox, oldest, parking.count(work), standing, paused, waits.chats, broken)


def places(work: Work) -> list[Structure]:
    """The structures of linked people and of requests that are neither resolved nor closed, each once, by name."""
    found = [place for statement in _PLACES for row in work.execute(statement) for place in row[0]]
    return sorted({place.id: place for place in found}.values(), key=lambda place: (place.name, place.id))
