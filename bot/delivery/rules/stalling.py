"""A pause in the sending that nothing explains: since when it lasts, and whether that is a trouble by now."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Stall:
    """Whether one courier stands still. All seconds are of a clock that nobody sets."""

    patience: float  #: seconds after which it is a trouble
    since: float | None = None  #: when it began to stand still; None while it goes on
    told: bool = False  #: whether that was said already

    def note(self, fine: bool, now: float) -> bool:
        """Notes whether the courier goes on, or nothing waits for it; returns True once, when it is a trouble."""
        if fine:
            self.since, self.told = None, False
        elif self.since is None:
            self.since = now
        if self.told or not self.seconds(now):
            return False
        self.told = True
        return True

    def seconds(self, now: float) -> float:
        """For how long it has stood still; 0 while that is no trouble."""
        lasted = now - self.since if self.since is not None else 0.0
        return lasted if lasted >= self.patience else 0.0
