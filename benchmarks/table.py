"""The figures as people read them: ratios and their spread first, microseconds beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.rounds import Subject

_LINE = "{:<48} {:>6} {:>11} {:>6}  {}"


def table(subjects: Sequence[Subject], floor: Subject, growth: tuple[Subject, Subject]) -> Iterator[str]:
    """The lines of the table: each subject beside the floor, then the second of `growth` beside the first."""
    yield _LINE.format("processor time of one update", "ratio", "min–max", "µs", "goal")
    for subject in subjects:
        yield _line(subject.name, subject, floor, subject.goal)
    small, large = growth
    yield _line("100,000 requests beside 1,000", large, small, 1.15)


def _line(name: str, subject: Subject, beside: Subject, goal: float | None) -> str:
    ratios = [mine / its for mine, its in zip(subject.costs, beside.costs, strict=True)]
    spread = f"{min(ratios):.2f}–{max(ratios):.2f}"
    return _LINE.format(name, f"{median(ratios):.2f}", spread, f"{median(subject.costs):.0f}", _met(ratios, goal))


def _met(ratios: Sequence[float], goal: float | None) -> str:
    if goal is None:
        return ""
    return f"≤ {goal:.2f}, {'met' if median(ratios) <= goal else 'not met'}"
