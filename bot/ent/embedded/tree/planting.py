"""Writes what the records of a file make of the tree: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, select, union_all

from bot.ent.embedded.administrators import batched
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.functions import through
from bot.ent.embedded.structures import scope
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.tree.comparing import Comparison, Grown, compare
from bot.ent.embedded.tree.nodes import UNDER, Node, Nodes, known
from bot.ent.namesakes import name_key
from bot.terms import Kind
from bot.terms.tree import COMMUNES, Remark, StructureRecord, TreeChange, TreeReport

_STRUCTURES = ENT.tables["ent_structures"]
_COMMUNES = ENT.tables["ent_communes"]
_ATTACHMENTS = ENT.tables["ent_attachments"]
_FUNCTIONS = ENT.tables["ent_functions"]
_ACCOUNTS = ENT.tables["ent_accounts"]
_FIELDS = ("name", "uai", "town", "zone", "parent", "commune")
_TOWNS = ENT.tables["ent_town_functions"]
_GIVEN = union_all(
    select(_FUNCTIONS.c.account, _FUNCTIONS.c.structure.label("place"), _FUNCTIONS.c.function),
    select(_TOWNS.c.account, _TOWNS.c.commune, _TOWNS.c.function),
).subquery()
_HOLDERS = (
    select(_GIVEN.c.place, _GIVEN.c.function, _ACCOUNTS.c.first_name, _ACCOUNTS.c.last_name)
    .join(_ACCOUNTS, _ACCOUNTS.c.id == _GIVEN.c.account)
    .where(_GIVEN.c.place.in_(bindparam("ids", expanding=True)), _ACCOUNTS.c.deleted_at.is_(None))
    .order_by(_ACCOUNTS.c.sort_name, _ACCOUNTS.c.id, _GIVEN.c.function)
)


def plant(connection: Connection, records: Sequence[StructureRecord], refused: Sequence[Remark] = ()) -> TreeReport:
    """Brings the tree to what the records say of it; returns what that changed.

    Where a line is refused here, or was already, nothing is written. Structures that no record names stay as they
    are.
    """
    nodes = known(connection)
    found = compare(records, nodes, refused)
    taken = _classes(connection, [one.after.id for one in found.grown if one.before is None])
    found.refused += [
        Remark(one.line, "id-taken", {"id": one.after.id, "name": taken[one.after.id], "kind": Kind.CLASS.value})
        for one in found.grown
        if one.after.id in taken
    ]
    wrong = sorted((*refused, *found.refused), key=lambda remark: remark.line)
    if wrong:
        return TreeReport(refused=tuple(wrong), noted=tuple(found.noted))
    grown = [one for one in found.grown if one.after != one.before]
    _write(connection, grown)
    moved = [one.after.id for one in grown if one.before is not None and one.before.parent != one.after.parent]
    if moved:
        within = select(_ATTACHMENTS.c.account).where(_ATTACHMENTS.c.structure.in_(select(scope(moved).c.id)))
        index(connection, connection.execute(within.distinct()).scalars().all())
    towns = {town for one in grown for town in _towns(one)}
    index(connection, through(connection, towns))
    changes = _told(connection, grown, nodes, found)
    return TreeReport(changes, len(found.grown) - len(grown), (), tuple(found.noted))


def _towns(one: Grown) -> set[str]:
    """The towns, and syndicats, whose schools are others than before by this change."""
    before = one.before or replace(one.after, parent="", commune="")
    name = "parent" if one.after.kind in COMMUNES else "commune"
    was, now = getattr(before, name), getattr(one.after, name)
    return {was, now} - {""} if was != now else set()


def _classes(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The names of the classes that have one of those identifiers, by identifier."""
    rows = select(_STRUCTURES.c.id, _STRUCTURES.c.name).where(_STRUCTURES.c.kind == Kind.CLASS.value)
    asked = rows.where(_STRUCTURES.c.id.in_(bindparam("ids", expanding=True)))
    return {row.id: row.name for part in batched(ids) for row in connection.execute(asked, {"ids": part})}


def _write(connection: Connection, grown: Iterable[Grown]) -> None:
    """Inserts new structures, the highest ones first, then updates those that change."""
    order = list(UNDER)
    new = sorted((one.after for one in grown if one.before is None), key=lambda node: order.index(node.kind))
    towns = [_row(node) for node in new if node.kind in COMMUNES]
    if towns:
        connection.execute(_COMMUNES.insert(), towns)
    tree = [_row(node) for node in new if node.kind not in COMMUNES]
    if tree:
        connection.execute(_STRUCTURES.insert(), tree)
    for node in (one.after for one in grown if one.before is not None):
        table = _COMMUNES if node.kind in COMMUNES else _STRUCTURES
        values = _row(node) | ({} if node.kind in COMMUNES else {"name_key": name_key(node.name)})
        connection.execute(table.update().where(table.c.id == node.id).values(values))


def _row(node: Node) -> dict[str, Any]:
    """The row of a structure, or of a town."""
    values: dict[str, Any] = {name: getattr(node, name) for name in ("id", "kind", "name", "uai", "town", "zone")}
    beside = node.kind in COMMUNES
    return values | {"parent": node.parent or None} | ({} if beside else {"commune": node.commune})


def _told(connection: Connection, grown: Sequence[Grown], nodes: Nodes, found: Comparison) -> tuple[TreeChange, ...]:
    """What is told of each structure that is made or changes, in the order of the file."""
    after = nodes.by_id | {one.after.id: one.after for one in found.grown}
    lines = {}
    for one in grown:
        if one.before is not None and (one.before.parent, one.before.commune) != (
            one.after.parent,
            one.after.commune,
        ):
            was, now = _above(one.before, nodes.by_id), _above(one.after, after)
            lines[one.after.id] = [was - now, now - was]
    holders = _holders(connection, {id_ for pair in lines.values() for ids in pair for id_ in ids})
    told = []
    for one in grown:
        before, node = one.before, one.after
        lost, gained = lines.get(node.id, (set(), set()))
        changed = _changed(before, node, after) if before is not None else {}
        people = [tuple(name for id_ in sorted(ids) for name in holders.get(id_, ())) for ids in (lost, gained)]
        told.append(TreeChange(one.line, node.id, node.kind, node.name, before is None, changed, *people))
    return tuple(told)


def _changed(before: Node, node: Node, after: Mapping[str, Node]) -> dict[str, tuple[str, str]]:
    """By field, what it was and what it is; structures by their names."""

    def shown(name: str, value: str) -> str:
        return after[value].name if name in ("parent", "commune") and value in after else value

    pairs = ((name, getattr(before, name), getattr(node, name)) for name in _FIELDS)
    return {name: (shown(name, was), shown(name, now)) for name, was, now in pairs if was != now}


def _above(node: Node, nodes: Mapping[str, Node]) -> set[str]:
    """The identifiers of all structures above, and of the town and the syndicat of a school."""
    found, ways = set[str](), [node.parent, node.commune]
    while ways:
        above = nodes.get(ways.pop())
        if above is not None and above.id not in found:
            found.add(above.id)
            beside = above.kind in COMMUNES  # nobody has rights over a school by what stands above its syndicat
            ways += [above.parent] if not beside or _is_commune(nodes.get(above.parent)) else []
    return found


def _is_commune(node: Node | None) -> bool:
    return node is not None and node.kind in COMMUNES


def _holders(connection: Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """By structure, who holds a function there: names, each with the function."""
    found: dict[str, list[str]] = {}
    for part in batched(sorted(ids)):
        for row in connection.execute(_HOLDERS, {"ids": part}):
            name = f"{row.first_name} {row.last_name} ({row.function})"
            found.setdefault(row.place, []).append(name)
    return found
