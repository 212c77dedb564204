"""Working days: when a request is due, when a school opens again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SATURDAY = 5
ZONE = ZoneInfo("Europe/Paris")  #: of the schools
_OPENS = time(8, 30)


def due(start: datetime, days: int) -> datetime:
    """The same hour, that many working days later (Saturdays and Sundays do not count)."""
    moment = start
    while days > 0:
        moment += timedelta(days=1)
        days -= moment.weekday() < _SATURDAY
    return moment


def next_school_day(moment: datetime) -> datetime:
    """When the school opens on the next day that is no Saturday or Sunday, by its own clock. No holiday is known."""
    day = moment.astimezone(ZONE).date() + timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, _OPENS, ZONE).astimezone(UTC)


def today(now: datetime) -> date:
    """The day it is at the school."""
    return now.astimezone(ZONE).date()
