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
    promise, about_promise = kept(tallies, whole)
    return lines | {
        "count": count,
        "about": about,
        "solved": told([solved], whole)[0],
        "promise": promise,
        "about_promise": about_promise,
        "late": told([total(tallies, "late")], whole)[0],
        "reopened": told([total(tallies, "reopened")], whole)[0],
        "answer": median(found.answered) or 0,
        "solve": median(found.solved) or 0,
    }


def kept(tallies: Sequence[Tally], whole: bool) -> tuple[int, bool]:
    """As `rounded`: how many of the solved requests were so in time; `HIDDEN` where few were solved, or none."""
    solved = total(tallies, "solved")
    if not solved or (not whole and veiled(solved) == HIDDEN):
        return HIDDEN, False
    return rounded(total(tallies, "kept"), solved, whole)


def activated(parts: Sequence[tuple[int, int]], whole: bool) -> tuple[int, bool]:
    """As `rounded`: how many accounts are activated, from how many are and how many there are of each profile."""
    active, everybody = (sum(numbers) for numbers in zip(*parts, strict=True)) if parts else (0, 0)
    if not everybody or (not whole and veiled(everybody) == HIDDEN):
        return HIDDEN, False
    return rounded(active, everybody, whole, [one for one, _ in parts])


def rounded(part: int, everybody: int, whole: bool, beside: Iterable[int] = ()) -> tuple[int, bool]:
    """The share in whole percent, and whether it is rounded down to tens; `HIDDEN` where even that would tell a few.

    To the school itself (`whole`) it is exact. Above it is in tens where either side of it is a few, or one of the
    numbers that it sums up (`beside`) is.
    """
    exact = percent(part, everybody)
    few = HIDDEN in (veiled(part), veiled(everybody - part), *map(veiled, beside))
    if whole or not few:
        return exact, False
    alike = [one for one in range(everybody + 1) if percent(one, everybody) // 10 == exact // 10]
    return (exact // 10 * 10, True) if len(alike) > 1 else (HIDDEN, False)


def _counts(pairs: Sequence[tuple[Any, int]], whole: bool) -> list[int]:
    return told([count for _, count in pairs], whole)
