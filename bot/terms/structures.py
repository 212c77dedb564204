"""Structures of the tree, the five support levels, and an agent's right in one of them."""

from __future__ import annotations

from dataclasses import dataclass
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
    """A place of the tree vendor › rectorat › DSDEN › circonscription › school › class, with what lies above it."""

    id: str
    name: str
    kind: Kind
    above: tuple[Structure, ...] = ()  #: from the vendor down to its parent

    def ancestor(self, kind: Kind) -> Structure | None:
        """Itself or the structure above it of that kind; None where the tree has none."""
        return next((s for s in (*self.above, self) if s.kind is kind), None)


@dataclass(frozen=True, slots=True)
class Role:
    """An agent's right: one of the five levels, in one structure."""

    level: Level
    structure: str
