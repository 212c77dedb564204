"""Working days: when a request is due, and when a school opens next."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SATURDAY = 5
ZONE = ZoneInfo("Europe/Paris")  #: the time zone of the schools
_OPENS = time(8, 30)


def due(start: datetime, days: int) -> datetime:
    """The moment that many working days later, at the same hour of the schools' clock, as UTC.

    Saturdays and Sundays do not count: so it is never an hour that the clock skips or has twice.
    """
    moment = start.astimezone(ZONE)
    while days > 0:
        moment += timedelta(days=1)
        days -= moment.weekday() < _SATURDAY
    return moment.astimezone(UTC)


def next_school_day(moment: datetime) -> datetime:
    """The moment when schools open on the next day from Monday to Friday. Holidays are not known."""
    day = moment.astimezone(ZONE).date() + timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, _OPENS, ZONE).astimezone(UTC)


def today(now: datetime) -> date:
    """The date at the schools."""
    return now.astimezone(ZONE).date()
