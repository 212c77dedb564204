"""Gauges: how much the records hold of what should become less, counted within the indexes of just those rows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from bot.storage import parking
from bot.storage.tables import DESK, QUEUED, STANDING, UNDELIVERED
from bot.storage.work import Work

_OUTBOX = DESK.tables["outbox"]
_REQUESTS = DESK.tables["requests"]
_NUMBER = func.count().label("number")
# Counted along, the first number is found in the index; alone, it would be looked for among all that was ever sent.
_WAITING = select(_NUMBER, func.min(_OUTBOX.c.id).label("lowest")).where(QUEUED)
_ENDED = select(_OUTBOX.c.state, _NUMBER).where(UNDELIVERED).group_by(_OUTBOX.c.state)
_STANDING = select(_REQUESTS.c.level, _REQUESTS.c.status, _NUMBER).where(STANDING).group_by("level", "status")


@dataclass(frozen=True, slots=True)
class Gauges:
    """How much there is."""

    outbox: dict[str, int]  #: notices that have not arrived, by state
    oldest: float  #: seconds that the first of the queued ones waits
    parked: int
    requests: dict[tuple[int, str], int]  #: those not solved yet, by level and status


def read(work: Work) -> Gauges:
    """What the gauges show now."""
    waiting = work.execute(_WAITING).one()
    since = work.execute(select(_OUTBOX.c.at).where(_OUTBOX.c.id == waiting.lowest)).scalar()
    outbox = {"queued": waiting.number, "uncertain": 0, "dead": 0}
    outbox |= {row.state: row.number for row in work.execute(_ENDED)}
    standing = {(row.level, row.status): row.number for row in work.execute(_STANDING)}
    oldest = max(0.0, (work.now - since).total_seconds()) if since else 0.0
    return Gauges(outbox, oldest, parking.count(work), standing)
