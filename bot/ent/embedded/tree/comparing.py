"""Compares the records of a file with the tree: what each structure becomes, and which lines cannot be. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.ent.embedded.tree.identity import find, is_called, parent
from bot.ent.embedded.tree.nodes import FREE, UNDER, Node, Nodes, changed, made
from bot.ent.namesakes import name_key
from bot.terms import Kind, uai
from bot.terms.tree import VILLE, Remark, StructureRecord


@dataclass(slots=True)
class Grown:
    """One record: what its structure was, None for a new one, and what it becomes."""

    record: StructureRecord
    before: Node | None
    after: Node

    @property
    def line(self) -> int:
        """The record's line in the file."""
        return self.record.line


@dataclass(slots=True)
class Comparison:
    """What becomes of the records, and what is to be said of their lines."""

    grown: list[Grown] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    noted: list[Remark] = field(default_factory=list)


def compare(records: Sequence[StructureRecord], nodes: Nodes, refused: Sequence[Remark] = ()) -> Comparison:
    """What the records make of these structures; where anything is refused, nothing of it may be written.

    `refused` are lines that could not be taken already: that those below them have no parent is not said.
    """
    result = Comparison()
    lost = [remark.record for remark in refused if remark.record is not None]
    for record in records:
        before = find(record, nodes)
        if isinstance(before, Remark):
            result.refused.append(before)
            lost.append(record)
            continue
        after = changed(before, record) if before is not None else made(record)
        result.grown.append(Grown(record, before, after))
    result.refused += [remark for one in result.grown for remark in _faults(one, nodes)]
    result.refused += _repeated(result.grown)
    whole = _whole(nodes, result.grown)
    for one in result.grown:
        result.refused += _raise(one, whole, lost)
    whole = _whole(nodes, result.grown)
    result.refused += _circles(result.grown, whole)
    placed = [one for one in result.grown if not _is_below(one, lost)]
    result.refused += [remark for one in placed for remark in _misplaced(one, whole, result.refused)]
    result.noted += _alike(result.grown, whole)
    return result


def _whole(nodes: Nodes, grown: Iterable[Grown]) -> Nodes:
    """All structures as they are once the records are written."""
    found = dict(nodes.by_id) | {one.after.id: one.after for one in grown}
    whole = Nodes()
    for node in found.values():
        whole.add(node)
    return whole


def _faults(one: Grown, nodes: Nodes) -> Iterator[Remark]:
    """Why this record alone cannot be."""
    line, record, before, after = one.line, one.record, one.before, one.after
    known = before.uai if before is not None else ""
    if record.uai != known and record.uai and record.uai[-1] != uai.letter(record.uai):
        yield Remark(line, "wrong-letter", {"uai": record.uai, "letter": uai.letter(record.uai)})
    if before is not None:
        if record.kind and record.kind != before.kind:
            yield Remark(line, "other-kind", {"name": before.name, "kind": before.kind, "typed": record.kind})
        return
    taken = nodes.by_id.get(after.id)
    if taken is not None:
        yield Remark(line, "id-taken", {"id": taken.id, "name": taken.name, "kind": taken.kind})
    if not record.kind:
        yield Remark(line, "no-kind", {})
    elif not record.name:
        yield Remark(line, "no-name", {})
    elif not record.parents and record.kind not in FREE:
        yield Remark(line, "no-parent", {"kind": record.kind, "under": UNDER[record.kind][0]})


def _repeated(grown: Sequence[Grown]) -> Iterator[Remark]:
    """Lines about a structure, or with a UAI, that an earlier line is about already."""
    ids, codes = dict[str, int](), dict[str, int]()
    for one in grown:
        first = ids.setdefault(one.after.id.lower(), one.line)
        if first != one.line:
            yield Remark(one.line, "twice", {"id": one.after.id, "first": str(first)})
            continue
        first = codes.setdefault(one.after.uai, one.line) if one.after.uai else one.line
        if first != one.line:
            yield Remark(one.line, "uai-twice", {"uai": one.after.uai, "first": str(first)})


def _is_below(one: Grown, lost: Sequence[StructureRecord]) -> bool:
    """Whether the record names one of those as a parent."""
    return any(is_called(typed, other) for typed in one.record.parents for other in lost)


def _raise(one: Grown, whole: Nodes, lost: Sequence[StructureRecord]) -> list[Remark]:
    """Puts the structure below the parents that its record names; returns why it cannot be, apart from those lost."""
    refused, above = list[Remark](), list[Node]()
    for typed in one.record.parents:
        found = parent(typed, UNDER.get(one.after.kind, ()), one.line, whole)
        if isinstance(found, Remark):
            if found.reason != "unknown-parent" or not any(is_called(typed, other) for other in lost):
                refused.append(found)
        else:
            above.append(found)
    towns = [node for node in above if node.kind == VILLE and one.after.kind == Kind.SCHOOL.value]
    others = [node for node in above if node not in towns]
    for several in (towns, others):
        if len(several) > 1:
            refused.append(Remark(one.line, "two-parents", {"parents": ", ".join(node.name for node in several)}))
    if others:
        one.after = replace(one.after, parent=others[0].id)
    if towns:
        one.after = replace(one.after, commune=towns[0].id)
    return refused


def _circles(grown: Iterable[Grown], whole: Nodes) -> Iterator[Remark]:
    """Lines whose structure would stand above itself."""
    for one in grown:
        way, at = [one.after.id], one.after.parent
        while at and at not in way:
            way.append(at)
            at = whole.by_id[at].parent if at in whole.by_id else ""
        if at == one.after.id:
            yield Remark(one.line, "circle", {"way": " › ".join((*way, at))})


def _misplaced(one: Grown, whole: Nodes, said: Sequence[Remark]) -> Iterator[Remark]:
    """The line whose structure stands below one of the wrong kind, or a new school's that has only a town."""
    kind, above = one.after.kind, whole.by_id.get(one.after.parent)
    if not one.record.parents or any(remark.line == one.line for remark in said):
        return
    if above is None:
        if kind not in FREE:
            yield Remark(one.line, "no-parent", {"kind": kind, "under": UNDER[kind][0]})
    elif above.kind not in UNDER.get(kind, ()):
        under = " or ".join(UNDER.get(kind, ()))
        facts = {"kind": kind, "parent": above.name, "is": above.kind, "under": under or "nothing"}
        yield Remark(one.line, "wrong-parent", facts)


def _alike(grown: Iterable[Grown], whole: Nodes) -> Iterator[Remark]:
    """Lines that make or rename a school so that neither its name nor its town tells it from another one."""
    for one in grown:
        node, before = one.after, one.before
        if node.kind != Kind.SCHOOL.value or (
            before is not None and (before.key, before.town) == (node.key, node.town)
        ):
            continue
        town = name_key(node.town)
        others = [other for other in whole.named([node.kind], node.name) if other.id != node.id]
        if any(not town or name_key(other.town) in ("", town) for other in others):
            facts = {"name": node.name, "ids": ", ".join(other.id for other in others)}
            yield Remark(one.line, "alike", facts)
