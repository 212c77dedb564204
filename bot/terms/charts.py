"""Pictures: what one of bars shows, one of a matrix, and one of a banner. `texts` words one, `drawing` draws it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name on the left, how much of it is full, and what is written on the right."""

    name: str
    share: float  #: from 0 to 1
    said: str  #: the numbers, worded
    hue: str = ""  #: a profile, drawn in its colour; empty for the usual one


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in groups, each below its heading."""

    title: str
    subtitle: str
    groups: tuple[tuple[str, tuple[Bar, ...]], ...]  #: each a heading, perhaps empty, and its bars
    source: str = ""  #: a small line below all


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: a sign that needs no colour, and the words below it."""

    sign: str  #: `all`, `class`, `own`, `some` or `no`
    said: str
    marked: bool = False  #: whether it is to stand out


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its name on the left, and a cell below each head."""

    name: str
    hue: str  #: a profile, in whose colour its name and its cells are
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cells below heads, to be read from left to right."""

    title: str
    subtitle: str
    corner: str  #: what stands above the names of the lines, to say how it is read
    heads: tuple[tuple[str, str], ...]  #: each a name, and its hue
    rows: tuple[Row, ...]
    legend: tuple[str, ...]  #: lines below all


@dataclass(frozen=True, slots=True)
class Banner:
    """How an announcement looks in the ENT: its words on a ground of its color."""

    title: str  #: what is said of the picture beside it
    words: str
    color: str  #: one of the ENT's, or `#rrggbb`
    signature: str = ""


Picture = Chart | Matrix | Banner
"""Whatever can be drawn."""
