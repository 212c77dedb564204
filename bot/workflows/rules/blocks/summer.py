"""The dates of the summer, offered when a whole profile is blocked, and the moments of a planned campaign. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from bot.workflows.rules.calendar import ZONE


@dataclass(frozen=True, slots=True)
class Summer:
    """When accounts are blocked, and unblocked again."""

    begins: tuple[int, int] = (7, 10)  #: month and day
    ends: tuple[int, int] = (8, 31)  #: month and day
    hour: int = 7


def read_summer(table: Mapping[str, Any]) -> Summer:
    """The summer in the operator's table; raises `ValueError` for an impossible day or hour, or a wrong order."""
    begins, ends = ((table[name]["month"], table[name]["day"]) for name in ("begins", "ends"))
    if date(2027, *begins) >= date(2027, *ends) or not 0 <= table["hour"] <= 23:
        raise ValueError("the summer must begin before it ends, at an hour between 0 and 23")
    return Summer(begins, ends, table["hour"])


def coming(summer: Summer, day: date) -> tuple[date, date]:
    """The first and last day of the next summer; of the one under way, what is left from `day` on."""
    year = day.year + (day >= date(day.year, *summer.ends))
    return max(date(year, *summer.begins), day), date(year, *summer.ends)


def starts(days: Sequence[date], hour: int) -> list[datetime]:
    """The moments, in UTC, at which it is that hour at the schools on each of these days."""
    return [datetime.combine(day, time(hour), ZONE).astimezone(UTC) for day in days]
