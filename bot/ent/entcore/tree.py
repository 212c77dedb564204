"""The tree of the structures that the bot's account administers, and the kind of each. Pure.

The server does not tell the kind of a structure, only what lies above it. A structure with a code (UAI) is a school,
unless one below it has a code too; so is a structure with nothing below it. Each level above is the next kind up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.ent.entcore.reading import key, rows, text
from bot.ent.namesakes import Named, told_apart, town_key
from bot.terms import Kind, Structure
from bot.terms.functions import Town

_UPWARDS = (Kind.SCHOOL, Kind.CIRCONSCRIPTION, Kind.DSDEN, Kind.RECTORAT, Kind.VENDOR)
_HIGHEST = 20  # structures above one: an administration has five


@dataclass(frozen=True, slots=True)
class Tree:
    """The known structures by identifier; of those above the administered ones, only the name is known."""

    known: Mapping[str, Structure]
    own: frozenset[str]  #: those the bot's account administers
    coded: Mapping[str, str] = field(default_factory=dict)  #: its schools by their official code (UAI)
    #: by school, the structures above it beside its own line: the space of its town
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def below(self, within: Iterable[str]) -> list[Structure]:
        """The administered structures among those and below them, by name."""
        wanted = set(within)
        found = (s for s in map(self.known.__getitem__, self.own) if wanted & {s.id, *(a.id for a in s.above)})
        return sorted(found, key=lambda structure: (structure.name, structure.id))

    def schools(self, within: Iterable[str]) -> list[Structure]:
        """The schools among those structures and below them, by name."""
        return [structure for structure in self.below(within) if structure.kind is Kind.SCHOOL]

    def towns(self, key: str, schools: Collection[str]) -> list[Town]:
        """The spaces of towns with that key, or with one of these schools; by name.

        A structure without any code and with nothing below it is read as a school: one of that name is a space, too.
        """
        spaces: dict[str, list[Structure]] = {
            one: [] for one, found in self.known.items() if found.kind is Kind.SCHOOL and not found.uai
        }
        for school, towns in self.beside.items():
            for town in towns:
                spaces.setdefault(town, []).append(self.known[school])
        theirs = {town for one in schools for town in self.beside.get(one, ())}
        named = {one for one in spaces if key and town_key(self.known[one].name) == key}
        found = sorted((self.known[one] for one in theirs | named), key=lambda one: (one.name, one.id))
        return [Town(one.id, one.name, _by_name(spaces[one.id])) for one in found]

    def tops(self, scope: Iterable[str]) -> list[Structure]:
        """The known structures of a scope, highest first, without those below another one of the scope."""
        wanted = set(scope)
        found = (self.known[one] for one in wanted if one in self.known)
        tops = (structure for structure in found if not wanted & {above.id for above in structure.above})
        return sorted(tops, key=lambda structure: (-_UPWARDS.index(structure.kind), structure.id))

    def roots(self) -> list[Structure]:
        """The structures with nothing above them."""
        return sorted((s for s in self.known.values() if not s.above), key=lambda structure: structure.id)


def _by_name(places: Iterable[Structure]) -> tuple[Structure, ...]:
    return tuple(sorted(places, key=lambda place: (place.name, place.id)))


def read_tree(listed: Any) -> Tree:
    """The tree in the JSON of `/directory/structure/admin/list`."""
    own = {key(row): row for row in rows(listed)}
    above = {key(row): row for mine in own.values() for row in rows(mine.get("parents"))}
    every = above | own
    parents = {one: _parent(one, row, own) for one, row in own.items()}
    children: dict[str, list[str]] = defaultdict(list)
    for one, parent in parents.items():
        children[parent].append(one)
    coded = {one for one, row in own.items() if text(row.get("UAI"))}
    heights = _heights(every, children, coded)
    kinds = {one: _UPWARDS[min(heights[one], len(_UPWARDS) - 1)] for one in every}
    names = told_apart(_named(row, kinds[one]) for one, row in every.items())
    known = {one: _structure(one, names, parents, kinds) for one in every}
    schools = {text(own[one].get("UAI")).upper(): one for one in coded if kinds[one] is Kind.SCHOOL}
    known |= {one: replace(known[one], uai=code) for code, one in schools.items()}
    beside = {one: _beside(row, parents[one], every) for one, row in own.items() if kinds[one] is Kind.SCHOOL}
    return Tree(known, frozenset(own), schools, {one: towns for one, towns in beside.items() if towns})


def _named(row: dict[str, Any], kind: Kind) -> Named:
    """The name of the structure in that object, with its town and code as far as the server tells them."""
    name = text(row.get("name")) or text(row.get("manualName")) or key(row)
    return Named(key(row), kind, name, text(row.get("city")), text(row.get("UAI")))


def _parent(one: str, row: dict[str, Any], own: Mapping[str, Any]) -> str:
    """The identifier of its first parent, an administered one if there is any; empty if it has no parent."""
    found = [key(parent) for parent in rows(row.get("parents")) if key(parent) != one]
    return next((parent for parent in found if parent in own), found[0] if found else "")


def _beside(row: dict[str, Any], parent: str, every: Mapping[str, Any]) -> tuple[str, ...]:
    """The identifiers of its other parents than that one."""
    return tuple(found for one in rows(row.get("parents")) if (found := key(one)) != parent and found in every)


def _heights(every: Iterable[str], children: Mapping[str, list[str]], coded: set[str]) -> dict[str, int]:
    """The number of levels below each structure, 0 for a school. A cycle in the data is cut."""
    heights: dict[str, int] = {}
    codes: dict[str, bool] = {}  #: whether a structure below has a code
    for one in _from_below(every, children):
        below = [child for child in children.get(one, ()) if child in heights]
        codes[one] = any(child in coded or codes[child] for child in below)
        school = one in coded and not codes[one]
        heights[one] = 0 if school else max((heights[child] + 1 for child in below), default=0)
    return heights


def _from_below(every: Iterable[str], children: Mapping[str, list[str]]) -> Iterator[str]:
    """Each structure once, after those below it, however deep the tree is."""
    met: set[str] = set()
    for top in every:
        path = [] if top in met else [(top, iter(children.get(top, ())))]
        met.add(top)
        while path:
            one, below = path[-1]
            child = next((child for child in below if child not in met), None)
            if child is None:
                path.pop()
                yield one
            else:
                met.add(child)
                path.append((child, iter(children.get(child, ()))))


def _structure(
    bottom: str, names: Mapping[str, str], parents: Mapping[str, str], kinds: Mapping[str, Kind]
) -> Structure:
    """The structure with the known structures above it; no further than `_HIGHEST`, or than a cycle in the data."""
    line = [bottom]
    while (above := parents.get(line[-1], "")) and above not in line and len(line) <= _HIGHEST:
        line.append(above)
    made: list[Structure] = []
    for one in reversed(line):
        made.append(Structure(one, names[one], kinds[one], tuple(made)))
    return made[-1]
