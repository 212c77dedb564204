"""Announcements of schools (flash messages): banners that people see when they enter the ENT."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.terms.people import Profile

COLORS = ("red", "orange", "green", "blue", "grey-dark")  #: of banners, as the ENT's console offers them
TITLE = 200  #: characters of a title
_ZONE = ZoneInfo("Europe/Paris")
_LAST = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What is announced, to whom, and for how long."""

    title: str  #: for those who manage it: nobody else sees it
    texts: Mapping[str, str]  #: without markup, by language
    starts: date
    ends: date  #: the last day: it is shown until midnight
    profiles: frozenset[Profile]
    color: str = COLORS[0]  #: one of `COLORS`, or `#rrggbb`
    signature: str = ""  #: below the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """An announcement as the ENT has it."""

    id: str
    school: str  #: whose it is; a school also sees those of the structures above it, which only these change
    said: Announcement
    author: str = ""
    views: int = 0
    starts_at: datetime
    ends_at: datetime  #: earlier than the last day's midnight where it was ended before
    created_at: datetime | None = None
    further: bool = False  #: whether it also goes to people that no profile names

    def stage(self, now: datetime) -> str:
        """`coming`, `running` or `over`."""
        return "coming" if now < self.starts_at else "running" if now < self.ends_at else "over"

    def may_be(self, wanted: Announcement, since: datetime) -> bool:
        """Whether it may be the one that was asked for at that moment: alike, and made since."""
        mine, theirs = self.said, wanted
        alike = (mine.title, mine.starts, mine.ends, mine.profiles) == (
            *(theirs.title, theirs.starts, theirs.ends, theirs.profiles),
        )
        made_since = self.created_at is None or self.created_at >= since
        return alike and dict(mine.texts) == dict(theirs.texts) and made_since


def begins_at(day: date) -> datetime:
    """The first moment of that day at the schools, in UTC."""
    return datetime.combine(day, time(), _ZONE).astimezone(UTC)


def ends_at(day: date) -> datetime:
    """The last millisecond of that day at the schools, in UTC."""
    return begins_at(day + timedelta(days=1)) - _LAST


def day_of(moment: datetime) -> date:
    """The day that it is at the schools at that moment."""
    return moment.astimezone(_ZONE).date()


@dataclass(frozen=True, slots=True)
class Alert:
    """How people are told, beside the banner, that there is a new announcement."""

    mail: bool = False
    mobile: bool = False
