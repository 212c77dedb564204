"""At which level a request enters, and to which it is escalated or sent back (guide, chapter 7).

Who somebody is depends on where they ask: a director is a director in their own school and a teacher in another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.terms import Kind, Level, Person, Profile, Refusal, Request, Role, Structure, here


class Audience(StrEnum):
    """The groups of requesters that a level may serve, as the table of the five levels names them."""

    FAMILIES = "families"
    TEACHERS = "teachers"
    SCHOOLS = "schools"  #: the director and the local administrators, also when they ask on a family's behalf
    AGENTS = "agents"  #: ERUN, DANEI, plateforme, vendor


@dataclass(frozen=True, slots=True)
class Tier:
    """One line of the table of the five levels."""

    level: Level
    name: str
    kind: Kind  #: the kind of structure whose agents answer
    who: str  #: its agents, in words
    contact: str
    serves: frozenset[Audience]  #: audiences served for every category
    only: Mapping[Audience, frozenset[str]]  #: audiences served for some categories only, and which
    days: int  #: working days until a request is due


Levels = Mapping[Level, Tier]

DANGER = "danger"
"""The category of a child's call for help. Nobody chooses it, so it is not in the operator's table."""

_HIGHEST = {DANGER: Level.DSDEN}  #: the highest level that may read requests of a category; any where it is not named


def audience(person: Person, place: Structure) -> Audience:
    """Which of the four audiences a person belongs to when they ask for themselves about that place."""
    own = _own_level(person, place)
    if own is not None:
        return Audience.SCHOOLS if own is Level.SCHOOL else Audience.AGENTS
    family = person.profile in (Profile.STUDENT, Profile.RELATIVE, Profile.GUEST)
    return Audience.FAMILIES if family else Audience.TEACHERS


def entry(levels: Levels, person: Person, category: str, place: Structure) -> Level:
    """The lowest level that serves a request of that person about that place.

    It lies above the highest level at which they answer there; for the vendor, it is the vendor's own.
    """
    floor = over(person, place)
    for level in Level:
        if level >= floor and _serves(levels[level], audience(person, place), category):
            return level
    return _HIGHEST.get(category, Level.VENDOR)


def outside(levels: Levels, place: Structure) -> Level | None:
    """The lowest level above the school that may read a call for help about that place; None where the tree has none.

    Whoever calls, that level reads it as if the school had asked.
    """
    higher = (level for level in Level if level > Level.SCHOOL and place.ancestor(levels[level].kind) is not None)
    return next((level for level in higher if _serves(levels[level], Audience.SCHOOLS, DANGER)), None)


def over(person: Person, place: Structure) -> Level:
    """The level above an agent's own at that place, the vendor's for a vendor; the school's for no agent there."""
    own = _own_level(person, place)
    return Level.SCHOOL if own is None else Level(min(own + 1, Level.VENDOR))


def above(levels: Levels, request: Request, person: Person) -> Level | None:
    """The next level up that serves this requester; None where there is none.

    A family's request is served above the school as if the school had asked. A child's call for help goes no higher
    than the DSDEN.
    """
    asking = _asking(person, request.place)
    higher = (level for level in Level if level > request.level)
    return next((level for level in higher if _serves(levels[level], asking, request.category)), None)


def below(levels: Levels, request: Request, person: Person) -> Level | None:
    """The next level down that serves this requester, not below where the request entered; None if there is none."""
    for level in sorted(Level, reverse=True):
        if request.entry <= level < request.level:
            asking = (audience if level is Level.SCHOOL else _asking)(person, request.place)
            if _serves(levels[level], asking, request.category):
                return level
    return None


def days(levels: Levels, level: Level, category: str) -> int:
    """The working days until a request at that level is due; 0 for a child's call for help, which comes first."""
    return 0 if category == DANGER else levels[level].days


def desk(levels: Levels, place: Structure, level: Level) -> Role:
    """The desk of that level for requests about `place`; refused where no structure of that level is above it."""
    structure = place.ancestor(levels[level].kind)
    if structure is None:
        raise Refusal("no-desk", level=int(level), place=place.name)
    return Role(level, structure.id)


def _asking(person: Person, place: Structure) -> Audience:
    mine = audience(person, place)
    return Audience.SCHOOLS if mine is Audience.FAMILIES else mine


def _own_level(person: Person, place: Structure) -> Level | None:
    """The highest level at which the person answers requests about that place; None where they answer none."""
    return max((role.level for role in here(person.roles, place)), default=None)


def _serves(line: Tier, whom: Audience, category: str) -> bool:
    if line.level > _HIGHEST.get(category, Level.VENDOR):
        return False
    return whom in line.serves or category in line.only.get(whom, ())
