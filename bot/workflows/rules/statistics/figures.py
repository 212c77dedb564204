"""What statistics say of the desk's own work: counts, medians, and what is told of small numbers. Pure.

Above a school, a number of a few requests or people is told as « moins de 5 »: it would say who is meant. Where one
of several numbers is not told, their sum is told in tens, since it would tell the one that is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.terms.figures import Tally
from bot.workflows.rules.adoption import HIDDEN, percent, veiled
from bot.workflows.rules.requests.routing import DANGER

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Assistance:
    """What became of the requests that were made in a period."""

    tallies: Sequence[Tally] = ()
    answered: Mapping[int, int] = field(default_factory=dict)  #: by whole hours until the first answer, how many
    solved: Mapping[int, int] = field(default_factory=dict)  #: by whole hours until they were solved, how many


def total(tallies: Iterable[Tally], what: str = "count") -> int:
    """How many requests these are; or of them are `solved`, `kept`, `late` or `reopened`."""
    return sum(getattr(one, what) for one in tallies)


def by(tallies: Iterable[Tally], key: Callable[[Tally], T]) -> list[tuple[T, int]]:
    """How many requests there are of each kind that `key` tells, the most first."""
    found: Counter[T] = Counter()
    for one in tallies:
        found[key(one)] += one.count
    return sorted(found.items(), key=lambda pair: (-pair[1], str(pair[0])))


def categories(tallies: Iterable[Tally], whole: bool) -> list[tuple[str, int]]:
    """How many requests there are of each category; above the school it is not told that a child called for help."""
    return by((one for one in tallies if whole or one.category != DANGER), lambda one: one.category)


def median(hours: Mapping[int, int]) -> int | None:
    """The hours within which half of them were through, rounded up; None where there is none."""
    half, seen = sum(hours.values()) / 2, 0
    for hour in sorted(hours):
        seen += hours[hour]
        if seen >= half:
            return max(1, hour + 1)
    return None


def told(numbers: Sequence[int], whole: bool) -> list[int]:
    """The numbers as they are told: all to the school itself (`whole`), `HIDDEN` for a few above it."""
    return list(numbers) if whole else [veiled(one) for one in numbers]


def summed(exact: int, parts: Iterable[int], whole: bool) -> tuple[int, bool]:
    """A sum as it is told beside those parts, and whether it is rounded down to tens."""
    if whole:
        return exact, False
    if veiled(exact) == HIDDEN:
        return HIDDEN, False
    return (exact // 10 * 10, True) if HIDDEN in parts and exact >= 10 else (exact, False)


def facts(found: Assistance, whole: bool) -> dict[str, Any]:
    """The facts of a period's requests, as far as they are told."""
    tallies = found.tallies
    parts: dict[str, list[tuple[Any, int]]] = {
        "levels": by(tallies, lambda one: int(one.level)),
        "categories": categories(tallies, whole),
        "statuses": by(tallies, lambda one: one.status.value),
    }
    lines = {
        name: [{"key": key, "count": count} for (key, _), count in zip(pairs, _counts(pairs, whole), strict=True)]
        for name, pairs in parts.items()
    }
    hidden = [line["count"] for name in lines for line in lines[name]]
    exact, solved = total(tallies), total(tallies, "solved")
    count, about = summed(exact, hidden, whole)
    few = not whole and veiled(solved) == HIDDEN
    return lines | {
        "count": count,
        "about": about,
        "solved": told([solved], whole)[0],
        "promise": -1 if few or not solved else rounded(total(tallies, "kept"), solved, whole),
        "late": told([total(tallies, "late")], whole)[0],
        "reopened": told([total(tallies, "reopened")], whole)[0],
        "answer": median(found.answered) or 0,
        "solve": median(found.solved) or 0,
    }


def rounded(part: int, everybody: int, whole: bool) -> int:
    """The share in whole percent; in tens above the school, where either side of it is a few."""
    exact = percent(part, everybody)
    few = HIDDEN in (veiled(part), veiled(everybody - part))
    return exact // 10 * 10 if few and not whole else exact


def _counts(pairs: Sequence[tuple[Any, int]], whole: bool) -> list[int]:
    return told([count for _, count in pairs], whole)
