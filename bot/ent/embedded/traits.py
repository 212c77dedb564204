"""The search terms of accounts: words of their names, their structures, and the values that filters ask for.

A term that begins with `^` is the first word of the last name, by which lists are sorted; one that begins with `_` is
not a word of the name. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from functools import lru_cache
from hashlib import blake2s

from bot.ent.lists import Query
from bot.folding import fold, tokens, words
from bot.terms import Account, Profile

LOCAL = ("director", "adml")  #: the functions of local administrators
LEADING = "^"  #: marks the first word of the last name
BEGINNING = 2  #: letters of a word that `ent_beginnings` lists names by
_REMEMBERED = 16_384  # results of the cached functions: names, schools and groups repeat
_LONGEST = 40  # letters of a word that are compared; the rest is ignored


@dataclass(frozen=True, slots=True)
class Clause:
    """Matches an account that has one of the terms, or, with `begins`, a term that begins with one of them."""

    terms: tuple[str, ...]
    begins: bool = False
    common: bool = False  #: most accounts match it, so an index does not help


def sort_name(first_name: str, last_name: str) -> str:
    """The text that lists are sorted by: last name, then first name, without case and accents."""
    return fold(f"{last_name} {first_name}")


def account_terms(account: Account) -> list[str]:
    """Every search term of the account, each once."""
    return list(dict.fromkeys((*_names(account), *_places(account), *_facts(account))))


def beginnings(account: Account) -> set[str]:
    """The first two letters of each word of the name, except the first word of the last name."""
    rest = (*_last_name(account.last_name)[1], *_words(account.first_name))
    return {word[:BEGINNING] for word in rest if len(word) >= BEGINNING}


def _names(account: Account) -> Iterator[str]:
    leading, rest = _last_name(account.last_name)
    if leading:
        yield LEADING + leading
    yield from rest
    yield from _words(account.first_name)


@lru_cache(_REMEMBERED)
def _last_name(name: str) -> tuple[str, tuple[str, ...]]:
    """The first word of the last name and the others; the first is empty if the name does not begin with a word."""
    leading, *rest = _words(name) or ("",)
    return (leading, tuple(rest)) if leading and fold(name).startswith(leading) else ("", _words(name))


@lru_cache(_REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    parts = words(name)
    return tuple(word[:_LONGEST] for word in (*parts, *sorted(tokens(name) - set(parts))))


def _places(account: Account) -> Iterator[str]:
    for place in (*account.places, *account.classes):
        for structure in (place, *place.above):
            yield _place(structure.id)


def _facts(account: Account) -> Iterator[str]:
    yield _profile(account.profile)
    yield _source(account.source)
    yield _activated(account.activated)
    yield _blocked(account.blocked)
    yield from map(_group, account.groups)
    if account.duplicates:
        yield "_d"
    if account.function in LOCAL:
        yield "_m"  # the release before asks for it
    if account.created_at:
        day = account.created_at.astimezone(UTC).date()
        yield from (_year(day), _month(day), _day(day))


def of_words(wanted: list[str]) -> list[Clause]:
    """A clause for each word: it must begin a word of the name."""
    return [Clause((word[:_LONGEST], LEADING + word[:_LONGEST]), begins=True) for word in wanted]


def of_leading(word: str) -> Clause:
    """A clause: the word must begin the last name."""
    return Clause((LEADING + word[:_LONGEST],), begins=True)


def of_others(wanted: list[str]) -> list[Clause]:
    """A clause for each word: it must begin a word of the name other than the first of the last name."""
    return [Clause((word[:_LONGEST],), begins=True) for word in wanted]


def of_places(structures: list[str], common: bool = False) -> Clause:
    """A clause: in one of those structures, or below."""
    return Clause(tuple(_place(structure) for structure in structures), common=common)


def of_profile(profile: Profile) -> Clause:
    """A clause: of that profile."""
    return Clause((_profile(profile),))


def of_filters(query: Query) -> list[Clause]:
    """A clause for each filter of the query, except its words, its classes and whether it is for administrators."""
    clauses = [
        Clause(tuple(sorted(map(_profile, query.profiles)))),
        Clause(tuple(sorted(map(_group, query.groups)))),
        Clause(tuple(sorted(map(_source, query.sources)))),
        Clause(() if query.activated is None else (_activated(query.activated),)),
        Clause(() if query.blocked is None else (_blocked(query.blocked),)),
        Clause(("_d",) if query.duplicates else ()),
    ]
    if query.created_from or query.created_until:
        days = _days(query.created_from or date(1990, 1, 1), query.created_until or date(2100, 12, 31))
        clauses.append(Clause(tuple(days) or ("_never",)))
    return [clause for clause in clauses if clause.terms]


def _days(first: date, last: date) -> Iterator[str]:
    """Terms that cover the days from the first to the last: a year or a month where it fits whole, else days."""
    while first <= last:
        year = date(first.year, 12, 31)
        month = (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
        if first.day == 1 and first.month == 1 and year <= last:
            yield _year(first)
            first = year
        elif first.day == 1 and month <= last:
            yield _month(first)
            first = month
        else:
            yield _day(first)
        first += timedelta(1)


@lru_cache(_REMEMBERED)
def _digest(text: str) -> str:
    return blake2s(text.encode("utf-8", "ignore"), digest_size=6).hexdigest()


def _place(structure: str) -> str:
    return f"_s{_digest(structure)}"


def _group(name: str) -> str:
    return f"_g{_digest(name)}"


def _source(source: str) -> str:
    return f"_o{_digest(source)}"


def _profile(profile: Profile) -> str:
    return f"_p{profile.value}"


def _activated(activated: bool) -> str:
    return "_a" if activated else "_i"


def _blocked(blocked: bool) -> str:
    return "_b" if blocked else "_f"


def _year(day: date) -> str:
    return f"_y{day.year}"


def _month(day: date) -> str:
    return f"_y{day.year}{day.month:02}"


def _day(day: date) -> str:
    return f"_y{day.year}{day.month:02}{day.day:02}"
