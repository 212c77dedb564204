"""Announcements of schools: what may be typed, when they are brought to chats, which run at the same time. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.folding import words
from bot.terms import Profile, Refusal
from bot.terms.announcements import TITLE, Announced
from bot.workflows.rules import dates
from bot.workflows.rules.calendar import ZONE

FEW = 2  #: shown at the same time to the same people, at most, without a warning (guide, chapter 3.A.2)
LONGEST = timedelta(days=366)  #: from the first day to the last
TEXTS = 3000  #: characters in all languages together: they stand in one message
_STAGES = {
    **dict.fromkeys(("tous", "tout", "all"), ""),
    **dict.fromkeys(("encours", "en cours", "running"), "running"),
    **dict.fromkeys(("avenir", "a venir", "coming"), "coming"),
    **dict.fromkeys(("passes", "passe", "obsolete", "over"), "over"),
}
_PROFILES = {
    **dict.fromkeys(("eleve", "eleves", "student", "students", "pupil", "pupils"), Profile.STUDENT),
    **dict.fromkeys(("parent", "parents", "relative", "relatives"), Profile.RELATIVE),
    **dict.fromkeys(("enseignant", "enseignants", "enseignante", "teacher", "teachers"), Profile.TEACHER),
    **dict.fromkeys(("personnel", "personnels", "staff"), Profile.PERSONNEL),
    **dict.fromkeys(("invite", "invites", "guest", "guests"), Profile.GUEST),
}
#: words that may stand beside a day
_AROUND = frozenset({"le", "du", "au", "a", "partir", "de", "des", "jusqu", "the", "on", "from", "to", "until"})
_BETWEEN = frozenset({"et", "and", "les", "aux", "the"})


@dataclass(frozen=True, slots=True)
class Announcing:
    """When announcements are brought to chats, and how long they may be."""

    from_hour: int = 8
    to_hour: int = 20
    text_limit: int = 600
    languages: int = 4

    def opens(self, moment: datetime) -> datetime:
        """That moment where announcements may be brought then, else the next one at which they may; in UTC."""
        local = moment.astimezone(ZONE)
        if local.hour < self.from_hour:
            return self._on(local.date())
        if local.hour >= self.to_hour:
            return self._on(local.date() + timedelta(days=1))
        return moment

    def tomorrow(self, moment: datetime) -> datetime:
        """When announcements may be brought again on the day after."""
        return self._on(moment.astimezone(ZONE).date() + timedelta(days=1))

    def _on(self, day: date) -> datetime:
        return datetime.combine(day, time(self.from_hour), ZONE).astimezone(UTC)


def read_announcing(table: Mapping[str, Any]) -> Announcing:
    """The operator's table; raises `ValueError` for hours that are none, or texts that do not fit into a message."""
    made = Announcing(**table)
    if not 0 <= made.from_hour < made.to_hour <= 24:
        raise ValueError("announcements.toml: from_hour must come before to_hour, both from 0 to 24")
    if made.text_limit < 1 or made.languages < 1 or made.text_limit * made.languages > TEXTS:
        raise ValueError(f"announcements.toml: text_limit times languages must be from 1 to {TEXTS}")
    return made


def stage(typed: str) -> str:
    """The stage that was typed: empty for all; refused where it is none."""
    said = " ".join(words(typed))
    if said and said not in _STAGES:
        raise Refusal("flash-stage", typed=typed)
    return _STAGES.get(said, "")


def profiles(typed: str) -> list[Profile]:
    """The profiles that were typed, in the order of the ENT's; refused where a word is none."""
    said = [word for word in words(typed.replace(",", " ")) if word not in _BETWEEN]
    if unknown := [word for word in said if word not in _PROFILES]:
        raise Refusal("unknown-profile", name=unknown[0])
    if not said:
        raise Refusal("flash-profiles")
    return [one for one in Profile if one in {_PROFILES[word] for word in said}]


def title(typed: str) -> str:
    """The title that was typed, on one line; refused where it is empty or too long."""
    said = " ".join(typed.split())
    if not said:
        raise Refusal("text-needed")
    if len(said) > TITLE:
        raise Refusal("flash-title-long", limit=TITLE)
    return said


def text(typed: str, limit: int) -> str:
    """The text that was typed, without empty lines; refused where it is empty or too long."""
    said = "\n".join(line for line in (" ".join(part.split()) for part in typed.splitlines()) if line)
    if not said:
        raise Refusal("text-needed")
    if len(said) > limit:
        raise Refusal("flash-text-long", limit=limit)
    return said


def days(typed: str, today: date) -> list[date]:
    """The one or two days that were typed; refused where they cannot be read, or are past."""
    found, rest = dates.days_in(typed, today)
    if not found or not set(rest.split()) <= _AROUND:
        raise Refusal("flash-day-unread")
    return found


def check_days(starts: date, ends: date | None, today: date) -> None:
    """Refused where the first day is past, or the last one before it or too far off."""
    if starts < today:
        raise Refusal("dates-past")
    if ends is not None and ends < starts:
        raise Refusal("flash-days-reversed", earliest=f"{starts:%d/%m/%Y}")
    if ends is not None and ends - starts > LONGEST:
        raise Refusal("flash-days-long", days=LONGEST.days)


def beside(
    listed: Sequence[Announced], but: str, starts: date, ends: date, profiles: Collection[Profile], now: datetime
) -> list[str]:
    """The titles of those that some of the same people see on some of these days, except the one `but`."""
    return [
        one.said.title
        for one in listed
        if one.id != but
        and one.stage(now) != "over"
        and one.said.starts <= ends
        and starts <= one.said.ends
        and (one.further or one.said.profiles & set(profiles))
    ]
