"""One line of the benchmark's table: a ratio measured against something else in the same run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, beside what, and what it should come to.

    `ratios` holds one value a round, and none where it could not be measured: `note` then says why. A goal is reached
    at most (`≤`) or at least (`≥`, with `more_is_better`).
    """

    group: str
    name: str
    ratios: Sequence[float]
    goal: float | None = None
    more_is_better: bool = False
    unit: str = "×"
    note: str = ""  #: absolute figures, versions of peers

    @property
    def middle(self) -> float:
        """The median of the rounds."""
        return median(self.ratios)

    @property
    def met(self) -> bool | None:
        """Whether the median reaches the goal; None without one."""
        if self.goal is None or not self.ratios:
            return None
        return self.middle >= self.goal if self.more_is_better else self.middle <= self.goal
