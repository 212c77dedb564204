"""Which structure each record of a file is about: by identifier, by UAI, or by name below the same parent."""

from __future__ import annotations

from bot.ent.embedded.tree.nodes import UNDER, Node, Nodes
from bot.ent.namesakes import name_key
from bot.terms import Kind, uai
from bot.terms.tree import Remark, StructureRecord


def find(record: StructureRecord, nodes: Nodes) -> Node | Remark | None:
    """The known structure that the record is about; None where it is a new one; a remark where that is not sure.

    A name counts only below the parent that the record names: so nothing moves that is not named by its identifier
    or UAI.
    """
    coded = nodes.by_uai.get(record.uai) if record.uai else None
    if record.id:
        found = nodes.by_id.get(record.id) or nodes.by_id.get(record.id.lower())
        if coded is not None and coded is not found:
            return Remark(record.line, "uai-elsewhere", {"uai": record.uai, "id": coded.id, "name": coded.name})
        return found
    if coded is not None:
        return coded
    alike = [one for one in nodes.named([record.kind] if record.kind else UNDER, record.name) if _may_be(record, one)]
    if record.parents:
        alike = [
            one for one in alike if any(_is(nodes, above, record.parents) for above in (one.parent, one.commune))
        ]
    if len(alike) > 1:
        return Remark(record.line, "several", {"name": record.name, "ids": ", ".join(one.id for one in alike)})
    return alike[0] if alike else None


def parent(typed: str, kinds: tuple[str, ...], line: int, nodes: Nodes) -> Node | Remark:
    """The structure that a record names as its parent: by identifier, UAI or name, of those kinds first."""
    found = nodes.by_id.get(typed) or nodes.by_uai.get(uai.plain(typed)) or nodes.by_id.get(typed.lower())
    if found is not None:
        return found
    alike = nodes.named(kinds, typed) or nodes.named(UNDER, typed)
    if len(alike) == 1:
        return alike[0]
    if alike:
        return Remark(line, "several-parents", {"parent": typed, "ids": ", ".join(one.id for one in alike)})
    return Remark(line, "unknown-parent", {"parent": typed})


def is_called(typed: str, record: StructureRecord) -> bool:
    """Whether the identifier, the UAI or the name of a record is what was typed."""
    coded = record.uai and record.uai == uai.plain(typed)
    return bool(coded) or typed.lower() == record.id.lower() or name_key(record.name) == name_key(typed)


def _may_be(record: StructureRecord, node: Node) -> bool:
    """Whether a structure of that name may be the record's: no other UAI, and, for a school, no other town."""
    elsewhere = record.commune and node.town and name_key(record.commune) != name_key(node.town)
    return not (record.uai and node.uai) and not (node.kind == Kind.SCHOOL.value and elsewhere)


def _is(nodes: Nodes, id_: str, typed: tuple[str, ...]) -> bool:
    """Whether one of the words names the structure of that identifier."""
    node = nodes.by_id.get(id_)
    if node is None:
        return False
    names = {name_key(one) for one in typed}
    return node.id in typed or name_key(node.name) in names or node.uai in {uai.plain(one) for one in typed} - {""}
