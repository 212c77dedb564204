"""The school year: what each month asks for, and the hours in which a school may be reminded of it. Pure.

Source: guide, chapter 1. Public holidays and school holidays come from the State's published data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from jours_feries_france import JoursFeries
from vacances_scolaires_france import SchoolHolidayDates

from bot.folding import fold
from bot.workflows.rules.calendar import ZONE

CHECKS = ("teachers", "activations", "links", "administrators", "duplicates", "reports")
_ZONES = {"A": "A", "B": "B", "C": "C", "Corse": ""}  #: Corsica has a calendar of its own, which is in no data
_WHERE = ("onde", "ent")
_SATURDAY, _HOURS, _DAYS = 5, 24, 31
_SHORTEST = 3  #: letters that are enough to name a month
_MONTHS = (
    *(("janvier", "january"), ("fevrier", "february"), ("mars", "march"), ("avril", "april"), ("mai", "may")),
    *(("juin", "june"), ("juillet", "july"), ("aout", "august"), ("septembre", "september")),
    *(("octobre", "october"), ("novembre", "november"), ("decembre", "december")),
)


@dataclass(frozen=True, slots=True)
class Task:
    """What some months ask for."""

    months: frozenset[int]
    where: str  #: `onde` or `ent`
    words: Mapping[str, str]  #: by language
    check: str = ""  #: one of `CHECKS`, what can be looked up of it; empty where nothing can
    command: str = ""  #: that does it; empty where none does


@dataclass(frozen=True, slots=True)
class Year:
    """The school year, as an operator has it."""

    tasks: tuple[Task, ...] = ()
    zone: str = "B"
    hours: tuple[int, int] = (9, 17)  #: at the schools: from the first until before the second
    until: int = 15  #: the last day of a month on which somebody is reminded of it

    @property
    def dated(self) -> bool:
        """Whether the school holidays of the zone are in the data."""
        return bool(_ZONES[self.zone])

    def of(self, month: int) -> list[Task]:
        """What that month asks for, in the operator's order."""
        return [task for task in self.tasks if month in task.months]


def read_year(table: Mapping[str, Any], languages: tuple[str, ...] = ("fr", "en")) -> Year:
    """The year in the operator's table; raises `ValueError` naming what is wrong."""
    first, last = table["hours"]
    if table["zone"] not in _ZONES:
        raise ValueError(f"year.toml: zone must be one of {', '.join(_ZONES)}: {table['zone']!r}")
    if not 0 <= first < last <= _HOURS or not 1 <= table["until"] <= _DAYS:
        raise ValueError("year.toml: hours must be two numbers in order, and until a day of the month")
    return Year(tuple(_task(one, languages) for one in table["task"]), table["zone"], (first, last), table["until"])


def _task(line: Mapping[str, Any], languages: tuple[str, ...]) -> Task:
    months = frozenset(line["months"])
    words = {language: line[language] for language in languages}
    if not months or not months <= set(range(1, 13)) or line["where"] not in _WHERE:
        raise ValueError(f"year.toml: months are 1 to 12, where is {' or '.join(_WHERE)}: {words['fr']!r}")
    if (check := line.get("check", "")) and check not in CHECKS:
        raise ValueError(f"year.toml: nothing is checked as {check!r}, only as {', '.join(CHECKS)}")
    return Task(months, line["where"], words, check, line.get("command", ""))


def month_named(typed: str) -> int | None:
    """The number of the month that was typed, by its name, its first letters or its number; None where it is none."""
    said = fold(typed).strip(" .")
    if said.isdecimal():
        return int(said) if 1 <= int(said) <= len(_MONTHS) else None
    if len(said) < _SHORTEST:
        return None
    fits = [number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(said) for name in names)]
    return fits[0] if len(fits) == 1 else None


def open_now(year: Year, moment: datetime) -> bool:
    """Whether schools of that zone are open at that moment: within the hours of a school day."""
    here = moment.astimezone(ZONE)
    return year.hours[0] <= here.hour < year.hours[1] and school_day(year.zone, here.date())


def school_day(zone: str, day: date) -> bool:
    """Whether schools of that zone are open on that day; holidays that the data does not know are not guessed."""
    if day.weekday() >= _SATURDAY or day in JoursFeries.for_year(day.year).values():
        return False
    key, first, last = _ZONES[zone], *_known()
    return not (key and first <= day <= last and _holidays().is_holiday_for_zone(day, key))


def known_until() -> date:
    """The last day whose school holidays are known."""
    return _known()[1]


@lru_cache(maxsize=1)
def _holidays() -> SchoolHolidayDates:
    return SchoolHolidayDates()


@lru_cache(maxsize=1)
def _known() -> tuple[date, date]:
    """The first and the last day that the data of the library has."""
    kept = _holidays()
    years = (kept.holidays_for_year(year) for year in range(kept.min_year, kept.max_year + 1))
    days = [day for year in years for day in year]
    return min(days), max(days)
