"""The ENT's accounts, and people as the desk knows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.terms.structures import Kind, Role, Structure, here

ERASED = "[effacé]"
"""What stands in place of the name and the words of somebody who had their data erased."""
ERASED_ACCOUNT = "erased:"
"""How the account of such a person begins in the records: what follows leads to no account of the ENT."""

BY_HAND = frozenset({"MANUAL", "CLASS_PARAM"})
"""The sources of accounts that people made: administrators, or teachers in their class."""


class Profile(StrEnum):
    """The profiles of the ENT (guide, chapter 3.B)."""

    STUDENT = "student"
    RELATIVE = "relative"
    TEACHER = "teacher"
    PERSONNEL = "personnel"
    GUEST = "guest"


STAFF = (Profile.TEACHER, Profile.PERSONNEL)
"""The profiles of those who work in a school, and never a pupil, a relative or a guest."""


@dataclass(frozen=True, slots=True)
class Account:
    """What the ENT says of one of its accounts."""

    id: str
    login: str
    first_name: str
    last_name: str
    profile: Profile
    places: tuple[Structure, ...]  #: the schools (or higher structures) it is attached to
    roles: tuple[Role, ...] = ()
    children: tuple[str, ...] = ()  #: account ids, for a relative
    relatives: tuple[str, ...] = ()  #: account ids, for a pupil
    function: str = ""  #: director, adml, erun, danei, plateforme, vendor, or nothing
    email: str = ""
    classes: tuple[Structure, ...] = ()
    groups: tuple[str, ...] = ()  #: names of its manual groups
    source: str = ""  #: AAF1D, AAF, CSV, MANUAL and the like
    activated: bool = True
    blocked: bool = False
    duplicates: tuple[str, ...] = ()  #: account ids that may be the same person's
    missing_since: datetime | None = None  #: since when it is missing from the directory's data, before pre-deletion
    deleted_at: datetime | None = None  #: when it was pre-deleted; it is deleted for good 90 days later
    created_at: datetime | None = None
    last_login: datetime | None = None
    birth_date: date | None = None  #: None where the ENT does not tell it
    federated: bool = False  #: enters through ÉduConnect or the académie's portal, and so has no password here

    @property
    def by_hand(self) -> bool:
        """Whether people made it, so that no feed changes it, and it is changed in the ENT."""
        return self.source in BY_HAND

    @property
    def barred(self) -> str:
        """Why it cannot log in: "deleted" where it is pre-deleted, "blocked"; empty where it can."""
        return "deleted" if self.deleted_at is not None else "blocked" if self.blocked else ""

    @property
    def name(self) -> str:
        """First and last name, as the ENT shows them."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def administered(self) -> tuple[Structure, ...]:
        """Those of its schools that it administers, by a role in the school itself or above it."""
        return tuple(place for place in self.places if place.kind is Kind.SCHOOL and here(self.roles, place))


def tongue(language: str, profile: Profile) -> str:
    """The language in which somebody of that profile is spoken to: `fr-tu` for a pupil who reads French.

    French says *tu* to a child and *vous* to an adult; `texts` has the sentences that differ.
    """
    return "fr-tu" if language == "fr" and profile is Profile.STUDENT else language


@dataclass(slots=True)
class Person:
    """An ENT account as the desk knows it, linked to a Telegram account or not."""

    id: int
    account: str
    login: str
    name: str
    profile: Profile
    function: str
    places: tuple[Structure, ...]
    roles: tuple[Role, ...]
    telegram_id: int | None
    language: str  #: the one they chose; sentences are worded in `tongue`
    charter: int  #: the version accepted, 0 for none
    reachable: bool
    speaking: bool  #: whether it is the one that speaks, among the accounts of one Telegram account
    seen_at: datetime  #: when the ENT last said what it knows of this account
    missed_since: datetime | None = None  #: since when messages may not have arrived, until they are told what waits
    barred: str = ""  #: why the account cannot log in: "blocked", or "deleted" where it is pre-deleted; else empty
    barred_at: datetime | None = None  #: when the desk learned so
    tried_at: datetime | None = None  #: when the ENT was last asked about this account, whether it answered or not
    gone_at: datetime | None = None  #: when the ENT was first found to have no such account, until it has one again
    bot: int = 0  #: the bot that they have written to; 0 for the one that serves
    heard_at: datetime | None = None  #: when they were last found to be back
    lost_at: datetime | None = None  #: when they were last found unreachable
    waits: bool = False  #: whether somebody must say yes before they may write here, and nobody has

    @property
    def tongue(self) -> str:
        """The language in which this person is spoken to; `language` is only the one they chose."""
        return tongue(self.language, self.profile)

    def unmet(self, bot: int) -> bool:
        """Whether this person has not written to that bot yet, but to the one that served before it."""
        return bool(self.bot and bot) and self.bot != bot

    def reads(self, bot: int) -> bool:
        """Whether what that bot says reaches this person, as far as is known."""
        return self.telegram_id is not None and self.reachable and not self.unmet(bot)

    @property
    def doubts(self) -> bool:
        """Whether something may not have reached this person since they were last found to be back."""
        since, heard = self.missed_since, self.heard_at
        return since is not None and (heard is None or heard < since)

    @property
    def erased(self) -> bool:
        """Whether this person had their data erased: what is left tells nobody who they were."""
        return self.account.startswith(ERASED_ACCOUNT)

    @property
    def is_agent(self) -> bool:
        """Whether this account answers requests at any level."""
        return bool(self.roles)

    @property
    def hat(self) -> dict[str, Any]:
        """The facts that tell this account from the others of its owner: name, profile, function and place.

        The place is the first where it answers requests, else its first; `more_places` counts its other places.
        """
        at = {role.structure for role in self.roles}
        places = sorted(self.places, key=lambda place: place.id not in at)
        return {
            "name": self.name,
            "profile": self.profile.value,
            "function": self.function or self.profile.value,
            "place": places[0].name if places else "",
            "more_places": max(0, len(places) - 1),
        }
