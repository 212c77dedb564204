"""Reads the days in what people type, in figures or in words. Pure.

A day may lack its month (the first of "du 10 au 31 juillet"), its year, or both; or be a day of the week.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.folding import fold
from bot.terms import Refusal

_MONTHS = (
    *(("janvier", "january", "janv"), ("fevrier", "february", "fevr"), ("mars", "march"), ("avril", "april")),
    *(("mai", "may"), ("juin", "june"), ("juillet", "july"), ("aout", "august"), ("septembre", "september")),
    *(("octobre", "october"), ("novembre", "november"), ("decembre", "december")),
)
_DAYS = (
    *(("lundi", "monday"), ("mardi", "tuesday"), ("mercredi", "wednesday"), ("jeudi", "thursday")),
    *(("vendredi", "friday"), ("samedi", "saturday"), ("dimanche", "sunday")),
)
_NEAR = {
    **dict.fromkeys(("avant hier", "avant-hier"), -2),
    **dict.fromkeys(("hier", "yesterday"), -1),
    **dict.fromkeys(("aujourd'hui", "aujourd’hui", "aujourd hui", "aujourdhui", "today"), 0),
    **dict.fromkeys(("apres demain", "apres-demain", "day after tomorrow"), 2),
    **dict.fromkeys(("demain", "tomorrow"), 1),
}


def _short(names: tuple[str, ...]) -> set[str]:
    """The names of a month, and their first letters from three on."""
    return {name[:length] for name in names for length in range(3, len(name) + 1)}


_SHORT = [(word, number) for number, names in enumerate(_MONTHS, 1) for word in _short(names)]
_TIMES = Counter(word for word, _ in _SHORT)
_MONTH_OF = {word: number for word, number in _SHORT if _TIMES[word] == 1}  #: without "jui": June or July
_DAY_OF = {name: number for number, names in enumerate(_DAYS) for name in names}


def _any(known: Iterable[str]) -> str:
    """A pattern that finds each of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))


_M = f"(?:{_any(_MONTH_OF)})\\b"
_W = f"(?:{_any(_DAY_OF)})\\b"
_NTH = r"(?:\s?er|st|nd|rd|th)?"
_FULL = rf"\d{{1,2}}(?:[/.]\d|{_NTH}\s*(?:of\s+)?{_M})"  # how a day with its month begins
_BETWEEN = rf"(?:\s*[–—→,]\s*|\s+-\s+|-|\s+(?:au|a|et|to|and|until|jusqu\W?au)\s+(?:le\s+|the\s+)?)(?:{_W}\s+)?"
_DAY = re.compile(
    rf"""\b(?:
    (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)
    |(?P<lone>\d{{1,2}}){_NTH}(?={_BETWEEN}{_FULL})
    |(?P<d1>\d{{1,2}})(?P<sep>[/.-])(?P<m1>\d{{1,2}})(?:(?P=sep)(?P<y1>\d{{4}}|\d{{2}}))?(?!\d)
    |(?P<d2>\d{{1,2}}){_NTH}\s*(?:of\s+)?(?P<m2>{_M})\.?(?:,?\s+(?P<y2>\d{{4}}))?(?!\d)
    |(?P<m3>{_M})\.?\s+(?P<d3>\d{{1,2}}){_NTH}(?!\d|[/.-]\d)(?:,?\s+(?P<y3>\d{{4}}))?(?!\d)
    |(?P<near>{_any(_NEAR)})\b
    |(?:next\s+)?(?P<week>{_W})(?:\s+(?:prochaine?|(?P<past>derniere?)))?
    )""",
    re.VERBOSE,
)
_NAMED_TOO = re.compile(rf"\b{_W},?\s+(?:le\s+|the\s+)?(?=\d)")  # "lundi 10 juillet": the number says it all
_AROUND = {"le", "la", "du", "au", "the", "on"}  #: words that may stand around one day
_YEARS = 9  #: years looked through for a day without a year: enough for 29 February
_FAR = timedelta(days=300)  #: a day without a year that is further off was rather meant for this year, and is past
_LONGEST = timedelta(days=183)  #: of a period across 31 December whose days have no year; a longer one is swapped


@dataclass(frozen=True, slots=True)
class _Said:
    """A day as it was typed; what was not said is 0 or None."""

    day: int = 0
    month: int = 0
    year: int = 0
    exact: date | None = None  #: for "demain", or a day with its year
    week: int | None = None  #: for a day of the week, 0 for Monday


def days_in(typed: str, day: date) -> tuple[list[date], str]:
    """The days that were typed, one or two, and the other words, folded. `day` is today.

    A day without a year is the next such day; the first of two takes the year of the second, where that has one.
    Refused where a day does not exist, is past, or is so far off without a year that this year may be meant; where
    there are more than two, or the second is not after the first, or a number is left that is no day.
    """
    said, rest = _read(typed, day)
    if not said:
        return [], rest
    if len(said) > 2 or re.search(r"\d", rest):
        raise Refusal("dates-unread")
    found = [_next(said[0], day)] if len(said) == 1 else _period(said[0], said[1], day)
    if any(one < day for one in found):
        raise Refusal("dates-past")
    if said[0].exact is None and not said[-1].year and found[0] - day > _FAR:
        raise Refusal("dates-far", typed=f"{found[0]:%d/%m/%Y}")
    return found, rest


def day_before(typed: str, day: date) -> date | None:
    """The one day that was typed; without a year, or by its day of the week, the last such day until `day`.

    None for anything else: several days, other words, a day that does not exist, "demain".
    """
    try:
        said, rest = _read(typed, day)
    except Refusal:
        return None
    if len(said) != 1 or not set(rest.split()) <= _AROUND:
        return None
    (one,) = said
    if one.exact is not None:
        return one.exact if one.year or one.exact <= day else None
    return _last(one, day)


def days_until(typed: str, day: date) -> tuple[list[date], str]:
    """The days that were typed, one or two, and the other words, folded; `day` is today.

    A day without a year is the last such day: the second until today, the first until the second. Refused where a
    day does not exist, where there are more than two, and where the second is before the first, or seems to be.
    """
    said, rest = _read(typed, day)
    if len(said) > 2 or (re.search(r"\d", rest) and (said or not re.search(r"[a-z]", rest))):
        raise Refusal("dates-unread")
    found = list[date]()
    for one in reversed(said):
        until = found[0] if found else day
        last = one.exact if one.exact is not None else _last(one, until)
        if last is None:
            raise _none(one)
        found.insert(0, last)
    guessed = bool(said) and said[0].exact is None and len(found) == 2 and found[1] - found[0] > _LONGEST
    if len(found) == 2 and (found[1] < found[0] or (guessed and found[0].year < found[1].year)):
        raise Refusal("period-reversed")
    return found, rest


def _last(said: _Said, until: date) -> date | None:
    """The last such day until that one; None where there is none."""
    if said.week is not None:
        return until - timedelta(days=(until.weekday() - said.week) % 7)
    past = (_calendar(said.day, said.month, until.year - ago) for ago in range(_YEARS))
    return next((found for found in past if found is not None and found <= until), None)


def _read(typed: str, today: date) -> tuple[list[_Said], str]:
    """The days in the order typed, and what is left; refused where one with its year does not exist."""
    found: list[_Said] = []

    def take(match: re.Match[str]) -> str:
        found.append(_said(match, today))
        return " "

    rest = _DAY.sub(take, _NAMED_TOO.sub(" ", fold(typed)))
    for index in reversed(range(len(found))):
        if found[index].day and not found[index].month:  # "du 10 au 31 juillet"
            if index + 1 == len(found):  # what follows looked like a day: ".1-1/599"
                raise Refusal("dates-unread")
            after = found[index + 1]
            exact = _exact(found[index].day, after.month, after.year) if after.year else None
            found[index] = replace(found[index], month=after.month, year=after.year, exact=exact)
    return found, rest


def _said(match: re.Match[str], today: date) -> _Said:
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return _Said(day, month, year, _exact(day, month, year))
    if match["near"]:
        return _Said(exact=today + timedelta(days=_NEAR[match["near"]]))
    if match["week"]:
        week = _DAY_OF[match["week"]]
        if match["past"]:
            return _Said(exact=today - timedelta(days=(today.weekday() - week - 1) % 7 + 1))
        return _Said(week=week)
    if match["lone"]:
        return _Said(int(match["lone"]))
    day = int(match["d1"] or match["d2"] or match["d3"])
    month = int(match["m1"]) if match["m1"] else _MONTH_OF[match["m2"] or match["m3"]]
    if not month:  # "5.00"; 0 stands for a month that is said with the second day
        raise Refusal("dates-unread")
    typed = match["y1"] or match["y2"] or match["y3"] or ""
    year = int(typed or 0) + (2000 if len(typed) == 2 else 0)
    return _Said(day, month, year, _exact(day, month, year) if typed else None)


def _exact(day: int, month: int, year: int) -> date:
    found = _calendar(day, month, year)
    if found is None:
        raise Refusal("dates-none", typed=f"{day:02}/{month:02}/{year:04}")
    return found


def _period(first: _Said, second: _Said, today: date) -> list[date]:
    """The day of each; refused where they seem swapped, since the period would be long and its years are guessed."""
    if second.exact is not None and second.year and first.month and first.exact is None:
        begins = _among(first, (second.year, second.year - 1), lambda found: found <= _sure(second))
    else:
        begins = _next(first, today)
    ends = _next(second, begins)
    guessed = first.exact is None or second.exact is None
    if ends <= begins or (guessed and begins.year < ends.year and ends - begins > _LONGEST):
        raise Refusal("dates-reversed")
    return [begins, ends]


def _sure(said: _Said) -> date:
    assert said.exact is not None
    return said.exact


def _next(said: _Said, after: date) -> date:
    """The day itself where its year is known; else the next such day from `after` on.

    A day of the week is never the day `after` itself. Refused where there is no such day.
    """
    if said.exact is not None:
        return said.exact
    if said.week is not None:
        return after + timedelta(days=(said.week - after.weekday() - 1) % 7 + 1)
    return _among(said, range(after.year, after.year + _YEARS), lambda found: found >= after)


def _among(said: _Said, years: Iterable[int], fits: Callable[[date], bool]) -> date:
    """That day in the first of the years in which there is one that fits; refused where there is none."""
    days = (_calendar(said.day, said.month, year) for year in years)
    found = next((one for one in days if one is not None and fits(one)), None)
    if found is None:
        raise _none(said)
    return found


def _none(said: _Said) -> Refusal:
    return Refusal("dates-none", typed=f"{said.day:02}/{said.month:02}")


def _calendar(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
