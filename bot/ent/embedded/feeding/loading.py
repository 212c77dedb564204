"""Reads what a feed needs of one place: its classes, its people, and those elsewhere whom its files may mean.

Everything is read by sets, so that the number of statements does not grow with the files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select, text

from bot.ent.creation import MANUAL
from bot.ent.embedded.feeding.keys import pupil_key
from bot.ent.embedded.feeding.known import BROUGHT, Brought, Known
from bot.ent.embedded.feeding.waiting import Waiting
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.traits import sort_name
from bot.terms import Kind, Profile
from bot.terms.feed import AdultRecord, SchoolFeed, StaffRecord

_BATCH = 5000  # values in one statement
_STRUCTURES = ENT.tables["ent_structures"]
_ACCOUNTS = ENT.tables["ent_accounts"]
_ATTACHMENTS = ENT.tables["ent_attachments"]
_REMOVALS = ENT.tables["ent_removals"]
_FAMILIES = ENT.tables["ent_families"]
_FED = ENT.tables["ent_fed"]
_HOLDERS = ENT.tables["ent_functions"]
_PAIRS = ENT.tables["ent_duplicates"]
_TOLD_APART = ENT.tables["ent_dissociated"]
_SEARCH = ENT.tables["ent_search"]
_IDS: Any = bindparam("ids", expanding=True)
_PLACE = select(_STRUCTURES).where(
    or_(_STRUCTURES.c.uai == bindparam("place"), _STRUCTURES.c.id == bindparam("place"))
)
_CLASSES = select(_STRUCTURES).where(
    _STRUCTURES.c.parent == bindparam("place"), _STRUCTURES.c.kind == Kind.CLASS.value
)
_HERE = select(_ATTACHMENTS.c.account).where(_ATTACHMENTS.c.structure.in_(_IDS)).distinct()
_SAID_HERE = select(_FED.c.account).where(_FED.c.place == bindparam("place"))
_RELATIVES = select(_FAMILIES.c.relative).where(_FAMILIES.c.student.in_(_IDS)).distinct()
_PUPILS = select(_FAMILIES.c.student).where(_FAMILIES.c.relative.in_(_IDS)).distinct()
_BY_INE = select(_ACCOUNTS.c.id).where(_ACCOUNTS.c.ine.in_(_IDS))
_BY_KEY = select(_FED.c.account).where(_FED.c.name_key.in_(_IDS)).distinct()
_BY_NAME = select(_SEARCH.c.account).where(
    _SEARCH.c.sort_name.in_(_IDS), _SEARCH.c.profile.in_([p.value for p in Profile if p is not Profile.STUDENT])
)
_COLUMNS = ("id", "first_name", "last_name", "source", "email", "birth_date", "ine", "missing_since", "deleted_at")
_FURTHER = ("profile", "activated", "created_at")
_ROWS = select(*(_ACCOUNTS.c[name] for name in (*_COLUMNS, *_FURTHER))).where(_ACCOUNTS.c.id.in_(_IDS))
_ATTACHED = select(_ATTACHMENTS).where(_ATTACHMENTS.c.account.in_(_IDS))
_REMOVED = select(_REMOVALS).where(_REMOVALS.c.account.in_(_IDS))
_CHILDREN = select(_FAMILIES).where(_FAMILIES.c.relative.in_(_IDS))
_BROUGHT = select(_FED).where(_FED.c.account.in_(_IDS))
_HELD = select(ENT.tables["ent_held"]).where(ENT.tables["ent_held"].c.place == bindparam("place"))
_AWAITED = select(ENT.tables["ent_awaited"]).where(ENT.tables["ent_awaited"].c.place == bindparam("place"))
_FUNCTIONS = select(_HOLDERS).where(_HOLDERS.c.account.in_(_IDS)).order_by(_HOLDERS.c.function)
_SETTLED = [select(pairs).where(pairs.c.account.in_(_IDS)) for pairs in (_PAIRS, _TOLD_APART)]
_BORN = (
    select(_FED.c.account, _FED.c.name_key, _ACCOUNTS.c.birth_date)
    .join(_ACCOUNTS, _ACCOUNTS.c.id == _FED.c.account)
    .where(_FED.c.name_key.in_(_IDS), _ACCOUNTS.c.profile == Profile.STUDENT.value)
)
_BORN_BY_HAND = (
    select(_ACCOUNTS)
    .join(_SEARCH, _ACCOUNTS.c.id == _SEARCH.c.account)
    .where(_SEARCH.c.sort_name.in_(_IDS), _SEARCH.c.profile == Profile.STUDENT.value, _ACCOUNTS.c.source == MANUAL)
)
_CROWDS = (
    select(_STRUCTURES.c.parent, func.count(_ATTACHMENTS.c.account.distinct()).label("pupils"))
    .join(_ATTACHMENTS, _ATTACHMENTS.c.structure == _STRUCTURES.c.id)
    .join(_ACCOUNTS, _ACCOUNTS.c.id == _ATTACHMENTS.c.account)
    .where(_STRUCTURES.c.parent.in_(_IDS), _ATTACHMENTS.c.fed, _ACCOUNTS.c.profile == Profile.STUDENT.value)
    .group_by(_STRUCTURES.c.parent)
)
_NAMED = select(_STRUCTURES).where(_STRUCTURES.c.id.in_(_IDS))


@dataclass(slots=True)
class Class:
    """A class of the school; `was` is its row before this feed, None for a new one."""

    id: str
    name: str
    onde_id: str = ""
    was: tuple[str, str] | None = None  #: name and ONDE's number


@dataclass(slots=True)
class Place:
    """A school, or another structure, and everybody its files may mean."""

    id: str
    name: str
    kind: Kind
    classes: dict[str, Class] = field(default_factory=dict)
    people: dict[str, Known] = field(default_factory=dict)
    elsewhere: dict[str, tuple[str, str]] = field(default_factory=dict)  #: other classes: their name and their school
    schools: dict[str, str] = field(default_factory=dict)  #: names of those schools
    functions: dict[str, str] = field(default_factory=dict)  #: by account, what it does somewhere: « director »
    heads: set[str] = field(default_factory=set)  #: accounts of those who are its director
    codes: dict[str, str] = field(default_factory=dict)  #: and their UAIs
    crowds: dict[str, int] = field(default_factory=dict)  #: how many pupils each other school of its people has
    born: dict[str, set[str]] = field(default_factory=dict)  #: accounts of all places by names and birth date
    doubles: set[tuple[str, str]] = field(
        default_factory=set
    )  #: pairs noted, or told apart, before; in both directions

    def is_here(self, known: Known) -> bool:
        """Whether somebody is attached to the place or to one of its classes."""
        return any(one == self.id or one in self.classes for one in known.attached)

    def home(self, known: Known) -> str:
        """The school that the feed attached a pupil to; empty for none."""
        for one, fed in known.attached.items():
            if fed:
                return self.id if one in self.classes else self.elsewhere.get(one, ("", one))[1]
        return ""

    def called(self, structure: str) -> str:
        """The name of the place, of one of its classes, or of a structure that one of its people is attached to."""
        if structure == self.id:
            return self.name
        if structure in self.classes:
            return self.classes[structure].name
        return self.elsewhere.get(structure, ("", ""))[0]

    def of(self, *profiles: Profile) -> Iterator[Known]:
        """The people of those profiles, here or elsewhere."""
        return (one for one in self.people.values() if one.profile in profiles)


def load(connection: Connection, feed: SchoolFeed, now: datetime) -> Place | None:
    """The place that a feed is for; None if it is not known, or if several have that code."""
    found = connection.execute(_PLACE, {"place": feed.place}).all()
    if len(found) != 1 or found[0].kind == Kind.CLASS.value:
        return None
    place = Place(found[0].id, found[0].name, Kind(found[0].kind))
    for row in connection.execute(_CLASSES, {"place": place.id}):
        place.classes[row.id] = Class(row.id, row.name, row.onde_id, (row.name, row.onde_id))
    ids = set(_values(connection, _HERE, [place.id, *place.classes]))
    ids |= set(connection.execute(_SAID_HERE, {"place": place.id}).scalars())
    ids |= set(_values(connection, _BY_INE, {one.ine for one in feed.pupils if one.ine}))
    ids |= set(_values(connection, _RELATIVES, ids))
    grown: tuple[AdultRecord | StaffRecord, ...] = (*feed.adults, *feed.staff)
    ids |= set(_values(connection, _BY_KEY, {_key(one) for one in grown}))
    ids |= set(_values(connection, _BY_NAME, {sort_name(one.first_name, one.last_name) for one in grown}))
    ids |= set(_values(connection, _PUPILS, ids))
    for known in _people(connection, ids, now):
        known.remember()
        place.people[known.id] = known
    _name_elsewhere(connection, place)
    for row in _rows(connection, _FUNCTIONS, ids):
        place.functions[row.account] = row.function
        if row.structure == place.id and row.function == "director":
            place.heads.add(row.account)
    _load_doubles(connection, place, feed)
    return place


def _load_doubles(connection: Connection, place: Place, feed: SchoolFeed) -> None:
    """Loads who may be one of the pupils of the files, wherever they are; which pairs are noted, or told apart."""
    names = {Brought(one.last_name, one.first_name).key for one in feed.pupils}
    for row in _rows(connection, _BORN, names):
        place.born.setdefault(f"{row.name_key}|{row.birth_date or ''}", set()).add(row.account)
    alike = {sort_name(one.first_name, one.last_name) for one in feed.pupils}
    for row in _rows(connection, _BORN_BY_HAND, alike):
        key = pupil_key(row.last_name, row.first_name, row.birth_date)
        place.born.setdefault(key, set()).add(row.id)
    ids = place.people.keys() | {one for several in place.born.values() for one in several}
    place.doubles = {(row.account, row.other) for pairs in _SETTLED for row in _rows(connection, pairs, ids)}


def load_waiting(connection: Connection, place: str) -> tuple[dict[str, Waiting], dict[str, list[Waiting]]]:
    """The pupils held in a place, by key; and by relative the children they are not tied to yet there."""
    held = {row.key: _waiting(row) for row in connection.execute(_HELD, {"place": place})}
    awaited: dict[str, list[Waiting]] = {}
    for row in connection.execute(_AWAITED.order_by(text("relative"), text("key")), {"place": place}):
        awaited.setdefault(row.relative, []).append(_waiting(row))
    return held, awaited


def _waiting(row: Any) -> Waiting:
    return Waiting(*(getattr(row, one.name) for one in fields(Waiting)))


def _key(record: AdultRecord | StaffRecord) -> str:
    return Brought(record.last_name, record.first_name).key


def _people(connection: Connection, ids: Collection[str], now: datetime) -> Iterable[Known]:
    people = dict[str, Known]()
    for row in _rows(connection, _ROWS, ids):
        values = {name: getattr(row, name) for name in _COLUMNS}
        fresh = row.created_at == now and not row.activated
        people[row.id] = Known(**values, profile=Profile(row.profile), fresh=fresh)
    for row in _rows(connection, _ATTACHED, ids):
        people[row.account].attached[row.structure] = row.fed
    for row in _rows(connection, _REMOVED, ids):
        people[row.account].removed.add(row.structure)
    for row in _rows(connection, _CHILDREN, ids):
        people[row.relative].children[row.student] = row.fed
    for row in _rows(connection, _BROUGHT, ids):
        people[row.account].brought[row.place] = Brought(*(getattr(row, name) for name in BROUGHT))
    return people.values()


def _name_elsewhere(connection: Connection, place: Place) -> None:
    attached = {one for known in place.people.values() for one in known.attached}
    others = attached - {place.id} - place.classes.keys()
    for row in _rows(connection, _NAMED, others):
        place.elsewhere[row.id] = row.name, row.parent if row.kind == Kind.CLASS.value else row.id
    for row in _rows(connection, _NAMED, {school for _, school in place.elsewhere.values()}):
        place.schools[row.id], place.codes[row.id] = row.name, row.uai
    place.crowds = {row.parent: row.pupils for row in _rows(connection, _CROWDS, place.schools.keys())}


def _values(connection: Connection, statement: Any, values: Collection[str]) -> Iterator[str]:
    return (row[0] for row in _rows(connection, statement, values))


def _rows(connection: Connection, statement: Any, values: Collection[str]) -> Iterator[Any]:
    ordered = sorted(values)
    for start in range(0, len(ordered), _BATCH):
        yield from connection.execute(statement, {"ids": ordered[start : start + _BATCH]}).all()
