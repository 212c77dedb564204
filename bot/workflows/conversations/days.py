"""A month of buttons, for questions whose answer is a day. What is typed is read by the question itself."""

from __future__ import annotations

import re
from calendar import Calendar
from datetime import date

from bot.terms import Button, Refusal
from bot.workflows.rules.screens import Row

_WEEKS = Calendar()
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
NO_DAY = "-"  #: the value of a button that is no day to choose
_NOTHING = "·"  #: what a button shows that is no day to choose
_YEARS = 2  #: from today, how far one may leaf


def month(person: int, pick: str, leaf: str, shown: date, first: date, today: date) -> tuple[Row, ...]:
    """The buttons of the month of `shown`, a row for each week, and those that lead to the months beside it.

    `pick` is the action of a day, whose value `picked` reads; `leaf` that of a month, which `leafed` reads. Days
    before `first` cannot be chosen; today is in brackets.
    """
    rows = [
        tuple(_day(person, pick, day, shown, first, today) for day in week)
        for week in _WEEKS.monthdatescalendar(shown.year, shown.month)
    ]
    before, after = _month(shown, -1), _month(shown, 1)
    sides = (
        [Button(leaf, f"{before:%Y-%m}", person, words=f"◀ {before:%m/%Y}")] if shown > first.replace(day=1) else []
    )
    if after.year <= today.year + _YEARS:
        sides.append(Button(leaf, f"{after:%Y-%m}", person, words=f"{after:%m/%Y} ▶"))
    return (*rows, tuple(sides))


def picked(value: str) -> date:
    """The day of a button; refused where it shows none, or was never made."""
    if value == NO_DAY:
        raise Refusal("no-day-there")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Refusal("old-button") from None


def leafed(value: str, today: date) -> date:
    """The first day of the month of a button; refused where it was never made."""
    if _MONTH.fullmatch(value) is None or not 1 <= int(value[5:]) <= 12:
        raise Refusal("old-button")
    if not today.year <= int(value[:4]) <= today.year + _YEARS:
        raise Refusal("old-button")
    return date(int(value[:4]), int(value[5:]), 1)


def _day(person: int, pick: str, day: date, shown: date, first: date, today: date) -> Button:
    if day.month != shown.month or day < first:
        return Button(pick, NO_DAY, person, words=_NOTHING)
    return Button(pick, day.isoformat(), person, words=f"[{day.day}]" if day == today else str(day.day))


def _month(shown: date, step: int) -> date:
    months = shown.year * 12 + shown.month - 1 + step
    return date(months // 12, months % 12 + 1, 1)
