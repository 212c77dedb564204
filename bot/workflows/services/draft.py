"""What the screen of a school's services shows, and what is to be changed, so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.ent.services import Service, ServiceKind
from bot.terms import Profile, Refusal
from bot.workflows.rules.services import addresses
from bot.workflows.rules.services.addresses import Address

#: the profiles, in the order of their buttons
PROFILES = (Profile.STUDENT, Profile.RELATIVE, Profile.TEACHER, Profile.PERSONNEL, Profile.GUEST)


class Task(StrEnum):
    """What is done to a service."""

    GIVE = "give_service"  #: give it to profiles, and withdraw it from others
    CREATE = "create_link"
    CHANGE = "change_link"
    WITHDRAW = "withdraw_link"


@dataclass(slots=True)
class Shown:
    """A service as the screen shows it."""

    id: str
    kind: str
    name: str
    address: str
    profiles: list[str]
    locked: bool
    inherited: bool  #: whether a structure above the school made it, which alone changes it

    @property
    def open(self) -> bool:
        """Whether the school says who has it."""
        return not (self.locked or self.inherited)

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that the sentences use."""
        lock = "inherited" if self.inherited else "locked" if self.locked else "open"
        return {
            "service_kind": self.kind,
            "name": self.name,
            "address": self.address,
            "profiles": self.profiles,
            "lock": lock,
        }


@dataclass(slots=True)
class Draft:
    """Which school it is, what it has, and what is to be changed."""

    typed: str = ""  #: what was typed after the command and is not read yet
    schools: dict[str, str] = field(default_factory=dict)  #: those to choose from: name by identifier
    school: str = ""
    known: bool = False  #: whether the ENT has said what the school has
    services: list[Shown] = field(default_factory=list)
    kind: str = ServiceKind.APPLICATION.value  #: the kind that is listed
    page: int = 0
    service: str = ""  #: the identifier of the service that is looked at; empty for a new link
    task: str = ""  #: a `Task`, once one is begun
    chosen: list[str] = field(default_factory=list)  #: the profiles that are to have it
    name: str = ""  #: of the link that is made or changed
    address: str = ""
    completed: bool = False  #: as in `Address`, of this one
    plain: bool = False
    keyed: bool = False
    sure: bool = False

    @property
    def place(self) -> str:
        """The name of the school."""
        return self.schools.get(self.school, "")

    @property
    def one(self) -> Shown:
        """The service that is looked at; refused where there is none."""
        found = next((one for one in self.services if one.id == self.service), None)
        if found is None:
            raise Refusal("old-button")
        return found

    @property
    def listed(self) -> list[Shown]:
        """The services of the kind that is listed."""
        return [one for one in self.services if one.kind == self.kind]

    @property
    def writes(self) -> bool:
        """Whether a link is being made or changed."""
        return self.task in (Task.CREATE, Task.CHANGE)

    @property
    def given(self) -> list[str]:
        """The profiles that are to have it and do not yet."""
        return [one for one in self.chosen if one not in self.one.profiles]

    @property
    def taken(self) -> list[str]:
        """The profiles that have it and are not to."""
        return [one for one in self.one.profiles if one not in self.chosen]

    @property
    def told(self) -> dict[str, Any]:
        """The facts of the link that is made or changed."""
        warnings = {"completed": self.completed, "plain": self.plain, "keyed": self.keyed}
        return {"name": self.name, "address": self.address, "place": self.place, **warnings}

    def look_at(self, service: str) -> None:
        """Goes on with the card of that service."""
        self.service, self.task = service, ""
        self.kind, self.chosen = self.one.kind, [*self.one.profiles]

    def begin_link(self) -> None:
        """Goes on with a new link, of which nothing is known yet."""
        self.task, self.service, self.kind, self.chosen = Task.CREATE, "", ServiceKind.LINK.value, []
        self.name = self.address = ""

    def lead_to(self, typed: str) -> None:
        """Takes an address; refused as `addresses.read` is."""
        self._lead(addresses.read(typed))

    def _lead(self, read: Address) -> None:
        self.address, self.completed, self.plain, self.keyed = read.url, read.completed, read.plain, read.keyed

    def toggle(self, profile: str) -> None:
        """Chooses a profile, or leaves out one that was chosen."""
        known = [one.value for one in PROFILES]
        if profile not in known:
            raise Refusal("old-button")
        chosen = {*self.chosen} ^ {profile}
        self.chosen = [one for one in known if one in chosen]


def shown(services: Sequence[Service], school: str) -> list[Shown]:
    """The services as the screen of that school shows them."""
    return [
        Shown(
            one.id,
            one.kind.value,
            one.name,
            one.address,
            [profile.value for profile in PROFILES if profile in one.profiles],
            one.locked,
            one.inherited(school),
        )
        for one in services
    ]
