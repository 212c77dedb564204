"""Moments, days and ages, worded."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts.languages import Language

_ZONE = ZoneInfo("Europe/Paris")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def moment(language: Language, iso: str) -> str:
    """A moment on the clock of Paris: "12 janv. à 14:05"."""
    at = datetime.fromisoformat(iso).astimezone(_ZONE)
    return language.say_again("moment", {"day": at.day, "month": at.month, "time": f"{at.hour:02}:{at.minute:02}"})


def day(language: Language, iso: str | None) -> str:
    """A date, or the date of a moment in Paris, with its year: "12 janv. 2026"; empty if none is given."""
    if not iso:
        return ""
    at = datetime.fromisoformat(iso)
    at = at.astimezone(_ZONE) if at.tzinfo else at
    return language.say("day", {"day": at.day, "month": at.month, "year": str(at.year)})


def age(language: Language, seconds: float) -> str:
    """How long ago, in minutes, hours or days: "il y a 30 h". Less than two days are said in hours."""
    for name, unit, least in (("days", _DAY, 2 * _DAY), ("hours", _HOUR, _HOUR), ("minutes", _MINUTE, _MINUTE)):
        if seconds >= least:
            return language.say(f"age-{name}", {"count": int(seconds // unit)})
    return language.say("age-now")
