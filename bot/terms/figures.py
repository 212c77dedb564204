"""Figures: requests counted in groups of those that are alike."""

from __future__ import annotations

from dataclasses import dataclass

from bot.terms.states import Status
from bot.terms.structures import Level, Structure


@dataclass(frozen=True, slots=True)
class Tally:
    """Requests about one place that have the same level, category and status."""

    place: Structure
    level: Level
    category: str
    status: Status
    count: int
    solved: int = 0
    kept: int = 0  #: of those solved, in the time that was promised
    late: int = 0  #: that stand, and whose time is over
    reopened: int = 0
