"""What the process spends: user time, system time, and system calls that write to files."""

from __future__ import annotations

import resource
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

_IO = Path("/proc/self/io")


class Spent(NamedTuple):
    """Microseconds of processor time, all threads together, and calls that write to files."""

    user: float
    system: float
    writes: float = 0.0  #: 0 where the system does not tell

    @property
    def total(self) -> float:
        """All of the processor time."""
        return self.user + self.system

    def each(self, before: Spent, count: int) -> Spent:
        """The difference to `before`, divided by `count`."""
        return Spent(*((now - then) / count for now, then in zip(self, before, strict=True)))


def spent() -> Spent:
    """What this process has spent since it started."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    lines = _IO.read_text().splitlines() if _IO.exists() else []
    writes = next((float(line.split()[1]) for line in lines if line.startswith("syscw:")), 0.0)
    return Spent(1e6 * used.ru_utime, 1e6 * used.ru_stime, writes)


def told(rounds: Sequence[Spent], asked: Counter[str], count: int) -> str:
    """The medians of the rounds in words; with `asked`, also the statements per update of a round of `count`."""
    user, system, writes = (median(one) for one in zip(*rounds, strict=True))
    words = [f"{user:.0f} + {system:.0f} µs"]
    if asked:
        words.append(f"{asked.total() / count:.1f} statements, {asked['COMMIT'] / count:.2f} commits")
    if writes:
        words.append(f"{writes:.1f} writes")
    return ", ".join(words)
