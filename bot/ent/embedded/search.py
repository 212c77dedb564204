"""Accounts found by the beginnings of their names and by what narrows a list, a page at a time.

Where many are wanted, names are read in their order until the page is full: `_walk`. They are read where those wanted
stand close: among the names that begin with the word, and among those of which another word begins with its first two
letters. Where that takes too long, few are wanted: the index gives them all, and they are put in order. A school or a
class is read whole: `_small`. No cost grows with the ENT.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, not_, select, tuple_

from bot.ent.embedded import traits
from bot.ent.embedded.matching import indexed, numbered, numbers, read
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.traits import BEGINNING, Clause
from bot.ent.lists import Query, Sort
from bot.folding import login_key, storable, words
from bot.terms import Kind, Profile

_MOST_WORDS = 12  # nobody has a longer name, and databases refuse conditions without end
_LAST = "\U0010ffff"  # sorts after every other character
_FEW = 5000  # accounts that are put in order at once
_WALKS = (4000, 16_000)  # names that are read in order at most: most often few suffice
_WHOLE = 5  # schools that are read whole
_TELLING = 5  # letters of two words or more that few names begin with

_ACCOUNTS = ENT.tables["ent_accounts"]
_SEARCH = ENT.tables["ent_search"]
_STRUCTURES = ENT.tables["ent_structures"]
_BEGINNINGS = ENT.tables["ent_beginnings"]
_UNORDERED = _SEARCH.c.sort_name.concat("")  # as no index has it, lest a planner walks where it was told to gather
_HITS = select(_SEARCH.c.profile, _SEARCH.c.sort_name, _SEARCH.c.account)
_BEGUN = _HITS.join(_BEGINNINGS, _BEGINNINGS.c.account == _SEARCH.c.account)
_LOGIN = _HITS.join(_ACCOUNTS, _ACCOUNTS.c.id == _SEARCH.c.account).where(_ACCOUNTS.c.login == bindparam("key"))
_PLACE = _HITS.where(_SEARCH.c.account == bindparam("key"))
_KINDS = select(_STRUCTURES.c.kind).where(_STRUCTURES.c.id.in_(bindparam("ids", expanding=True)))
_SCHOOL = {Kind.SCHOOL.value, Kind.CLASS.value}
_TOP = {Kind.VENDOR.value, Kind.RECTORAT.value}
_PROFILES = [profile.value for profile in Profile]


class Hit(NamedTuple):
    """Where an account stands in a list by profile; without the first, in one by name."""

    profile: int
    sort_name: str
    account: str


_START = Hit(0, "", "")


@dataclass(frozen=True, slots=True)
class Page:
    """Accounts in their order, whether more follow, and how many there are in all where that is known."""

    ids: list[str]
    more: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class _Hunt:
    """One search: whom it wants, and where its page begins."""

    connection: Connection
    words: list[str]
    login: str
    filters: tuple[Clause, ...]
    after: Hit
    limit: int  #: one more than a page has
    few: bool  #: those wanted are likely few: the index is asked first

    @property
    def dialect(self) -> str:
        return self.connection.dialect.name

    @property
    def clauses(self) -> list[Clause]:
        """All that an account must have."""
        return [*traits.of_words(self.words), *self.filters]


@dataclass(frozen=True, slots=True)
class _Stream:
    """Accounts that have what every clause asks for, and the names to read for them: all, unless said otherwise."""

    clauses: list[Clause]
    leading: str = ""  #: names that begin with this
    letters: str = ""  #: names of which another word begins with these two


def search(connection: Connection, query: Query, within: Sequence[str], limit: int, after: str = "") -> Page:
    """A page of those `within` that the query finds; `after` is the last account of the page before."""
    wanted = list(dict.fromkeys(words(query.words)))
    if not within or len(wanted) > _MOST_WORDS or (query.words and not wanted):
        return Page([], False, 0)
    kinds = connection.execute(_KINDS, {"ids": sorted(set(within))}).scalars().all()
    scope = traits.of_places(sorted(set(within)), common=not _TOP.isdisjoint(kinds))
    narrow = traits.of_places(sorted(query.classes)) if query.classes else scope
    filters = (*traits.of_filters(query), *dict.fromkeys((narrow, scope)))
    start = next(map(_hit, connection.execute(_PLACE, {"key": storable(after)})), None) if after else None
    few = len(wanted) > 1 and sum(map(len, wanted)) >= _TELLING
    few = few or (max(map(len, wanted), default=0) >= BEGINNING and not {*kinds} & {*_TOP, Kind.DSDEN.value})
    hunt = _Hunt(connection, wanted, login_key(query.words), filters, start or _START, limit + 1, few)
    if query.classes or (len(kinds) <= _WHOLE and _SCHOOL.issuperset(kinds)):
        return _small(hunt, narrow, query.sort)
    found, count = (_by_profile(hunt, query), None) if query.sort is Sort.PROFILE else _by_name(hunt)
    more = len(found) > limit
    return Page([hit.account for hit in found[:limit]], more, len(found) if not more and not start else count)


def _small(hunt: _Hunt, narrow: Clause, sort: Sort) -> Page:
    """Everybody of a few places, then those of them who are wanted."""
    rows = indexed([narrow], hunt.dialect).where(read(hunt.clauses, hunt.dialect, _SEARCH.c.terms))
    hits = {*map(_hit, hunt.connection.execute(rows)), *_named(hunt)}
    start = 0 if sort is Sort.PROFILE else 1
    found = sorted(hits, key=lambda hit: hit[start:])
    rest = [hit.account for hit in found if hit[start:] > hunt.after[start:]]
    return Page(rest[: hunt.limit - 1], len(rest) >= hunt.limit, len(found))


def _by_profile(hunt: _Hunt, query: Query) -> list[Hit]:
    """One profile after the other, until the page is full."""
    found: list[Hit] = []
    for profile in (profile for profile in Profile if not query.profiles or profile in query.profiles):
        rank = _PROFILES.index(profile.value)
        if rank >= hunt.after.profile and len(found) < hunt.limit:
            after = hunt.after if rank == hunt.after.profile else _START
            filters = (traits.of_profile(profile), *hunt.filters)
            found += _by_name(replace(hunt, filters=filters, after=after, limit=hunt.limit - len(found)))[0]
    return found


def _by_name(hunt: _Hunt) -> tuple[list[Hit], int | None]:
    """The first of those wanted, by name, and how many there are where that is known."""
    named = list(_named(hunt))
    found = {hit for hit in named if _name(hit) > _name(hunt.after)}
    count, few = _few(hunt, hunt.clauses) if hunt.few else (0, None)
    if few is not None:
        found.update(few)
    else:
        for stream in _streams(hunt):
            found.update(_first(hunt, stream))
    return sorted(found, key=_name)[: hunt.limit], None if few is None else count + len(named)


def _few(hunt: _Hunt, clauses: Sequence[Clause]) -> tuple[int, list[Hit] | None]:
    """How many those are, and the first of them, where they are few indeed."""
    count, ids = hunt.connection.execute(numbers(clauses, hunt.dialect, _FEW + 1)).one()
    return count, _in_order(hunt, numbered(ids or [], hunt.dialect)) if count <= _FEW else None


def _streams(hunt: _Hunt) -> Iterator[_Stream]:
    """All those wanted in parts that are spread evenly over the names that are read for them."""
    if not 0 < len(hunt.words) <= 2:
        yield _Stream(hunt.clauses)
        return
    for word in hunt.words:
        rest = traits.of_words([other for other in hunt.words if other != word])
        yield _Stream([traits.of_leading(word), *rest, *hunt.filters], leading=word)
    longest = max(hunt.words, key=len)
    letters = longest[:BEGINNING] if len(longest) >= BEGINNING else ""
    yield _Stream([*traits.of_others(hunt.words), *hunt.filters], letters=letters)


def _first(hunt: _Hunt, stream: _Stream) -> list[Hit]:
    """The first of one part."""
    for steps in _WALKS:
        walked, whole = _walk(hunt, stream, steps)
        if whole or len(walked) == hunt.limit:
            return walked
        _, few = _few(hunt, stream.clauses)
        if few is not None:
            return few
    return _in_order(hunt, indexed(stream.clauses, hunt.dialect))


def _walk(hunt: _Hunt, stream: _Stream, steps: int) -> tuple[list[Hit], bool]:
    """Those wanted among the next names of a stream, and whether no more names come."""
    source = _BEGINNINGS if stream.letters else _SEARCH
    order, first = (source.c.sort_name, source.c.account), max(_name(hunt.after), (stream.leading, ""))
    part = [tuple_(*order) > tuple_(*first)]
    if stream.letters:
        part.append(_BEGINNINGS.c.letters == stream.letters)
    if stream.leading:
        part.append(_SEARCH.c.sort_name < stream.leading + _LAST)
    names = select(*order).where(*part).order_by(*order).offset(steps).limit(1)
    last = hunt.connection.execute(names).first()
    if last:
        part.append(tuple_(*order) <= tuple_(*last))
    rows = (_BEGUN if stream.letters else _HITS).where(*part, read(stream.clauses, hunt.dialect, _SEARCH.c.terms))
    return list(map(_hit, hunt.connection.execute(rows.order_by(*order).limit(hunt.limit)))), last is None


def _in_order(hunt: _Hunt, rows: Select[Any]) -> list[Hit]:
    """The first of all those rows."""
    if hunt.after is not _START:
        rows = rows.where(tuple_(_UNORDERED, _SEARCH.c.account) > tuple_(*_name(hunt.after)))
    ordered = rows.order_by(_UNORDERED, _SEARCH.c.account).limit(hunt.limit)
    return list(map(_hit, hunt.connection.execute(ordered)))


def _named(hunt: _Hunt) -> Iterator[Hit]:
    """Whoever has exactly that login and is not found by name, if wanted otherwise."""
    terms = _SEARCH.c.terms
    wanted = _LOGIN.where(read(hunt.filters, hunt.dialect, terms), not_(read(hunt.clauses, hunt.dialect, terms)))
    if hunt.login and " " not in hunt.login:
        yield from map(_hit, hunt.connection.execute(wanted, {"key": hunt.login}))


def _hit(row: Any) -> Hit:
    return Hit(_PROFILES.index(row.profile), row.sort_name, row.account)


def _name(hit: Hit) -> tuple[str, str]:
    return hit[1:]
