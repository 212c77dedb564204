"""The filters of a list of accounts: read from typed words, changed by taps.

A facet is what can be filtered by, such as profile or class; each has values.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from bot.folding import fold, words
from bot.terms import Profile, Refusal, Structure
from bot.workflows.rules import written

Chosen = dict[str, dict[str, str]]

#: by facet, the values that its menu offers; those of class, group and school (`NAMED`) come from the ENT
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "profile": tuple(profile.value for profile in Profile),
    "state": ("active", "inactive", "blocked", "unblocked"),
    "source": ("AAF1D", "AAF", "CSV", "MANUAL"),
    "only": ("duplicates", "administrators"),
    "created": ("year", "month"),
    "sort": ("name", "profile"),
}
NAMED = ("class", "group", "school")

_OPPOSITE = {"active": "inactive", "inactive": "active", "blocked": "unblocked", "unblocked": "blocked"}
_WORDS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("eleve",), ("profile", "student")),
    **dict.fromkeys(("parent",), ("profile", "relative")),
    **dict.fromkeys(("enseignant", "enseignante"), ("profile", "teacher")),
    **dict.fromkeys(("personnel", "personnelle"), ("profile", "personnel")),
    **dict.fromkeys(("invite", "invitee"), ("profile", "guest")),
    **dict.fromkeys(("actif", "active"), ("state", "active")),
    **dict.fromkeys(("inactif", "inactive"), ("state", "inactive")),
    **dict.fromkeys(("bloque", "bloquee"), ("state", "blocked")),
    **dict.fromkeys(("nonbloque", "nonbloquee"), ("state", "unblocked")),
    **dict.fromkeys(("doublon",), ("only", "duplicates")),
    **dict.fromkeys(("administrateur", "administratrice", "adml"), ("only", "administrators")),
}
_SOURCES = {"onde": "AAF1D", "manuel": "MANUAL", "manuelle": "MANUAL", "classparam": "CLASS_PARAM"} | {
    name.lower(): name for name in ("AAF1D", "AAF", "CSV", "EDT", "UDT", "SSO", "MANUAL", "BE1D")
}
_SORTS = {"nom": "name", "profil": "profile"}
_NAMES = {"classe": "class", "groupe": "group", "ecole": "school"}
_TOKEN = re.compile(r'(?:[^\s"«»“”]|"[^"]*"|«[^«»]*»|“[^“”]*”)+')
_COLON = re.compile(r"(?<!\s)\s*+:\s*")
_QUOTES = re.compile('["«»“”\u00a0]')
_EARLIEST = 1900
_YEAR_BEGINS = (8, 15)  # accounts of a new school year are created from the end of August on


@dataclass(slots=True)
class Filters:
    """The filters of one list."""

    words: str = ""  #: the name looked for
    chosen: Chosen = field(default_factory=dict)  #: by facet, the chosen values, each with its name in the ENT or ""

    def values(self, facet: str) -> frozenset[str]:
        """The chosen values of a facet; empty where there is none."""
        return frozenset(self.chosen.get(facet, ()))

    def packed(self) -> dict[str, Any]:
        """The filters as plain values, for the records; `unpacked` reads them back."""
        return {"words": self.words, "chosen": self.chosen}


def unpacked(kept: Mapping[str, Any]) -> Filters:
    """The filters that `packed` wrote."""
    return Filters(kept["words"], {facet: dict(values) for facet, values in kept["chosen"].items()})


def read(typed: str, today: date) -> tuple[Filters, dict[str, list[str]]]:
    """The filters in the typed words; and by facet, the names of classes, groups and schools, to look up in the ENT.

    Quoted words are always part of the name looked for. A date without a year is the last such day until `today`.
    Refused for an unknown filter, or a date that does not exist.
    """
    filters, named, rest = Filters(), dict[str, list[str]](), list[str]()
    for token in _TOKEN.findall(_COLON.sub(":", typed)):
        key, colon, value = token.partition(":")
        bare = _QUOTES.sub(" ", value.replace("_", " ")).strip()
        if not colon or token[0] in '"«“':
            _take_word(filters, token, rest)
        elif not bare:
            raise Refusal("unknown-account-filter", name=token)
        elif fold(key) in _NAMES:
            named.setdefault(_NAMES[fold(key)], []).append(bare)
        else:
            _take(filters, token, fold(key), bare, today)
    filters.words = " ".join(" ".join(rest).split())
    return filters, named


def toggled(filters: Filters, facet: str, value: str, name: str = "") -> Filters:
    """The filters with that value chosen, or without it if it was; refused for a value that no menu offers."""
    if facet not in NAMED and value not in OPTIONS.get(facet, ()):
        raise Refusal("old-button")
    left = {key: dict(values) for key, values in filters.chosen.items()}
    values = left.pop(facet, {})
    there = value in values
    if facet in ("created", "sort", "school"):
        values = {}
    values.pop(value, None)
    values.pop(_OPPOSITE.get(value, ""), None)
    if not there and (facet, value) != ("sort", "name"):
        values[value] = name
    if values:
        left[facet] = values
    if facet == "school":  # the classes and groups chosen before belong to another school
        left.pop("class", None)
        left.pop("group", None)
    return Filters(filters.words, left)


def created_between(filters: Filters, today: date) -> tuple[date | None, date | None]:
    """The first and last day on which the accounts wanted were created; None where there is no such limit."""
    chosen = filters.chosen.get("created", {})
    if "month" in chosen:
        return today.replace(day=1), None
    if "year" in chosen:
        begun = date(today.year, *_YEAR_BEGINS)
        return begun if begun <= today else begun.replace(year=today.year - 1), None
    since, until = chosen.get("from"), chosen.get("until")
    return date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None


def called(typed: str, structures: Iterable[Structure]) -> list[Structure]:
    """The structures with exactly that name; if none, those where each typed word begins a word of the name."""
    known = list(structures)
    return [one for one in known if words(one.name) == words(typed)] or [
        one for one in known if _begins(typed, one.name)
    ]


def groups_called(typed: str, names: Collection[str]) -> list[str]:
    """As `called`, for the names of groups."""
    return [name for name in names if words(name) == words(typed)] or [name for name in names if _begins(typed, name)]


def _begins(typed: str, name: str) -> bool:
    return bool(words(typed)) and all(any(w.startswith(word) for w in words(name)) for word in words(typed))


def _take_word(filters: Filters, token: str, rest: list[str]) -> None:
    """Takes a typed word as a filter if it is one, else adds it to the name looked for (`rest`)."""
    known = _WORDS.get(_bare(token))
    if known is None:
        rest.append(_QUOTES.sub(" ", token))
    else:
        _choose(filters, *known)


def _take(filters: Filters, token: str, key: str, value: str, today: date) -> None:
    if key in ("depuis", "avant"):
        day = _date(value, today)
        end, day = ("from", day) if key == "depuis" else ("until", day - timedelta(days=1))
        filters.chosen.setdefault("created", {})[end] = day.isoformat()
    elif key == "source" and _bare(value) in _SOURCES:
        _choose(filters, "source", _SOURCES[_bare(value)])
    elif key == "tri" and _bare(value) in _SORTS:
        filters.chosen = toggled(filters, "sort", _SORTS[_bare(value)]).chosen
    elif key == "profil" and (profile := written.profile(value)) is not None:
        _choose(filters, "profile", profile.value)
    else:
        raise Refusal("unknown-account-filter", name=token)


def _choose(filters: Filters, facet: str, value: str) -> None:
    values = filters.chosen.setdefault(facet, {})
    values.pop(_OPPOSITE.get(value, ""), None)
    values[value] = ""


def _bare(word: str) -> str:
    """The word folded, without hyphens and a plural's s."""
    return re.sub(r"[-_ ]", "", fold(word)).removesuffix("s")


def _date(typed: str, today: date) -> date:
    day = written.day_before(typed, today)
    if day is None or day.year < _EARLIEST:
        raise Refusal("bad-date", typed=typed)
    return day
