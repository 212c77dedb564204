"""What a file of structures says, and what it changes in the tree of the embedded ENT."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SYNDICAT = "syndicat"
VILLE = "ville"
COMMUNES = (SYNDICAT, VILLE)
"""The kinds that stand beside the tree: a syndicat mixte has towns, and a town has schools of the tree."""


@dataclass(frozen=True, slots=True)
class StructureRecord:
    """One row of a file of structures; what is empty is not said, and stays as it is where the structure is known."""

    line: int  #: its line in the file; the first line is 1
    kind: str = ""  #: a `Kind` except the class, `SYNDICAT`, or `VILLE`
    id: str = ""
    uai: str = ""
    name: str = ""
    parents: tuple[str, ...] = ()  #: each by its identifier, its UAI or its name; a school may also have a town
    zone: str = ""  #: of the school holidays
    commune: str = ""  #: the name of the town where it is


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said about a line of the file: why it is refused, or what to look at."""

    line: int  #: 0 for the file as a whole
    reason: str  #: a code such as `unknown-parent`: each has its sentence
    facts: Mapping[str, str] = field(default_factory=dict)  #: what the sentence names
    record: StructureRecord | None = field(default=None, compare=False)  #: what a refused line says, where it is read


@dataclass(frozen=True, slots=True)
class TreeChange:
    """One structure that is made or changed."""

    line: int
    id: str
    kind: str
    name: str
    made: bool  #: whether it is new
    changed: Mapping[str, tuple[str, str]] = field(default_factory=dict)  #: by field, what it was and what it is
    loses: tuple[str, ...] = ()  #: where it moves: who has rights over it no more, each with the function
    gains: tuple[str, ...] = ()  #: who has rights over it from now on


@dataclass(frozen=True, slots=True)
class TreeReport:
    """What a file does to the tree, or would do."""

    changes: tuple[TreeChange, ...] = ()
    unchanged: int = 0  #: structures of the file that are so already
    refused: tuple[Remark, ...] = ()  #: where there is any, nothing at all is changed
    noted: tuple[Remark, ...] = ()
