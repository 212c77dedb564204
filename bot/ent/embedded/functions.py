"""The functions that accounts hold, in structures and through towns: at each school of a town, as they are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, or_, select, union_all

from bot.ent.embedded.tables import ENT
from bot.terms import Kind

_COMMUNES = ENT.tables["ent_communes"]
_FUNCTIONS = ENT.tables["ent_functions"]
_STRUCTURES = ENT.tables["ent_structures"]
_TOWNS = ENT.tables["ent_town_functions"]
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_SCHOOL = _STRUCTURES.c.kind == Kind.SCHOOL.value
_BELOW = select(_COMMUNES.c.id).where(or_(_COMMUNES.c.id == bindparam("key"), _COMMUNES.c.parent == bindparam("key")))
_SCHOOLS = (
    select(_STRUCTURES.c.id)
    .where(_SCHOOL, _STRUCTURES.c.commune.in_(_BELOW))
    .order_by(_STRUCTURES.c.name, _STRUCTURES.c.id)
)
_ABOVE = select(_COMMUNES.c.parent).where(_COMMUNES.c.id.in_(_IDS), _COMMUNES.c.parent.is_not(None))
_THROUGH = select(_TOWNS.c.account).where(or_(_TOWNS.c.commune.in_(_IDS), _TOWNS.c.commune.in_(_ABOVE))).distinct()

_HERE = _TOWNS.join(_STRUCTURES, _STRUCTURES.c.commune == _TOWNS.c.commune)
_IN_A_TOWN = _TOWNS.join(_COMMUNES, _COMMUNES.c.parent == _TOWNS.c.commune).join(
    _STRUCTURES, _STRUCTURES.c.commune == _COMMUNES.c.id
)
_BY_TOWN = (_TOWNS.c.account, _STRUCTURES.c.id.label("structure"), _TOWNS.c.function)
IN_TOWNS = union_all(
    *(select(*_BY_TOWN).select_from(joined).where(_SCHOOL) for joined in (_HERE, _IN_A_TOWN))
).subquery("in_towns")
"""Account, school and function: what is held at schools through their town, or through the syndicat above it."""
HELD = union_all(
    select(_FUNCTIONS.c.account, _FUNCTIONS.c.structure, _FUNCTIONS.c.function),
    select(IN_TOWNS.c.account, IN_TOWNS.c.structure, IN_TOWNS.c.function),
).subquery("held")
"""Account, structure and function: all that is held, wherever it comes from."""


def schools_of(connection: Connection, commune: str) -> list[str]:
    """The identifiers of the schools of a town, or of all towns of a syndicat, by name."""
    return list(connection.execute(_SCHOOLS, {"key": commune}).scalars())


def through(connection: Connection, communes: Collection[str]) -> list[str]:
    """The accounts that hold a function in one of these towns, or in the syndicat above it."""
    return list(connection.execute(_THROUGH, {"ids": sorted(communes)}).scalars()) if communes else []
