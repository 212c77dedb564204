"""Moments, days and ages, worded."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.texts.languages import Language, Value

_ZONE = ZoneInfo("Europe/Paris")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_RECENT = timedelta(days=304)  # ten months: a day and a month that lie further away may be of another year


def moment(language: Language, iso: str, now: str = "") -> str:
    """A moment on the clock of Paris: "12 janv. à 14:05".

    With its year, "12 janv. 2026 à 14:05", where it lies more than ten months from `now`, or `now` is not known.
    """
    at = datetime.fromisoformat(iso).astimezone(_ZONE)
    facts: dict[str, Value] = {"day": at.day, "month": at.month, "time": f"{at.hour:02}:{at.minute:02}"}
    if now and abs(datetime.fromisoformat(now) - at) < _RECENT:
        return language.say_again("moment", facts)
    return language.say_again("moment-dated", facts | {"year": str(at.year)})


def clock(language: Language, iso: str, now: str) -> str:
    """The time of a moment on the clock of Paris, rounded up to a minute: "14:05"; with another day's date."""
    at = (datetime.fromisoformat(iso) + timedelta(seconds=59)).astimezone(_ZONE)
    today = at.date() == datetime.fromisoformat(now).astimezone(_ZONE).date()
    return f"{at.hour:02}:{at.minute:02}" if today else moment(language, at.isoformat(), now)


def day(language: Language, iso: str | None) -> str:
    """A date, or the date of a moment in Paris, with its year: "12 janv. 2026"; empty if none is given."""
    if not iso:
        return ""
    at = datetime.fromisoformat(iso)
    at = at.astimezone(_ZONE) if at.tzinfo else at
    return language.say("day", {"day": at.day, "month": at.month, "year": str(at.year)})


def age(language: Language, seconds: float, now: str = "") -> str:
    """How long ago, in minutes, hours or days: "il y a 30 h". Less than two days are said in hours.

    More than ten months are said as a date with its year, "le 12 janv. 2026", where `now` is known.
    """
    if now and seconds >= _RECENT.total_seconds():
        then = datetime.fromisoformat(now) - timedelta(seconds=seconds)
        return language.say("age-dated", {"day": day(language, then.isoformat())})
    for name, unit, least in (("days", _DAY, 2 * _DAY), ("hours", _HOUR, _HOUR), ("minutes", _MINUTE, _MINUTE)):
        if seconds >= least:
            return language.say(f"age-{name}", {"count": int(seconds // unit)})
    return language.say("age-now")
