"""Structures of the embedded ENT: a tree, read upwards from any structure, or downwards to schools and classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import CTE, Connection, FromClause, Row, bindparam, literal, select, union_all

from bot.ent.embedded.database import Slice
from bot.ent.embedded.tables import ENT
from bot.ent.namesakes import Named, name_key, told_apart, town_key
from bot.ent.structures import Structures
from bot.folding import storable, words
from bot.terms import Kind, Structure
from bot.terms import uai as codes
from bot.terms.functions import Town
from bot.terms.tree import COMMUNES, VILLE

_Bare = Sequence[Any]  # the columns of `_COLUMNS`
_STRUCTURES = ENT.tables["ent_structures"]
_COMMUNES = ENT.tables["ent_communes"]
_COLUMNS = ("id", "parent", "name", "kind", "uai", "name_key")
_EVERYTHING = union_all(
    select(*(_STRUCTURES.c[name] for name in ("id", "name", "kind", "uai", "name_key"))),
    select(*(_COMMUNES.c[name] for name in ("id", "name", "kind", "uai")), literal("")),
).subquery("everything")
_SPACES = select(_COMMUNES.c.id, _COMMUNES.c.name).where(_COMMUNES.c.kind == VILLE).order_by(_COMMUNES.c.name, "id")
_SPACED = select(_STRUCTURES.c.id, _STRUCTURES.c.commune).where(
    _STRUCTURES.c.kind == Kind.SCHOOL.value, _STRUCTURES.c.commune != ""
)

# Not a recursive query: PostgreSQL would read the whole table at each of its steps.
_LEVELS = [_STRUCTURES.alias(f"level{number}") for number, _ in enumerate(Kind)]  # a class, up to the vendor
_up: FromClause = _LEVELS[0]
for _lower, _higher in pairwise(_LEVELS):
    _up = _up.outerjoin(_higher, _higher.c.id == _lower.c.parent)
_LINEAGE = (
    select(*(level.c[name] for level in _LEVELS for name in _COLUMNS))
    .select_from(_up)
    .where(_LEVELS[0].c.id.in_(bindparam("ids", expanding=True)))
)
_NAMESAKES = select(*(_STRUCTURES.c[name] for name in ("id", "kind", "name", "town", "uai", "name_key"))).where(
    _STRUCTURES.c.name_key.in_(bindparam("keys", expanding=True))
)


class EmbeddedStructures(Slice, Structures):
    """Reads structures from the tables."""

    async def structure(self, structure_id: str) -> Structure | None:
        """The structure with that identifier; None if there is none."""
        found = await self._database.read(lambda connection: lineage(connection, [structure_id]))
        return found.get(structure_id)

    async def by_uai(self, uai: str) -> Structure | None:
        """The school with that official code; None if there is none."""

        def read(connection: Connection) -> Structure | None:
            coded = select(_STRUCTURES.c.id).where(_STRUCTURES.c.uai == uai.strip().upper(), _STRUCTURES.c.uai != "")
            found = connection.execute(coded.where(_STRUCTURES.c.kind == Kind.SCHOOL.value)).scalar()
            return lineage(connection, [found])[found] if found is not None else None

        return await self._database.read(read)

    async def schools(self, within: Sequence[str]) -> list[Structure]:
        """The schools among those structures and below them, by name."""
        return await self._database.read(lambda connection: _below(connection, within, Kind.SCHOOL))

    async def classes(self, school: str) -> list[Structure]:
        """The classes of a school, by name."""
        return await self._database.read(lambda connection: _below(connection, [school], Kind.CLASS))

    async def towns(self, name: str, schools: Sequence[str]) -> list[Town]:
        """The spaces of towns that bear this name, and those that have one of these schools; by name."""
        return await self._database.read(lambda connection: _towns(connection, town_key(name), frozenset(schools)))


def lineage(connection: Connection, ids: Collection[str]) -> dict[str, Structure]:
    """Those structures and all above them, by identifier; unknown identifiers are left out.

    Takes two statements, three where some have the same name.
    """
    if not ids:
        return {}
    rows: dict[str, _Bare] = {}
    wide = len(_COLUMNS)
    for found in connection.execute(_LINEAGE, {"ids": sorted(ids)}):
        rows.update({found[at]: found[at : at + wide] for at in range(0, len(found), wide) if found[at] is not None})
    names = _names(connection, {row[-1] for row in rows.values()} - {""})
    known: dict[str, Structure] = {}
    for key in rows:
        _remember(key, rows, names, known)
    return known


def _names(connection: Connection, keys: Collection[str]) -> Mapping[str, str]:
    """By identifier, the name to show of each structure that has one of those keys and shares it with another one."""
    found = connection.execute(_NAMESAKES, {"keys": sorted(keys)}).all()
    times = Counter(row.name_key for row in found)
    shared = [row for row in found if times[row.name_key] > 1]
    if not shared:
        return {}
    marked = {name_key(f"{row.name} {mark}") for row in shared for mark in (row.town, row.uai) if mark}
    taken = connection.execute(_NAMESAKES, {"keys": sorted(marked)}).all()  # schools that bear such a name already
    return told_apart(Named(row.id, Kind(row.kind), row.name, row.town, row.uai) for row in (*shared, *taken))


def _below(connection: Connection, within: Sequence[str], kind: Kind) -> list[Structure]:
    """The structures of that kind among those and below them, by name."""
    below = scope(within)
    wanted = select(below.c.id).join(_STRUCTURES, _STRUCTURES.c.id == below.c.id)
    ids = connection.execute(wanted.where(_STRUCTURES.c.kind == kind.value)).scalars().all()
    tree = lineage(connection, ids)
    return sorted((tree[key] for key in ids), key=lambda place: (place.name, place.id))


def _towns(connection: Connection, key: str, schools: Collection[str]) -> list[Town]:
    """The spaces of towns with that key, or with one of these schools; by name."""
    of = {row.id: row.commune for row in connection.execute(_SPACED)}
    theirs = {of[one] for one in schools if one in of}
    found = [row for row in connection.execute(_SPACES) if row.id in theirs or (key and town_key(row.name) == key)]
    wanted = {row.id for row in found}
    tree = lineage(connection, [one for one, town in of.items() if town in wanted])
    known = sorted(tree.values(), key=lambda place: (place.name, place.id))
    return [Town(row.id, row.name, tuple(one for one in known if of.get(one.id) == row.id)) for row in found]


def scope(within: Sequence[str]) -> CTE:
    """A subquery of the identifiers of those structures and of all below them."""
    down = select(_STRUCTURES.c.id).where(_STRUCTURES.c.id.in_(within)).cte("down", recursive=True)
    return down.union(select(_STRUCTURES.c.id).join(down, _STRUCTURES.c.parent == down.c.id))


def _remember(
    key: str, rows: Mapping[str, _Bare], names: Mapping[str, str], known: dict[str, Structure]
) -> Structure:
    """The structure made of that row and of the rows above it; each one made is kept in `known`."""
    if key not in known:
        id_, parent, name, kind, uai, _ = rows[key]
        above = _remember(parent, rows, names, known) if parent is not None else None
        known[key] = Structure(id_, names.get(id_, name), Kind(kind), (*above.above, above) if above else (), uai)
    return known[key]


def all_schools(connection: Connection) -> list[tuple[str, str]]:
    """Every school by name: its official code, or its identifier where it has none, and a name that no other has."""
    rows = connection.execute(
        select(*(_STRUCTURES.c[name] for name in ("id", "uai", "name", "town")))
        .where(_STRUCTURES.c.kind == Kind.SCHOOL.value)
        .order_by(_STRUCTURES.c.name, _STRUCTURES.c.id)
    ).all()
    names = told_apart(Named(row.id, Kind.SCHOOL, row.name, row.town, row.uai) for row in rows)
    return [(row.uai or row.id, names[row.id]) for row in rows]


def meant(connection: Connection, typed: str) -> list[Row[Any]]:
    """The structures and towns that an operator means: the one with that UAI, else with that identifier, else of that
    name, of which there may be several. Each with its identifier, name, kind and UAI.
    """
    all_ = _EVERYTHING.c
    word = storable(typed.strip())
    key = name_key(word)
    ways = (all_.uai == codes.plain(word)) & (all_.uai != ""), all_.id == word, all_.id == word.lower()
    for way in ways:
        found = connection.execute(select(_EVERYTHING).where(way)).all()
        if found:
            return [*found]
    if not key:
        return []
    towns = connection.execute(select(_EVERYTHING).where(all_.kind.in_(COMMUNES))).all()
    named = connection.execute(select(_EVERYTHING).where(all_.name_key == key).order_by(all_.name, all_.id)).all()
    return [*named, *(one for one in towns if name_key(one.name) == key)]


def places_meant(connection: Connection, typed: str) -> list[tuple[str, str]]:
    """The structures of the tree that an operator means, as `meant`; else the schools whose names have all its words.

    Each as `all_schools`.
    """
    found = [one for one in meant(connection, typed) if one.kind not in COMMUNES]
    names = dict(all_schools(connection)) if len(found) > 1 else {}
    codes = [(one.uai or one.id, one.name) for one in found]
    return [(code, names.get(code, name)) for code, name in codes] or _alike(connection, typed)


def _alike(connection: Connection, typed: str) -> list[tuple[str, str]]:
    """The schools whose names have every word of that, as `all_schools`."""
    wanted = {*words(typed)}
    return [one for one in all_schools(connection) if wanted and wanted <= {*words(one[1])}]


def schools_among(connection: Connection, within: Sequence[str]) -> list[Structure]:
    """The schools among those structures and below them, by name."""
    return _below(connection, within, Kind.SCHOOL)
