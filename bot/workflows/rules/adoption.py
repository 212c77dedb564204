"""How far a school is: how many of its people are linked, by profile and by class. Pure.

How many people there are is always told. Above a school, a number of linked people below `LEAST` is not: it would say
who is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.terms import Account, Profile

LEAST = 5  #: the smallest number of people that is told above a school
HIDDEN = -1  #: stands for a number that is not told
STAFF = frozenset({Profile.TEACHER, Profile.PERSONNEL})
FAMILIES = frozenset({Profile.STUDENT, Profile.RELATIVE})


@dataclass(frozen=True, slots=True)
class Count:
    """How many of some people are linked, and how many there are."""

    key: str  #: a profile, or the identifier of a class
    name: str
    linked: int
    all: int


def counted(accounts: Iterable[Account]) -> list[Account]:
    """Those who can come in: whose account can log in, each once."""
    return [one for one in {one.id: one for one in accounts}.values() if not one.barred]


def missing(accounts: Iterable[Account], linked: Collection[str]) -> list[Account]:
    """Those who are not linked."""
    return [one for one in accounts if one.id not in linked]


def by_profile(accounts: Sequence[Account], linked: Collection[str]) -> list[Count]:
    """A count for each profile that somebody has, in the order of `Profile`."""
    found = []
    for profile in Profile:
        mine = [one for one in accounts if one.profile is profile]
        if mine:
            found.append(_count(profile.value, "", mine, linked))
    return found


def by_class(accounts: Sequence[Account], linked: Collection[str], school: str) -> list[Count]:
    """A count for each class of the school, by name: its pupils, their relatives, and its teachers."""
    members: dict[str, list[Account]] = {}
    names: dict[str, str] = {}
    pupils = {one.id: one for one in accounts if one.profile is Profile.STUDENT}
    for one in accounts:
        children = [pupils[child] for child in one.children if child in pupils]
        places = {room.id: room for who in (one, *children) for room in who.classes}
        for room in places.values():
            if any(above.id == school for above in room.above):
                members.setdefault(room.id, []).append(one)
                names[room.id] = room.name
    return [
        _count(key, names[key], members[key], linked) for key in sorted(members, key=lambda key: (names[key], key))
    ]


def in_class(accounts: Sequence[Account], room: str) -> list[Account]:
    """Those of that class: its pupils, their relatives, and its teachers."""
    pupils = {one.id for one in accounts if any(place.id == room for place in one.classes)}
    return [one for one in accounts if one.id in pupils or not pupils.isdisjoint(one.children)]


def percent(linked: int, everybody: int) -> int:
    """The share in whole percent, rounded down: 100 only where nobody is missing; 0 where there is nobody."""
    return 100 * linked // everybody if everybody else 0


def veiled(number: int) -> int:
    """The number as it is told above a school: `HIDDEN` for a few people. That there is nobody is told."""
    return HIDDEN if 0 < number < LEAST else number


def told(count: Count, whole: bool) -> int:
    """How many of them are linked, as it is told of one school: to itself (`whole`), or to whoever is above it."""
    return count.linked if whole else veiled(count.linked)


def share(counts: Sequence[Count], linked: int, everybody: int, whole: bool) -> int:
    """As `percent`; in tens where one of the counts is not told, which the sum of all would tell."""
    exact = percent(linked, everybody)
    return exact // 10 * 10 if HIDDEN in {told(one, whole) for one in counts} else exact


def _count(key: str, name: str, people: Sequence[Account], linked: Collection[str]) -> Count:
    return Count(key, name, sum(one.id in linked for one in people), len(people))
