"""Finds accounts by the beginnings of their names and by filters, a page at a time.

A few schools or classes are read whole, then filtered: `_small`. Elsewhere, if many accounts match, names are read in
order until the page is full: `_walk`. To meet the matches sooner, it reads only names that begin with a typed word,
and names of which another word begins with the same two letters. If reading goes on too long, few accounts match: the
full-text index then gives all of them, and they are sorted: `_few`. So the cost does not grow with the ENT.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, not_, select, tuple_

from bot.ent.embedded import traits
from bot.ent.embedded.administrators import administrators, batched
from bot.ent.embedded.matching import indexed, numbered, numbers, read
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.traits import BEGINNING, Clause
from bot.ent.lists import Query, Sort
from bot.folding import login_key, storable, words
from bot.terms import Kind, Profile

_MOST_WORDS = 12  # more find nobody: no name has so many, and databases limit the size of a condition
_LAST = "\U0010ffff"  # sorts after every other character
_FEW = 5000  # matches that are fetched from the index and sorted, at most
_WALKS = (4000, 16_000)  # names read in order at most, at the first and the second attempt
_WHOLE = 5  # schools or classes that are read whole, at most
_TELLING = 5  # letters in two words or more from which few matches are expected

_ACCOUNTS = ENT.tables["ent_accounts"]
_SEARCH = ENT.tables["ent_search"]
_STRUCTURES = ENT.tables["ent_structures"]
_BEGINNINGS = ENT.tables["ent_beginnings"]
_UNORDERED = _SEARCH.c.sort_name.concat("")  # matches no index, so that the planner sorts instead of walking one
_HITS = select(_SEARCH.c.profile, _SEARCH.c.sort_name, _SEARCH.c.account)
_BEGUN = _HITS.join(_BEGINNINGS, _BEGINNINGS.c.account == _SEARCH.c.account)
_LOGIN = _HITS.join(_ACCOUNTS, _ACCOUNTS.c.id == _SEARCH.c.account).where(_ACCOUNTS.c.login == bindparam("key"))
_PLACE = _HITS.where(_SEARCH.c.account == bindparam("key"))
_KINDS = select(_STRUCTURES.c.kind).where(_STRUCTURES.c.id.in_(bindparam("ids", expanding=True)))
_SCHOOL = {Kind.SCHOOL.value, Kind.CLASS.value}
_TOP = {Kind.VENDOR.value, Kind.RECTORAT.value}
_PROFILES = [profile.value for profile in Profile]


class Hit(NamedTuple):
    """The sort key of an account in a list by profile; without its first part, in a list by name."""

    profile: int
    sort_name: str
    account: str


_START = Hit(0, "", "")


@dataclass(frozen=True, slots=True)
class Page:
    """Account identifiers in order, whether more follow, and the number on all pages, None if unknown."""

    ids: list[str]
    more: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class _Hunt:
    """One search: its words and filters, and where its page begins."""

    connection: Connection
    words: list[str]
    login: str
    filters: tuple[Clause, ...]
    after: Hit
    limit: int  #: accounts on a page, plus one to know whether more follow
    few: bool  #: few matches are expected: the index is asked first

    @property
    def dialect(self) -> str:
        return self.connection.dialect.name

    @property
    def clauses(self) -> list[Clause]:
        """The clauses that an account must match, all of them."""
        return [*traits.of_words(self.words), *self.filters]


@dataclass(frozen=True, slots=True)
class _Stream:
    """A part of a search: its clauses, and which names to read for it; all names if both fields are empty."""

    clauses: list[Clause]
    leading: str = ""  #: reads only names that begin with this word
    letters: str = ""  #: reads only names of which a word after the first begins with these two letters


def search(connection: Connection, query: Query, within: Sequence[str], limit: int, after: str = "") -> Page:
    """A page of the accounts `within` that the query finds; `after` is the last account of the page before."""
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
    if query.administrators:
        return _among(hunt, administrators(connection, sorted(set(within))), query.sort)
    if query.classes or (len(kinds) <= _WHOLE and _SCHOOL.issuperset(kinds)):
        return _small(hunt, narrow, query.sort)
    found, count = (_by_profile(hunt, query), None) if query.sort is Sort.PROFILE else _by_name(hunt)
    more = len(found) > limit
    return Page([hit.account for hit in found[:limit]], more, len(found) if not more and not start else count)


def _small(hunt: _Hunt, narrow: Clause, sort: Sort) -> Page:
    """The page of a search in a few schools or classes: reads all their accounts, then filters and sorts them."""
    rows = indexed([narrow], hunt.dialect).where(read(hunt.clauses, hunt.dialect, _SEARCH.c.terms))
    return _sorted(hunt, {*map(_hit, hunt.connection.execute(rows)), *_named(hunt)}, sort)


def _among(hunt: _Hunt, ids: Collection[str], sort: Sort) -> Page:
    """The page of a search among these accounts, which are few: reads them all, then filters and sorts them."""
    chosen = _HITS.where(_SEARCH.c.account.in_(bindparam("ids", expanding=True)))
    rows = chosen.where(read(hunt.clauses, hunt.dialect, _SEARCH.c.terms))
    hits = [hit for part in batched(sorted(ids)) for hit in map(_hit, hunt.connection.execute(rows, {"ids": part}))]
    return _sorted(hunt, {*hits, *(hit for hit in _named(hunt) if hit.account in ids)}, sort)


def _sorted(hunt: _Hunt, hits: Collection[Hit], sort: Sort) -> Page:
    """The page of these matches, which are all there are."""
    start = 0 if sort is Sort.PROFILE else 1
    found = sorted(hits, key=lambda hit: hit[start:])
    rest = [hit.account for hit in found if hit[start:] > hunt.after[start:]]
    return Page(rest[: hunt.limit - 1], len(rest) >= hunt.limit, len(found))


def _by_profile(hunt: _Hunt, query: Query) -> list[Hit]:
    """The page of a list by profile: searches one profile after the other until the page is full."""
    found: list[Hit] = []
    for profile in (profile for profile in Profile if not query.profiles or profile in query.profiles):
        rank = _PROFILES.index(profile.value)
        if rank >= hunt.after.profile and len(found) < hunt.limit:
            after = hunt.after if rank == hunt.after.profile else _START
            filters = (traits.of_profile(profile), *hunt.filters)
            found += _by_name(replace(hunt, filters=filters, after=after, limit=hunt.limit - len(found)))[0]
    return found


def _by_name(hunt: _Hunt) -> tuple[list[Hit], int | None]:
    """The first matches by name, and the number of all matches, None if unknown."""
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
    """The number of matches, and the first of them by name; None instead of these if there are more than `_FEW`."""
    count, ids = hunt.connection.execute(numbers(clauses, hunt.dialect, _FEW + 1)).one()
    return count, _in_order(hunt, numbered(ids or [], hunt.dialect)) if count <= _FEW else None


def _streams(hunt: _Hunt) -> Iterator[_Stream]:
    """Splits a search of one or two words into one stream for each typed word and one for the rest.

    In each stream, matches are spread evenly over the names that are read for it.
    """
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
    """The first matches of a stream: by reading names in order, or from the index if that goes on too long."""
    for steps in _WALKS:
        walked, whole = _walk(hunt, stream, steps)
        if whole or len(walked) == hunt.limit:
            return walked
        _, few = _few(hunt, stream.clauses)
        if few is not None:
            return few
    return _in_order(hunt, indexed(stream.clauses, hunt.dialect))


def _walk(hunt: _Hunt, stream: _Stream, steps: int) -> tuple[list[Hit], bool]:
    """The matches among the next `steps` names of a stream, and whether these are its last names."""
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
    """The first of those rows by name, after the account that the page begins after."""
    if hunt.after is not _START:
        rows = rows.where(tuple_(_UNORDERED, _SEARCH.c.account) > tuple_(*_name(hunt.after)))
    ordered = rows.order_by(_UNORDERED, _SEARCH.c.account).limit(hunt.limit)
    return list(map(_hit, hunt.connection.execute(ordered)))


def _named(hunt: _Hunt) -> Iterator[Hit]:
    """The account with exactly the typed login, if it passes the filters and its name does not match the words."""
    terms = _SEARCH.c.terms
    wanted = _LOGIN.where(read(hunt.filters, hunt.dialect, terms), not_(read(hunt.clauses, hunt.dialect, terms)))
    if hunt.login and " " not in hunt.login:
        yield from map(_hit, hunt.connection.execute(wanted, {"key": hunt.login}))


def _hit(row: Any) -> Hit:
    return Hit(_PROFILES.index(row.profile), row.sort_name, row.account)


def _name(hit: Hit) -> tuple[str, str]:
    return hit[1:]
