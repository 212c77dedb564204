"""What somebody reads statistics of: their schools, or what lies above many schools, each with the schools in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.terms import Kind, Level, Person, Refusal, Structure
from bot.workflows.desk import Desk
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists import filters
from bot.workflows.rules.screens import mark

_KINDS = {Level.DSDEN: Kind.CIRCONSCRIPTION, Level.RECTORAT: Kind.DSDEN, Level.VENDOR: Kind.DSDEN}


@dataclass(frozen=True, slots=True)
class Unit:
    """A school; or a circonscription or a département, for whoever looks from above it."""

    place: Structure
    schools: tuple[str, ...]  #: the identifiers of its schools

    def holds(self, place: Structure) -> bool:
        """Whether that place is the unit itself, or lies in it."""
        return self.place.id in (place.id, *(above.id for above in place.above))


def level(me: Person) -> Level:
    """The highest level at which they answer, from which they look."""
    return max(role.level for role in me.roles)


def near(me: Person) -> bool:
    """Whether they look from the school itself: then they read every number, however small."""
    return level(me) is Level.SCHOOL


async def of(desk: Desk, me: Person) -> list[Unit]:
    """The units of all that the person administers, by name."""
    kind = _KINDS.get(level(me))
    found: dict[str, tuple[Structure, list[str]]] = {}
    for school in await desk.directory.schools(administration.scopes(me)):
        place = (school.ancestor(kind) if kind is not None else None) or school
        found.setdefault(place.id, (place, []))[1].append(school.id)
    made = (Unit(place, tuple(schools)) for place, schools in found.values())
    return sorted(made, key=lambda one: (one.place.name, one.place.id))


def called(typed: str, units: Iterable[Unit], me: Person) -> list[Unit]:
    """Those with that name; refused where there is none."""
    known = {one.place.id: one for one in units}
    found = [known[place.id] for place in filters.called(typed, [one.place for one in known.values()])]
    if not found:
        refusal = Refusal("no-such-school", name=typed)
        refusal.language = me.tongue
        raise refusal
    return found


def marked(units: Iterable[Unit], value: str) -> Unit:
    """The one with that mark; refused where none of theirs has it."""
    found = next((one for one in units if mark(one.place.id) == value), None)
    if found is None:
        raise Refusal("old-button")
    return found
