"""Makes an `Account` of each row of `ent_accounts`, in four statements however many rows there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, literal, select, union_all

from bot.ent.embedded.functions import HELD, IN_TOWNS
from bot.ent.embedded.structures import lineage
from bot.ent.embedded.tables import ENT
from bot.terms import Account, Kind, Level, Profile, Role, Structure

#: the functions of agents, highest first, and the level at which each answers requests
FUNCTIONS = {
    "vendor": Level.VENDOR,
    "plateforme": Level.RECTORAT,
    "danei": Level.DSDEN,
    "erun": Level.CIRCONSCRIPTION,
    "director": Level.SCHOOL,
    "adml": Level.SCHOOL,
}

_FAMILIES = ENT.tables["ent_families"]
_ATTACHMENTS = ENT.tables["ent_attachments"]
_DUPLICATES = ENT.tables["ent_duplicates"]
_GROUPS = ENT.tables["ent_groups"]
_MEMBERSHIPS = ENT.tables["ent_memberships"]
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_FAMILY = union_all(
    select(_FAMILIES.c.relative, _FAMILIES.c.student).where(_FAMILIES.c.relative.in_(_IDS)),
    select(_FAMILIES.c.relative, _FAMILIES.c.student).where(_FAMILIES.c.student.in_(_IDS)),
)
_GROUPED = _MEMBERSHIPS.join(_GROUPS, _GROUPS.c.id == _MEMBERSHIPS.c.group)
_TIES = union_all(
    select(literal("place"), _ATTACHMENTS.c.account, _ATTACHMENTS.c.structure, literal("")).where(
        _ATTACHMENTS.c.account.in_(_IDS)
    ),
    select(literal("place"), IN_TOWNS.c.account, IN_TOWNS.c.structure, literal("")).where(
        IN_TOWNS.c.account.in_(_IDS)
    ),
    select(literal("function"), HELD.c.account, HELD.c.structure, HELD.c.function).where(HELD.c.account.in_(_IDS)),
    select(literal("group"), _MEMBERSHIPS.c.account, _GROUPS.c.name, literal(""))
    .select_from(_GROUPED)
    .where(_MEMBERSHIPS.c.account.in_(_IDS)),
    select(literal("duplicate"), _DUPLICATES.c.account, _DUPLICATES.c.other, literal("")).where(
        _DUPLICATES.c.account.in_(_IDS)
    ),
)
_FOLDED = {"sort_name", "password", "profile", "ine"}  #: columns that are not copied into an `Account`


@dataclass(slots=True)
class _Ties:
    """The family, structures, functions, groups and duplicates of one account, as identifiers."""

    children: set[str] = field(default_factory=set)
    relatives: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    functions: list[tuple[str, str]] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)


def complete(connection: Connection, rows: Sequence[Row[Any]]) -> list[Account]:
    """One account for each row of `ent_accounts`, in the order of the rows."""
    if not rows:
        return []
    ties = _ties(connection, [row.id for row in rows])
    tree = lineage(connection, {place for several in ties.values() for place in several.places})
    return [_account(row, ties, tree) for row in rows]


def _ties(connection: Connection, ids: Sequence[str]) -> Mapping[str, _Ties]:
    """The ties of those accounts and of their children, by identifier."""
    ties: dict[str, _Ties] = defaultdict(_Ties)
    for relative, student in connection.execute(_FAMILY, {"ids": ids}):
        ties[relative].children.add(student)
        ties[student].relatives.add(relative)
    everybody = sorted({*ids, *(child for key in ids for child in ties[key].children)})
    for kind, account, other, function in connection.execute(_TIES, {"ids": everybody}):
        if kind == "place":
            ties[account].places.append(other)
        elif kind == "function":
            ties[account].functions.append((function, other))
        elif kind == "group":
            ties[account].groups.append(other)
        else:
            ties[account].duplicates.append(other)
    return ties


def _account(row: Row[Any], ties: Mapping[str, _Ties], tree: Mapping[str, Structure]) -> Account:
    mine = ties[row.id]
    children = sorted(mine.children)
    attached = [tree[place] for key in (row.id, *children) for place in ties[key].places]
    known = sorted(
        (pair for pair in mine.functions if pair[0] in FUNCTIONS), key=lambda pair: (_rank(*pair), pair[1])
    )
    return Account(
        **{name: value for name, value in row._mapping.items() if name not in _FOLDED},
        profile=Profile(row.profile),
        places=_schools(attached),
        roles=tuple(dict.fromkeys(Role(FUNCTIONS[function], structure) for function, structure in known)),
        children=tuple(children),
        relatives=tuple(sorted(mine.relatives)),
        function=known[0][0] if known else "",
        classes=_by_name(place for place in attached if place.kind is Kind.CLASS),
        groups=tuple(sorted(mine.groups)),
        duplicates=tuple(sorted(mine.duplicates)),
    )


def _schools(attached: Iterable[Structure]) -> tuple[Structure, ...]:
    """The school of each place; the place itself where it lies above the schools."""
    return _by_name(place.ancestor(Kind.SCHOOL) or place for place in attached)


def _by_name(places: Iterable[Structure]) -> tuple[Structure, ...]:
    """The places sorted by name, without repeats."""
    return tuple(sorted({place.id: place for place in places}.values(), key=lambda place: (place.name, place.id)))


def _rank(function: str, _structure: str) -> int:
    """The place of the function in `FUNCTIONS`; 0 for the highest."""
    return list(FUNCTIONS).index(function)
