"""Faults: what may be wrong with the lines of the audit, and what a walk through them found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from bot.storage.audit.lines import START

_NOTED = re.compile("([0-9]{1,18}):([0-9a-f]{64})", re.ASCII)
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
    EMPTIED = "emptied"  #: there is no line, and not even the head that is made together with the tables


class Fault(NamedTuple):
    """One thing that is wrong: at which position; until which, where it is several; of a swap, where the other is."""

    kind: Kind
    position: int
    last: int


def told(fault: Fault) -> str:
    """The fault in one sentence, for an operator."""
    first, last = fault.position, fault.last
    lines = f"line {first}" if first == last else f"lines {first} to {last}"
    be = "was" if first == last else "were"
    match fault.kind:
        case Kind.CHANGED:
            return f"changed: line {first} does not fit: it was changed, or the line before it with its hash"
        case Kind.MISSING:
            return f"missing: {lines} {be} taken away"
        case Kind.ADDED:
            return f"added: {lines} {be} put in by somebody else than Palier"
        case Kind.SWAPPED:
            return f"swapped: line {first} and line {last} each stand in the place of the other"
        case Kind.BLANKED:
            return f"blanked: line {first} was blanked, and no erasure tells why"
        case Kind.CUT:
            return f"cut: {lines} {be} taken away at the beginning, and no retention period tells why"
        case Kind.BEHIND:
            return f"behind: the head names line {first} as the newest, but there are newer ones"
        case Kind.EMPTIED:
            return "emptied: there is no line and no head any more: all were taken away"
    be = "is" if first == last else "are"
    return f"ahead: the head names line {last} as the newest or as verified, but {lines} {be} missing"


class Mark(NamedTuple):
    """A position of the audit, and the chain of the line there."""

    position: int
    chain: str


def noted(text: str) -> Mark:
    """The mark that somebody noted as `POSITION:HASH`; raises `ValueError` for anything else."""
    match = _NOTED.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not POSITION:HASH")
    return Mark(int(match[1]), match[2])


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
