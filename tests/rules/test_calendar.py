"""When a school opens next, and when a request is due."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.workflows.rules.calendar import ZONE, due, next_school_day


def at(day: int, hour: int, month: int = 11) -> datetime:
    """A moment of 2026, when 23 November is a Monday."""
    return datetime(2026, month, day, hour, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (at(23, 6), "2026-11-24 08:30"),  # on Monday at dawn: today's school day is not the next one
        (at(24, 12), "2026-11-25 08:30"),
        (at(27, 15), "2026-11-30 08:30"),  # Friday
        (at(28, 9), "2026-11-30 08:30"),  # Saturday
        (at(29, 22), "2026-11-30 08:30"),  # Sunday
        (at(29, 23), "2026-12-01 08:30"),  # it is Monday in the school already
        (at(24, 12, month=6), "2026-06-25 08:30"),
    ],
)
def test_it_is_half_past_eight_by_the_schools_clock_on_the_next_day_that_is_no_weekend(
    moment: datetime, opens: str
) -> None:
    shown = next_school_day(moment)

    offset = 2 if shown.month == 6 else 1
    assert f"{shown.replace(hour=shown.hour + offset):%Y-%m-%d %H:%M}" == opens
    assert shown.tzinfo is UTC


@pytest.mark.parametrize(
    ("start", "days", "ends"),
    [
        ("2026-10-23 10:00", 1, "2026-10-26 10:00"),  # a Friday, before the clock goes back to winter time
        ("2027-03-26 10:00", 1, "2027-03-29 10:00"),  # before it goes on to summer time
        ("2027-03-25 16:30", 3, "2027-03-30 16:30"),
        ("2026-12-31 23:30", 1, "2027-01-01 23:30"),
        ("2026-11-27 00:30", 1, "2026-11-30 00:30"),  # a Friday at the school, and Thursday still in Greenwich
        ("2026-11-30 00:30", 2, "2026-12-02 00:30"),
        ("2027-03-26 02:30", 1, "2027-03-29 02:30"),  # the clock skips that hour on the Sunday between
        ("2026-11-24 12:00", 0, "2026-11-24 12:00"),
    ],
)
def test_a_request_is_due_at_the_hour_of_the_schools_clock_at_which_it_came(start: str, days: int, ends: str) -> None:
    shown = due(datetime.fromisoformat(start).replace(tzinfo=ZONE), days)

    assert f"{shown.astimezone(ZONE):%Y-%m-%d %H:%M}" == ends
    assert shown.tzinfo is UTC
