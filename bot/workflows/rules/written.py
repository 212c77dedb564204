"""Reads profiles and days in what people type. Pure."""

from __future__ import annotations

import re
from datetime import date

from bot.folding import fold, words
from bot.terms import Profile, Refusal

_WORDS = {
    Profile.STUDENT: ("eleve", "etudiant", "student", "pupil"),
    Profile.RELATIVE: ("parent", "famille", "responsable", "relative", "family", "familie"),
    Profile.TEACHER: ("enseignant", "enseignante", "professeur", "prof", "maitre", "maitresse", "teacher"),
    Profile.PERSONNEL: ("personnel", "personnelle", "staff"),
    Profile.GUEST: ("invite", "invitee", "guest"),
}
_NAMED = {word: profile for profile, several in _WORDS.items() for word in several}
_LITTLE = {"les", "des", "tous", "toutes", "du", "au", "le", "la", "l", "et", "jusqu", "s", "e", "es"}
_LITTLE |= {"the", "all", "from", "to", "until", "and"}
_DAY = re.compile(
    r"\b(\d{1,2})(?:[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?|(?:er|st|nd|rd|th)?\s+([a-z]+)(?:\s+(\d{4}))?)\b"
)
_MONTHS = (
    *(("jan", 1), ("fev", 2), ("feb", 2), ("mar", 3), ("avr", 4), ("apr", 4), ("mai", 5), ("may", 5), ("juin", 6)),
    *(("jun", 6), ("juil", 7), ("jul", 7), ("aou", 8), ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12)),
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LEAP = 5  #: years looked back for a day without a year: enough for 29 February, except around 2100


def profile(word: str) -> Profile | None:
    """The profile that one word names, in the singular or the plural; None for anything else."""
    said = words(word)
    return _NAMED.get(said[0].removesuffix("s")) if len(said) == 1 else None


def named(typed: str) -> Profile | None:
    """The profile that was typed, in the singular or the plural; None where nothing was typed.

    Refused where the words name no profile, or several.
    """
    said = [word for word in words(typed) if word not in _LITTLE]
    found = {_NAMED.get(word.removesuffix("s")) for word in said}
    if not found:
        return None
    profile = found.pop()
    if profile is None or found:
        raise Refusal("unknown-profile", name=typed.strip())
    return profile


def days_in(typed: str, day: date) -> tuple[list[date], str]:
    """The days that were typed, and the other words, folded. A day without a year is the next such day from `day` on.

    Refused where a day does not exist or is past, there are more than two, or the second is not after the first.
    """
    found: list[date] = []

    def take(match: re.Match[str]) -> str:
        number, month, year, name, later_year = match.groups()
        month_number = int(month) if month else _month(name)
        if not month_number:  # a number before a word that is no month
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


def day_before(typed: str, day: date) -> date | None:
    """The day that was typed; without a year, the last such day until `day`. None for anything else."""
    if match := _ISO.fullmatch(typed.strip()):
        return _calendar(int(match[3]), int(match[2]), int(match[1]))
    match = _DAY.fullmatch(fold(typed).strip())
    if match is None:
        return None
    number, month, year, name, later_year = match.groups()
    month_number = int(month) if month else _month(name)
    if year := year or later_year:
        return _calendar(int(number), month_number, int(year) + (2000 if len(year) == 2 else 0))
    past = (_calendar(int(number), month_number, day.year - ago) for ago in range(_LEAP))
    return next((one for one in past if one is not None and one <= day), None)


def _calendar(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
