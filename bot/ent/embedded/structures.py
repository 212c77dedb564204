"""The tree of structures, read from any of its leaves up and from any of its knots down."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import CTE, Connection, Row, bindparam, select

from bot.ent.embedded.tables import ENT
from bot.terms import Kind, Structure

_STRUCTURES = ENT.tables["ent_structures"]
_START = _STRUCTURES.c.id.in_(bindparam("ids", expanding=True))

_up = select(_STRUCTURES.c.id, _STRUCTURES.c.parent).where(_START).cte("up", recursive=True)
_up = _up.union(select(_STRUCTURES.c.id, _STRUCTURES.c.parent).join(_up, _STRUCTURES.c.id == _up.c.parent))
_LINEAGE = select(_STRUCTURES).join(_up, _STRUCTURES.c.id == _up.c.id)


def lineage(connection: Connection, ids: Collection[str]) -> dict[str, Structure]:
    """Those structures and all that lies above them, by identifier, in one statement."""
    if not ids:
        return {}
    rows = {row.id: row for row in connection.execute(_LINEAGE, {"ids": sorted(ids)})}
    return {key: _structure(key, rows) for key in rows}


def scope(within: Sequence[str]) -> CTE:
    """The identifiers of those structures and of all that lies below them, as a part of a query."""
    down = select(_STRUCTURES.c.id).where(_STRUCTURES.c.id.in_(within)).cte("down", recursive=True)
    return down.union(select(_STRUCTURES.c.id).join(down, _STRUCTURES.c.parent == down.c.id))


def _structure(key: str, rows: Mapping[str, Row[Any]]) -> Structure:
    row = rows[key]
    parent = _structure(row.parent, rows) if row.parent is not None else None
    above = () if parent is None else (*parent.above, parent)
    return Structure(row.id, row.name, Kind(row.kind), above)
