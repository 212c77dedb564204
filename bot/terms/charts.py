"""Pictures: what one of bars shows, and one of a banner. `texts` words one, `drawing` draws it."""

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
class Banner:
    """How an announcement looks in the ENT: its words on a ground of its color."""

    title: str  #: what is said of the picture beside it
    words: str
    color: str  #: one of the ENT's, or `#rrggbb`
    signature: str = ""
