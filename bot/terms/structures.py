"""Structures of the tree, the five support levels, and roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """The five support levels (guide, chapter 7)."""

    SCHOOL = 0
    CIRCONSCRIPTION = 1
    DSDEN = 2
    RECTORAT = 3
    VENDOR = 4


class Kind(StrEnum):
    """The kinds of structure, from the top of the tree down."""

    VENDOR = "vendor"
    RECTORAT = "rectorat"
    DSDEN = "dsden"
    CIRCONSCRIPTION = "circonscription"
    SCHOOL = "school"
    CLASS = "class"


@dataclass(frozen=True, slots=True)
class Structure:
    """A place in the tree vendor › rectorat › DSDEN › circonscription › school › class, with all places above it."""

    id: str
    name: str
    kind: Kind
    above: tuple[Structure, ...] = ()  #: from the vendor down to its parent
    uai: str = field(default="", compare=False)  #: a school's official code, where the ENT has just told it

    def ancestor(self, kind: Kind) -> Structure | None:
        """The structure of that kind among itself and those above it; None where there is none."""
        return next((s for s in (*self.above, self) if s.kind is kind), None)


@dataclass(frozen=True, slots=True)
class Role:
    """An agent's right to answer at a desk: one of the five levels, in one structure."""

    level: Level
    structure: str


def here(roles: Iterable[Role], place: Structure) -> tuple[Role, ...]:
    """Those of the roles that are held at that place, or in a structure above it."""
    line = {place.id, *(above.id for above in place.above)}
    return tuple(role for role in roles if role.structure in line)
