"""How a feed is to be run, what an operator decides about it, and what the places of one run have claimed so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

_ALL = 100  # percent
_LONGEST = 3650  # days
_LEAP = 2024  # a year that has every day


@dataclass(frozen=True, slots=True)
class Moving:
    """How many pupils of one other school may move to the school that is fed, before the files may be that one's."""

    few: int = 4  #: who always may
    most: float = 0.5  #: the share of that school's pupils


@dataclass(frozen=True, slots=True)
class Options:
    """How the files are to be taken."""

    complete: bool = False  #: the files name everybody: who is not in them leaves
    without_ine: bool = False  #: the layout has no INE: pupils without one get an account
    birth_dates: bool = False  #: also a birth date that is years from the one known is taken
    dry: bool = False  #: nothing is kept
    most_leaving: float = 0.2  #: the largest share of a school's accounts of one kind that may leave
    moving: Moving = Moving()


@dataclass(frozen=True, slots=True)
class Delays:
    """How long somebody waits at each stage."""

    waiting: timedelta = timedelta(days=90)  #: missing from the files, with access
    predeleted: timedelta = timedelta(days=90)  #: without access, before all that is kept about them is deleted
    held: timedelta = timedelta(days=365)  #: a pupil who never got an INE or a class


def read_delays(table: Mapping[str, Any]) -> Delays:
    """What `feed.toml` says of who leaves; raises `ValueError` naming a time that is missing or wrong."""
    return Delays(*(_days(table, name) for name in ("waiting", "predeleted", "held")))


def read_most_leaving(table: Mapping[str, Any]) -> float:
    """The largest share that may leave, as `feed.toml` says in percent; raises `ValueError` where that is wrong."""
    return _number(table, "leaving", "most_percent") / _ALL


def read_moving(table: Mapping[str, Any], day: date) -> Moving:
    """How many may move on that day, as `feed.toml` says; raises `ValueError` naming what is missing or wrong.

    In summer more do: a small school of two or three levels sends one of them on.
    """
    begins, ends = (_day_of(table, name) for name in ("summer_begins", "summer_ends"))
    share = "summer_percent" if begins <= (day.month, day.day) <= ends else "most_percent"
    shares = {name: _number(table, "moving", name) for name in ("summer_percent", "most_percent")}
    return Moving(_number(table, "moving", "few"), shares[share] / _ALL)


def _number(table: Mapping[str, Any], part: str, name: str) -> int:
    """A whole number from 1 to 100."""
    given = table.get(part, {}).get(name)
    if isinstance(given, bool) or not isinstance(given, int) or not 0 < given <= _ALL:
        raise ValueError(f"feed.toml, [{part}] {name}: {given!r} must be a whole number from 1 to {_ALL}")
    return given


def _day_of(table: Mapping[str, Any], name: str) -> tuple[int, int]:
    """The month and the day of a moment of each year."""
    given = table.get("moving", {}).get(name)
    try:
        made = date(_LEAP, given["month"], given["day"])
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError(f"feed.toml, [moving] {name}: {given!r} must be a month and a day of it") from error
    return made.month, made.day


def _days(table: Mapping[str, Any], name: str) -> timedelta:
    given = table.get("leaving", {}).get(name)
    days = given.get("days") if isinstance(given, Mapping) and len(given) == 1 else None
    if isinstance(days, bool) or not isinstance(days, int) or not 0 < days <= _LONGEST:
        raise ValueError(f"feed.toml, [leaving] {name}: {given!r} must be days, a whole number from 1 to {_LONGEST}")
    return timedelta(days=days)


@dataclass(slots=True)
class Claims:
    """The pupils that the files of this run placed: a pupil may stand in the files of two schools."""

    #: by INE, or by names and mail of staff: the places whose files have it
    named: Mapping[str, Collection[str]] = field(default_factory=dict)
    fed: AbstractSet[str] = frozenset()  #: of several schools of a run, those whose files list pupils
    placed: dict[str, tuple[str, str]] = field(default_factory=dict)  #: by account: home before the run, and now
    #: by relative who stays by a child elsewhere, the places whose complete files do not name them any more
    left: dict[str, set[str]] = field(default_factory=dict)
    _before: dict[str, tuple[str, str] | None] = field(default_factory=dict)

    def begin(self) -> None:
        """Begins a place, forgetting what was claimed since `keep`: that was not written."""
        for account, before in self._before.items():
            if before is None:
                del self.placed[account]
            else:
                self.placed[account] = before
        self._before = {}

    def keep(self) -> None:
        """Keeps what was claimed since `begin`: it is written."""
        self._before = {}

    def unnamed(self, account: str, place: str) -> None:
        """Notes that the complete files of that place do not name that relative."""
        self.left.setdefault(account, set()).add(place)

    def unnaming(self, account: str) -> AbstractSet[str]:
        """The places whose complete files, of this run, do not name that relative any more."""
        return self.left.get(account, frozenset())

    def elsewhere(self, key: str, place: str) -> bool:
        """Whether only files of other places of this run have that INE, or those names and that mail."""
        places = self.named.get(key, ())
        return bool(places) and place not in places

    def rival(self, account: str, place: str) -> bool:
        """Whether the files of another place have claimed that pupil in this run."""
        return self.placed.get(account, ("", place))[1] != place

    def shared(self, key: str, place: str) -> bool:
        """Whether files of other places of this run have that INE, too."""
        return any(one != place for one in self.named.get(key, ()))

    def keeps(self, account: str, ine: str, *home: str) -> bool:
        """Whether a pupil's home before the run, by identifier or code, has them in its files of this run too."""
        return account not in self.placed and not set(home).isdisjoint(self.named.get(ine, ()))

    def wins(self, account: str, home: str, place: str) -> bool:
        """Whether the pupil goes to that place, though another one's files may have claimed them in this run.

        They stay where they were before the run; else they go to the first of the claimants by identifier, so that
        the order of the schools does not matter.
        """
        claimed = self.placed.get(account)
        before, now = claimed or (home, "")
        if now and (now == before or (place != before and now <= place)):
            return now == place
        self._before.setdefault(account, claimed)
        self.placed[account] = before, place
        return True
