"""Accounts in the domain's words, with places, roles and children: three statements, however many accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, literal, select, union_all

from bot.ent.embedded.structures import lineage
from bot.ent.embedded.tables import ENT
from bot.terms import Account, Kind, Level, Profile, Role, Structure

#: what an agent may be, the highest first, and the level each answers at
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
_FUNCTIONS = ENT.tables["ent_functions"]
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_CHILDREN = select(_FAMILIES).where(_FAMILIES.c.relative.in_(_IDS)).order_by(_FAMILIES.c.student)
_TIES = union_all(
    select(_ATTACHMENTS.c.account, _ATTACHMENTS.c.structure, literal("").label("function")).where(
        _ATTACHMENTS.c.account.in_(_IDS)
    ),
    select(_FUNCTIONS.c.account, _FUNCTIONS.c.structure, _FUNCTIONS.c.function).where(_FUNCTIONS.c.account.in_(_IDS)),
)


def complete(connection: Connection, rows: Sequence[Row[Any]]) -> list[Account]:
    """The accounts of those rows of `ent_accounts`, in the same order."""
    if not rows:
        return []
    ids = [row.id for row in rows]
    children: dict[str, list[str]] = defaultdict(list)
    for family in connection.execute(_CHILDREN, {"ids": ids}):
        children[family.relative].append(family.student)
    everybody = {*ids, *(child for siblings in children.values() for child in siblings)}
    places: dict[str, list[str]] = defaultdict(list)
    functions: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for account, structure, function in connection.execute(_TIES, {"ids": sorted(everybody)}):
        if function:
            functions[account].append((function, structure))
        else:
            places[account].append(structure)
    tree = lineage(connection, {place for several in places.values() for place in several})
    return [_account(row, children[row.id], places, functions[row.id], tree) for row in rows]


def _account(
    row: Row[Any],
    children: Sequence[str],
    places: Mapping[str, Sequence[str]],
    functions: Sequence[tuple[str, str]],
    tree: Mapping[str, Structure],
) -> Account:
    attached = (tree[place] for person in (row.id, *children) for place in places.get(person, ()))
    known = sorted(((f, s) for f, s in functions if f in FUNCTIONS), key=lambda pair: (_rank(pair[0]), pair[1]))
    return Account(
        id=row.id,
        login=row.login,
        first_name=row.first_name,
        last_name=row.last_name,
        profile=Profile(row.profile),
        places=_schools(attached),
        roles=tuple(dict.fromkeys(Role(FUNCTIONS[function], structure) for function, structure in known)),
        children=tuple(children),
        function=known[0][0] if known else "",
        email=row.email,
    )


def _schools(attached: Iterable[Structure]) -> tuple[Structure, ...]:
    """The schools of those places, by name, each once; what lies above a school stands for itself."""
    schools = {school.id: school for school in (place.ancestor(Kind.SCHOOL) or place for place in attached)}
    return tuple(sorted(schools.values(), key=lambda school: (school.name, school.id)))


def _rank(function: str) -> int:
    return list(FUNCTIONS).index(function)
