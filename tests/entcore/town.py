"""The data of the stand-in server: the demo's people, as a real ENT stores them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
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
    beside: list[str] = field(default_factory=list)  #: further structures above it: the space of its town
    classes: dict[str, str] = field(default_factory=dict)
    teaching: dict[str, str] = field(default_factory=dict)  #: its teaching groups: name by identifier


@dataclass
class Manual:
    """A manual group; `users` are the identifiers of its members, `rule` what the server calls its `users`."""

    id: str
    place: str
    name: str
    users: list[str] = field(default_factory=list)
    rule: str | None = "BOTH"
    fixed: bool = False  #: `lockDelete`
    composed: bool = False  #: `lockCompose`
    tied: bool = False  #: whether rules lead to it and from it, so that the server keeps its `users`
    made_by: str | None = None
    made_at: int | None = None


@dataclass
class Offered:
    """An application, a link, a connector or a widget; `groups` are those that have it."""

    id: str
    kind: str
    name: str
    shown: str = ""
    address: str = ""
    owner: str | None = None  #: the structure that made it; None where the platform brings it
    inherits: bool = False
    locked: bool = False
    scope: str = ""  #: of a connector: what it may ask of whom it signs in
    second: bool = False  #: whether only the second degree has it
    groups: set[str] = field(default_factory=set)

    @property
    def right(self) -> str:
        """The identifier by which groups have it: its role's, or a widget's or an application's own."""
        return f"role:{self.id}" if self.owner else self.id


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
        self.manual: dict[str, Manual] = {}  #: the manual groups by identifier
        self.links: set[tuple[str, str]] | None = None  #: which group may write to which; None before it is asked
        self.rules: dict[str, str | None] = {}  #: the `users` of other groups, where it is not as usual
        self.reports: list[dict[str, Any]] = []
        self.traces: list[dict[str, Any]] = []
        self.services: dict[str, Offered] = {}
        self.mail: list[dict[str, Any]] = []  #: the messages sent, each with `to`, `from`, `subject` and `body`
        #: what its application of statistics counted; None where it has none
        self.figures: dict[str, list[dict[str, Any]]] | None = {"visits": [], "accesses": []}
        self.flashes: list[dict[str, Any]] = []  #: the flash messages
        self.alerts: list[dict[str, Any]] = []  #: what people were told of them in other ways
        self.templateless: set[str] = set()  #: the types of publications without a registered template
        self._codes = itertools.count(1000)
        for row in demo._structures():
            if row.kind != Kind.CLASS:
                self.places[row.id] = Place(row.id, row.name, row.parent, row.uai, row.town)
            elif row.parent:
                self.places[row.parent].classes[row.id] = row.name
        for group in demo._WORLD["groups"]:
            self.manual[group["id"]] = Manual(group["id"], group["school"], group["name"])
        for group in demo._WORLD["teaching_groups"]:
            self.places[group["school"]].teaching[group["id"]] = group["name"]
        for row in demo._WORLD["services"]:
            self.offer(Offered(row["id"], row["kind"], row["name"]), row)
        for person in demo._WORLD["people"]:
            self.settle(demo._enrolment(person, datetime.now(UTC)))
        for user in self.users.values():
            for child in user.children:
                user.structures += [s for s in self.users[child].structures if s not in user.structures]
                user.classes += self.users[child].classes
            for other in user.duplicates:
                if user.id not in self.users[other].duplicates:
                    self.users[other].duplicates.append(user.id)
        self.users["bot"] = User("bot", BOT, "Assistance", "Palier", "Personnel", password=PASSWORD)
        self.users["bot"].scope = list(self.places)

    def offer(self, made: Offered, row: Mapping[str, Any]) -> None:
        """Adds a service as a row of the demo's file tells it, with the groups of each school that has it."""
        made.shown, made.address, made.owner = row["name"], row.get("address", ""), row.get("owner")
        made.inherits, made.locked = row.get("inherits", False), row.get("locked", False)
        made.scope = "userinfo" if made.kind == "connector" else ""
        made.groups = {f"{one['school']}-{one['profile'].capitalize()}-1700000000000" for one in demo._holders(row)}
        self.services[made.id] = made

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

    def grouped(self, user: str) -> list[Manual]:
        """The manual groups that the account is in."""
        return [group for group in self.manual.values() if user in group.users]

    def settle(self, person: Enrolment) -> None:
        """Adds an account like that one."""
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
        for group in person.groups:
            self.manual[group].users.append(person.id)
        user.code, user.blocked = None if person.activated else self.code(), person.blocked
        user.created, user.last_login = person.created_at, person.last_login
        user.missing, user.deleted = person.missing_since, person.deleted_at
        user.federated, user.born = person.federated, person.birth_date
        self.add(user)
