"""The data of the stand-in server: the demo's people, as a real ENT stores them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

from bot.ent.embedded import demo
from bot.ent.embedded.enrolment import Enrolment
from bot.terms import Kind

BOT, PASSWORD = "palier.ent", "mot-de-passe-de-service"
_ALPHABET = "abcdefghjkmnprstvwxyz3456789"


@dataclass
class Place:
    """A structure; `classes` maps the identifiers of its classes to their names."""

    id: str
    name: str
    parent: str | None
    uai: str = ""
    town: str = ""
    classes: dict[str, str] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    teaching: dict[str, str] = field(default_factory=dict)  #: its teaching groups: name by identifier


@dataclass
class User:
    """An account, with what the server shows nobody: password and renewal code."""

    id: str
    login: str
    first: str
    last: str
    type: str
    structures: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    scope: list[str] | None = None  #: the structures where it is local administrator; None if it is not one
    directs: bool = False
    children: list[str] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)  #: accounts that are no duplicates of it, somebody said
    groups: list[str] = field(default_factory=list)
    teaching: list[str] = field(default_factory=list)  #: identifiers of teaching groups
    alias: str | None = None
    email: str | None = None
    source: str = "AAF1D"
    code: str | None = None  #: its activation code; None once it is activated
    federated: bool = False
    born: date | None = None
    visible: bool = False  #: whether the bot may write to it, though it is out of scope
    unlisted: bool = False  #: whether the lists leave it out, as those of some platforms do with pre-deleted accounts
    blocked: bool = False
    password: str | None = None
    renewal: str | None = None
    created: datetime | None = None
    last_login: datetime | None = None
    missing: datetime | None = None
    deleted: datetime | None = None


class Town:
    """The structures and the accounts of the demo, and the bot's own account, which administers them all."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.users: dict[str, User] = {}
        self.reports: list[dict[str, Any]] = []
        self.traces: list[dict[str, Any]] = []
        self.mail: list[dict[str, Any]] = []  #: the messages sent, each with `to`, `from`, `subject` and `body`
        self.flashes: list[dict[str, Any]] = []  #: the flash messages
        self.alerts: list[dict[str, Any]] = []  #: what people were told of them in other ways
        self.templateless: set[str] = set()  #: the types of publications without a registered template
        self._codes = itertools.count(1000)
        for row in demo._structures():
            if row.kind != Kind.CLASS:
                self.places[row.id] = Place(row.id, row.name, row.parent, row.uai, row.town)
            elif row.parent:
                self.places[row.parent].classes[row.id] = row.name
        groups = {row["id"]: row for row in demo._WORLD["groups"]}
        for group in groups.values():
            self.places[group["school"]].groups.add(group["name"])
        for group in demo._WORLD["teaching_groups"]:
            self.places[group["school"]].teaching[group["id"]] = group["name"]
        for person in demo._WORLD["people"]:
            self.settle(demo._enrolment(person, datetime.now(UTC)), groups)
        for user in self.users.values():
            for child in user.children:
                user.structures += [s for s in self.users[child].structures if s not in user.structures]
                user.classes += self.users[child].classes
            for other in user.duplicates:
                if user.id not in self.users[other].duplicates:
                    self.users[other].duplicates.append(user.id)
        self.users["bot"] = User("bot", BOT, "Assistance", "Palier", "Personnel", password=PASSWORD)
        self.users["bot"].scope = list(self.places)

    def below(self, place: str) -> list[str]:
        """The structure and all below it."""
        found = [place]
        for one in found:
            found += [other.id for other in self.places.values() if other.parent == one]
        return found

    def above(self, place: str) -> list[str]:
        """The structures above that one, the lowest first."""
        found: list[str] = []
        while (parent := self.places[found[-1] if found else place].parent) is not None:
            found.append(parent)
        return found

    def by_login(self, login: str) -> User | None:
        """The account with that login; aliases do not count. None if there is none."""
        return next((user for user in self.users.values() if user.login == login), None)

    def add(self, user: User) -> User:
        """Adds an account, and returns it."""
        self.users[user.id] = user
        return user

    def code(self) -> str:
        """A new code, different from all before."""
        number, letters = next(self._codes), []
        for _ in range(8):
            number, rest = divmod(number * 31 + 7, len(_ALPHABET))
            letters.append(_ALPHABET[rest])
        return "".join(letters)

    def crowd(self, place: str, count: int) -> None:
        """Adds so many pupils to a structure."""
        for number in range(count):
            self.add(User(f"pupil-{number}", f"eleve.{number}", f"Élève{number}", "Foule", "Student", [place]))

    def report(self, school: str, creator: str, html: str, reporters: dict[str, datetime], key: str = "") -> str:
        """Adds a reported publication; returns its identifier."""
        key = key or f"notification-{len(self.reports) + 1}"
        author = self.users[creator]
        self.reports.append(
            {
                "_id": key,
                "type": "BLOG",
                "event-type": "PUBLISH-POST",
                "resource": "blog-1",
                "sender": creator,
                "params": {"username": f"{author.first} {author.last}", "uri": "/userbook/annuaire"},
                "date": {"$date": min(reporters.values()).isoformat().replace("+00:00", "Z")},
                "created": {"$date": min(reporters.values()).isoformat().replace("+00:00", "Z")},
                "message": html,
                "reportedStructures": [school],
                "reporters": [self._reporter(who, at) for who, at in reporters.items()],
            }
        )
        return key

    def _reporter(self, who: str, at: datetime) -> dict[str, Any]:
        user = self.users[who]
        when = at.strftime("%Y-%m-%dT%H:%MZ")
        return {"userId": who, "firstName": user.first, "lastName": user.last, "date": when}

    def settle(self, person: Enrolment, groups: Mapping[str, Any] = MappingProxyType({})) -> None:
        """Adds an account like that one; `groups` are the known groups by identifier."""
        places = [*person.places, *(structure for _, structure in person.functions)]
        user = User(person.id, person.login, person.first_name, person.last_name, person.profile.value.capitalize())
        user.structures = list(dict.fromkeys(place.split("/")[0] for place in places))
        user.classes = [place for place in person.places if "/" in place]
        if person.functions:
            # The scope includes all structures below, as on the real server.
            user.scope = [below for _, structure in person.functions for below in self.below(structure)]
            user.directs = any(function == "director" for function, _ in person.functions)
        user.children, user.email, user.source = list(person.children), person.email or None, person.source
        user.duplicates = list(person.duplicates)
        user.groups = [groups[group]["name"] for group in person.groups]
        user.code, user.blocked = None if person.activated else self.code(), person.blocked
        user.created, user.last_login = person.created_at, person.last_login
        user.missing, user.deleted = person.missing_since, person.deleted_at
        user.federated, user.born = person.federated, person.birth_date
        self.add(user)
