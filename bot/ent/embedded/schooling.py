"""Generates schools, each with its classes, families and staff, and with the new structures above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from bot.ent.embedded.enrolment import Enrolment
from bot.ent.embedded.names import Names
from bot.ent.embedded.tables.structures import StructureRow
from bot.terms import Kind, Profile

TOP = "m-ode"
_RECTORAT = "m-academie"
_CLASSES = ("PS-MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "ULIS")
_SCHOOLS = 40  # in a circonscription
_CIRCONSCRIPTIONS = 12  # in a DSDEN
_YEAR = datetime(2026, 9, 1, 6, tzinfo=UTC)  # the first day of the school year
_NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
_ACTIVATED = {Profile.STUDENT: 0.85, Profile.RELATIVE: 0.7, Profile.TEACHER: 0.98, Profile.PERSONNEL: 0.9}
_WITH_MAIL = {Profile.STUDENT: 0.02, Profile.RELATIVE: 0.6, Profile.TEACHER: 1.0, Profile.PERSONNEL: 1.0}


@dataclass(slots=True)
class School:
    """The rows of one generated school, ordered so that each comes after the rows it refers to."""

    structures: list[StructureRow] = field(default_factory=list)
    groups: list[dict[str, str]] = field(default_factory=list)
    people: list[Enrolment] = field(default_factory=list)


def schools(random: Random) -> Iterator[School]:
    """Generates schools without end."""
    registry = _Registry(random)
    number = 0
    while True:
        yield registry.school(number)
        number += 1


class _Registry:
    """Draws names, identifiers and dates."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._names = Names(random)
        self._numbers = count(1)

    def school(self, number: int) -> School:
        """Generates the school of that number, counted from 0."""
        made = School()
        circonscription, id_, name = number // _SCHOOLS, f"m-ecole-{number}", self._name("École")
        if number % _SCHOOLS == 0:
            made.structures.extend(self._above(circonscription))
        made.structures.append(_structure(id_, f"m-circo-{circonscription}", Kind.SCHOOL, name, number))
        self._referents(made, number)
        groups = [f"{id_}/chorale", f"{id_}/conseil"]
        made.groups = [
            {"id": group, "school": id_, "name": name}
            for group, name in zip(groups, ("Chorale", "Conseil des élèves"), strict=True)
        ]
        made.people.append(self._person(Profile.TEACHER, functions=(("director", id_),)))
        made.people.append(self._person(Profile.PERSONNEL, places=(id_,)))
        for class_ in _CLASSES:
            place = f"{id_}/{class_}"
            made.structures.append(_structure(place, id_, Kind.CLASS, class_))
            made.people.append(self._person(Profile.TEACHER, places=(id_, place)))
        pupils = self._random.randint(22, 26) * len(_CLASSES)
        while pupils > 0:
            pupils -= self._family(made, id_, groups)
        return made

    def _above(self, circonscription: int) -> Iterator[StructureRow]:
        dsden = circonscription // _CIRCONSCRIPTIONS
        if circonscription == 0:
            yield _structure(TOP, None, Kind.VENDOR, "Open Digital Education")
            yield _structure(_RECTORAT, TOP, Kind.RECTORAT, "Académie des Trois-Vallées")
        if circonscription % _CIRCONSCRIPTIONS == 0:
            yield _structure(f"m-dsden-{dsden}", _RECTORAT, Kind.DSDEN, self._name("DSDEN de"))
        name = self._name("Circonscription de")
        yield _structure(f"m-circo-{circonscription}", f"m-dsden-{dsden}", Kind.CIRCONSCRIPTION, name)

    def _referents(self, made: School, number: int) -> None:
        """Adds the ERUN if the school is the first of its circonscription, the DANEI if the first of its DSDEN."""
        if number % _SCHOOLS == 0:
            erun = ("erun", f"m-circo-{number // _SCHOOLS}")
            made.people.append(self._person(Profile.PERSONNEL, functions=(erun,)))
        if number % (_SCHOOLS * _CIRCONSCRIPTIONS) == 0:
            danei = ("danei", f"m-dsden-{number // _SCHOOLS // _CIRCONSCRIPTIONS}")
            made.people.append(self._person(Profile.PERSONNEL, functions=(danei,)))

    def _family(self, made: School, school: str, groups: list[str]) -> int:
        """Adds a family of one to three children and one or two parents; returns the number of children."""
        draw, last = self._random.random, self._names.last()
        count = 1 if draw() < 0.6 else 2 if draw() < 0.8 else 3
        children = [self._child(school, last, groups) for _ in range(count)]
        made.people.extend(children)
        ids = tuple(child.id for child in children)
        for _ in range(2 if draw() < 0.6 else 1):
            name = last if draw() < 0.75 else self._names.last()
            source = "MANUAL" if draw() < 0.02 else "AAF1D"
            parent = self._person(Profile.RELATIVE, name, children=ids, source=source)
            made.people.append(parent)
            if draw() < 0.003:  # a duplicate account of that parent
                twice: dict[str, Any] = {"duplicates": (parent.id,), "first_name": parent.first_name}
                made.people.append(self._person(Profile.RELATIVE, name, children=ids, source="MANUAL", **twice))
        return count

    def _child(self, school: str, last: str, groups: list[str]) -> Enrolment:
        place = self._random.randrange(len(_CLASSES))
        joined = tuple(group for group in groups if self._random.random() < 0.06)
        born = _YEAR - timedelta(365.25 * (3.5 + place) + self._random.randrange(365))
        years = self._random.randint(0, place)
        return self._person(
            Profile.STUDENT,
            last,
            places=(f"{school}/{_CLASSES[place]}",),
            groups=joined,
            birth_date=born.date(),
            created_at=_YEAR - timedelta(365 * years - self._random.randrange(20)),
        )

    def _person(self, profile: Profile, last_name: str = "", first_name: str = "", **values: Any) -> Enrolment:
        draw, first, last = self._random.random, first_name or self._names.first(), last_name or self._names.last()
        login, years = self._names.login(first, last), self._random.randint(0, 6)
        activated = "functions" in values or draw() < _ACTIVATED[profile]
        ending = draw() if profile in (Profile.STUDENT, Profile.RELATIVE) else 1.0
        values.setdefault("created_at", _YEAR - timedelta(365 * years - self._random.randrange(60)))
        return Enrolment(
            id=f"m-{next(self._numbers):07}",
            login=login,
            first_name=first,
            last_name=last,
            profile=profile,
            email=f"{login}@example.org" if draw() < _WITH_MAIL[profile] else "",
            activated=activated,
            blocked=activated and profile is Profile.STUDENT and draw() < 0.003,
            last_login=_NOW - timedelta(days=60 * draw() ** 3) if activated else None,
            missing_since=_NOW - timedelta(self._random.randrange(1, 30)) if ending < 0.005 else None,
            deleted_at=_NOW - timedelta(self._random.randrange(1, 90)) if ending < 0.002 else None,
            **values,
        )

    def _name(self, kind: str) -> str:
        return f"{kind} {self._names.first()}-{self._names.last()}"


def _structure(id_: str, parent: str | None, kind: Kind, name: str, number: int | None = None) -> StructureRow:
    uai = "" if number is None else f"{9_000_000 + number}Z"
    return StructureRow(id=id_, parent=parent, kind=kind.value, name=name, uai=uai)
