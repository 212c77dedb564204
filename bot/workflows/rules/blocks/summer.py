"""The days of a planned block: as people type them, and the summer that they are offered. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.folding import fold
from bot.terms import Refusal

_ZONE = ZoneInfo("Europe/Paris")
_DAY = re.compile(
    r"\b(\d{1,2})(?:[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?|(?:er|st|nd|rd|th)?\s+([a-z]+)(?:\s+(\d{4}))?)\b"
)
_MONTHS = (
    *(("jan", 1), ("fev", 2), ("feb", 2), ("mar", 3), ("avr", 4), ("apr", 4), ("mai", 5), ("may", 5), ("juin", 6)),
    *(("jun", 6), ("juil", 7), ("jul", 7), ("aou", 8), ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12)),
)


@dataclass(frozen=True, slots=True)
class Summer:
    """When accounts are blocked and unblocked again, as a month and a day, and at which hour."""

    begins: tuple[int, int] = (7, 10)
    ends: tuple[int, int] = (8, 31)
    hour: int = 7


def read_summer(table: Mapping[str, Any]) -> Summer:
    """The summer of the operator's table; raises ValueError for a day that is in no calendar, or in no order."""
    begins, ends = ((table[name]["month"], table[name]["day"]) for name in ("begins", "ends"))
    if date(2027, *begins) >= date(2027, *ends) or not 0 <= table["hour"] <= 23:
        raise ValueError("the summer must begin before it ends, at an hour between 0 and 23")
    return Summer(begins, ends, table["hour"])


def today(now: datetime) -> date:
    """The day it is at the school."""
    return now.astimezone(_ZONE).date()


def coming(summer: Summer, day: date) -> tuple[date, date]:
    """The first and last day of the summer that comes, or of what is left of the one under way."""
    year = day.year + (day >= date(day.year, *summer.ends))
    return max(date(year, *summer.begins), day), date(year, *summer.ends)


def starts(days: Sequence[date], hour: int) -> list[datetime]:
    """The moments at which what is planned for those days begins."""
    return [datetime.combine(day, time(hour), _ZONE).astimezone(UTC) for day in days]


def days_in(typed: str, day: date) -> tuple[list[date], str]:
    """The days named in what was typed, and the folded words around them; without a year, the next such day counts.

    Refused: what is in no calendar, what is past, and a second day that does not come after the first.
    """
    found: list[date] = []

    def take(match: re.Match[str]) -> str:
        number, month, year, name, later_year = match.groups()
        month_number = int(month) if month else _month(name)
        if not month_number:  # a number beside a word
            return match[0]
        found.append(_date(int(number), month_number, year or later_year, found[-1] if found else day))
        return " "

    rest = _DAY.sub(take, fold(typed))
    if len(found) > 2:
        raise Refusal("dates-unread")
    if any(one < day for one in found):
        raise Refusal("dates-past")
    if len(found) == 2 and found[1] <= found[0]:
        raise Refusal("dates-reversed")
    return found, rest


def _month(name: str) -> int:
    return next((number for beginning, number in _MONTHS if name.startswith(beginning)), 0)


def _date(day: int, month: int, year: str | None, after: date) -> date:
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        found = date(after.year, month, day)
        return found if found >= after else date(after.year + 1, month, day)
    except ValueError:
        raise Refusal("dates-unread") from None
