"""Moments and ages as people say them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts.languages import Language

_ZONE = ZoneInfo("Europe/Paris")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def moment(language: Language, iso: str) -> str:
    """A moment of the records as the clock of the school shows it: "12 janv. à 14:05"."""
    at = datetime.fromisoformat(iso).astimezone(_ZONE)
    return language.say_again("moment", {"day": at.day, "month": at.month, "time": f"{at.hour:02}:{at.minute:02}"})


def day(language: Language, iso: str) -> str:
    """A day, or that of a moment, with its year: "12 janv. 2026"."""
    at = datetime.fromisoformat(iso)
    at = at.astimezone(_ZONE) if at.tzinfo else at
    return language.say("day", {"day": at.day, "month": at.month, "year": str(at.year)})


def age(language: Language, seconds: float) -> str:
    """How long ago, in the largest unit that counts: "il y a 3 h"."""
    for name, unit in (("days", _DAY), ("hours", _HOUR), ("minutes", _MINUTE)):
        if seconds >= unit:
            return language.say(f"age-{name}", {"count": int(seconds // unit)})
    return language.say("age-now")
