"""What was said so far of an announcement that is to go online, or to be changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.terms import Profile
from bot.terms.announcements import Announced, Announcement
from bot.workflows.rules import announcements as rules

MAIN = "fr"  #: the language in which every announcement is written
LANGUAGES = ("en", "es", "pt", "ar", "tr", "uk")  #: those that families of the schools read, too


@dataclass(slots=True)
class Plan:
    """The announcement under way; `entry` is the one in the ENT that it changes, or empty."""

    school: str = ""
    schools: dict[str, str] = field(default_factory=dict)  #: those that may announce: name by identifier
    entry: str = ""
    title: str = ""
    starts: date | None = None
    ends: date | None = None
    began: date | None = None  #: the first day of the one that it changes, which may be past
    shown: date | None = None  #: the month that the calendar shows, by its first day
    profiles: list[str] = field(default_factory=list)
    chosen: bool = False  #: whether the profiles are all chosen
    texts: dict[str, str] = field(default_factory=dict)
    language: str = MAIN  #: in which the next text is written
    color: str = ""
    alerts: list[str] | None = None  #: `mail` and `mobile`, how else people are told; None while that is open
    mark: str = ""  #: of what was counted: who, and when
    people: int = 0  #: accounts that it is for
    linked: int = 0  #: chats that it is brought to
    brings: bool = False  #: whether it is brought to chats at all
    beside: list[str] = field(default_factory=list)  #: the titles of those that run at the same time
    sure: bool = False

    @property
    def place(self) -> str:
        """The name of the school."""
        return self.schools.get(self.school, "")

    @property
    def said(self) -> Announcement:
        """The announcement as it stands; every question must be answered."""
        assert self.starts is not None
        assert self.ends is not None
        return Announcement(
            title=self.title,
            texts=dict(self.texts),
            starts=self.starts,
            ends=self.ends,
            profiles=frozenset(Profile(one) for one in self.profiles),
            color=self.color,
            signature=self.place,
        )

    @property
    def complete(self) -> bool:
        """Whether all is said but the confirmation."""
        return bool(
            self.school
            and self.title
            and self.starts
            and self.ends
            and self.chosen
            and self.language in self.texts
            and self.color
        )

    @property
    def counted(self) -> str:
        """A mark of what the counts depend on."""
        return f"{self.school}:{self.starts}:{self.ends}:{','.join(sorted(self.profiles))}"

    @property
    def facts(self) -> Mapping[str, Any]:
        """What its questions say of it."""
        return {
            "title": self.title,
            "place": self.place,
            "starts": self.starts.isoformat() if self.starts else "",
            "ends": self.ends.isoformat() if self.ends else "",
            "profiles": list(self.profiles),
            "texts": dict(self.texts),
            "language": self.language,
            "color": self.color,
            "alerts": list(self.alerts or ()),
            "people": self.people,
            "linked": self.linked,
            "brings": self.brings,
            "beside": list(self.beside),
            "crowded": len(self.beside) >= rules.FEW,
            "changes": bool(self.entry),
        }


def of(school: str, place: str, one: Announced, entry: str) -> Plan:
    """The plan that changes that announcement, or without an `entry`, begins a copy of it: on other days."""
    said = one.said
    plan = Plan(
        school=school,
        schools={school: place},
        entry=entry,
        title=said.title,
        profiles=[profile.value for profile in Profile if profile in said.profiles],
        chosen=bool(said.profiles),
        texts=dict(said.texts),
        color=said.color,
    )
    plan.language = MAIN if MAIN in plan.texts else next(iter(plan.texts), MAIN)
    if entry:
        plan.starts = plan.began = said.starts
        plan.ends, plan.alerts = said.ends, []
    return plan
