"""Retention: how long each kind of row is kept, as the operator decided; nothing may be left undecided."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

_LONGEST = timedelta(days=36500)
_UNITS = ("days", "hours")


@dataclass(frozen=True, slots=True)
class Retention:
    """How long the rows of each kind are kept; and why the other tables need no time of their own."""

    kept: Mapping[str, timedelta] = field(default_factory=dict)  #: by kind
    free: Mapping[str, str] = field(default_factory=dict)  #: the reason, by table


def read_retention(table: Mapping[str, Any], kinds: Mapping[str, str], tables: Collection[str]) -> Retention:
    """What `retention.toml` says; `kinds` are the tables of the kinds of rows, by kind, `tables` are all tables.

    Raises `ValueError` naming a kind or table that is missing, unknown or in both lists, a time that is not above 0,
    and a reason that is empty.
    """
    kept, free = table["kept"], table["free"]
    timed = set(kinds.values())
    for name, known in (("kept", set(kinds)), ("free", set(tables) - timed)):
        if unknown := sorted(set(table[name]) - known):
            raise ValueError(f"retention.toml, [{name}] cannot name {', '.join(unknown)}")
        if missing := sorted(known - set(table[name])):
            raise ValueError(f"retention.toml, [{name}] must name {', '.join(missing)}")
    if silent := sorted(name for name, reason in free.items() if not (isinstance(reason, str) and reason.strip())):
        raise ValueError(f"retention.toml, [free] must say why for {', '.join(silent)}")
    return Retention({name: _length(name, given) for name, given in kept.items()}, dict(free))


def _length(name: str, given: Any) -> timedelta:
    """The time; raises `ValueError` unless it is a number of days, or of hours, above 0."""
    words = f"retention.toml, [kept] {name}: {given!r} must be {{days = …}} or {{hours = …}}, above 0"
    if not isinstance(given, Mapping) or len(given) != 1 or next(iter(given)) not in _UNITS:
        raise ValueError(words)
    [(unit, number)] = given.items()
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number < float("inf"):
        raise ValueError(words)
    length = timedelta(**{unit: min(number, _LONGEST / timedelta(**{unit: 1}))})
    if length <= timedelta(0):
        raise ValueError(words)
    return length
