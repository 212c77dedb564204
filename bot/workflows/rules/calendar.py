"""Working days: when a request is due."""

from __future__ import annotations

from datetime import datetime, timedelta

_SATURDAY = 5


def due(start: datetime, days: int) -> datetime:
    """The same hour, that many working days later (Saturdays and Sundays do not count)."""
    moment = start
    while days > 0:
        moment += timedelta(days=1)
        days -= moment.weekday() < _SATURDAY
    return moment
