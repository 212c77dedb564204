"""Faults: what may be wrong with the lines of the audit, and what a walk through them found."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from bot.storage.audit.lines import START

_MOST = 100  # faults that are told one by one; the others are counted


class Kind(StrEnum):
    """What is wrong."""

    CHANGED = "changed"  #: the line, or the one before it together with its hash
    MISSING = "missing"
    ADDED = "added"
    SWAPPED = "swapped"  #: two lines, each in the place of the other
    BLANKED = "blanked"  #: the account and the facts of a line, and no line tells why
    CUT = "cut"  #: the oldest lines are missing, and no line tells why
    BEHIND = "behind"  #: the head names a line, but there are newer ones
    AHEAD = "ahead"  #: the head names a line that is not there: the newest are missing, or the head was changed


class Fault(NamedTuple):
    """One thing that is wrong: at which position; until which, where it is several; of a swap, where the other is."""

    kind: Kind
    position: int
    last: int


class Mark(NamedTuple):
    """A position of the audit, and the chain of the line there."""

    position: int
    chain: str


BEGINNING = Mark(0, START)  #: what stands before the first line of all


@dataclass(slots=True)
class Verdict:
    """What a walk through the lines found."""

    reached: Mark = BEGINNING  #: the last line that was walked through
    lines: int = 0  #: how many there were
    faults: list[Fault] = field(default_factory=list)
    more: int = 0  #: faults beyond those that are listed

    def add(self, kind: Kind, position: int, last: int = 0) -> None:
        """Lists a fault; counts it where there are many already."""
        if len(self.faults) < _MOST:
            self.faults.append(Fault(kind, position, last or position))
        else:
            self.more += 1
