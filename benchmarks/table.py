"""The figures as people read them: ratios and their spread first, microseconds beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.rounds import Subject

_LINE = "{:<52} {:>6} {:>13} {:>8}  {}"


def lines(subject: Subject, floor: Subject, goal: float | None = None) -> Iterator[str]:
    """One line: the ratio of that subject to the floor in the same rounds."""
    ratios = [mine / its for mine, its in zip(subject.costs, floor.costs, strict=True)]
    yield _LINE.format(subject.name, f"{median(ratios):.2f}", spread(ratios), f"{median(subject.costs):.0f}", _met(ratios, goal))


def head() -> str:
    """The names of the columns."""
    return _LINE.format("processor time of one update", "ratio", "min–max", "µs", "goal")


def spread(values: Sequence[float]) -> str:
    """The least and the greatest."""
    return f"{min(values):.2f}–{max(values):.2f}"


def _met(ratios: Sequence[float], goal: float | None) -> str:
    if goal is None:
        return ""
    return f"≤ {goal:.2f} {'met' if median(ratios) <= goal else 'NOT MET'}"
