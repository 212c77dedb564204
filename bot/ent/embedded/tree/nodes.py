"""The tree as it is compared with a file: every structure but the classes, and the towns beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from bot.ent.embedded.tables import ENT
from bot.ent.namesakes import name_key
from bot.folding import words
from bot.terms import Kind
from bot.terms.tree import COMMUNES, SYNDICAT, VILLE, StructureRecord

_STRUCTURES = ENT.tables["ent_structures"]
_COMMUNES = ENT.tables["ent_communes"]
UNDER: dict[str, tuple[str, ...]] = {
    Kind.VENDOR.value: (),
    Kind.RECTORAT.value: (Kind.VENDOR.value,),
    Kind.DSDEN.value: (Kind.RECTORAT.value,),
    Kind.CIRCONSCRIPTION.value: (Kind.DSDEN.value,),
    Kind.SCHOOL.value: (Kind.CIRCONSCRIPTION.value, VILLE),
    SYNDICAT: (Kind.VENDOR.value, Kind.RECTORAT.value, Kind.DSDEN.value),
    VILLE: (SYNDICAT,),
}
"""The kinds that may stand right above each kind, the lowest ones last."""
FREE = (Kind.VENDOR.value, SYNDICAT)
"""The kinds that may have nothing above them."""


_WORDS = {Kind.VENDOR.value: "editeur", Kind.SCHOOL.value: "ecole"}  # in identifiers, of kinds with another word


@dataclass(frozen=True, slots=True)
class Node:
    """A structure, known or of the file."""

    id: str
    kind: str
    name: str
    uai: str = ""
    town: str = ""
    zone: str = ""
    parent: str = ""  #: its identifier; empty for none
    commune: str = ""  #: of a school, the identifier of its town's space; empty for none

    @property
    def key(self) -> tuple[str, str]:
        """What structures of one kind and name have in common."""
        return self.kind, name_key(self.name)


@dataclass(slots=True)
class Nodes:
    """Structures, found by identifier, by UAI, and by name."""

    by_id: dict[str, Node] = field(default_factory=dict)
    by_uai: dict[str, Node] = field(default_factory=dict)
    by_name: dict[tuple[str, str], list[Node]] = field(default_factory=lambda: defaultdict(list))

    def add(self, node: Node) -> None:
        """Adds a structure."""
        self.by_id[node.id] = node
        if node.uai:
            self.by_uai[node.uai] = node
        self.by_name[node.key].append(node)

    def named(self, kinds: Iterable[str], name: str) -> list[Node]:
        """The structures of one of those kinds that have that name."""
        return [node for kind in kinds for node in self.by_name.get((kind, name_key(name)), ())]


def known(connection: Connection) -> Nodes:
    """The structures and the towns that the embedded ENT has."""
    nodes = Nodes()
    rows = connection.execute(select(_STRUCTURES).where(_STRUCTURES.c.kind != Kind.CLASS.value))
    for row in (*rows, *connection.execute(select(_COMMUNES))):
        commune = "" if row.kind in COMMUNES else row.commune
        nodes.add(Node(row.id, row.kind, row.name, row.uai, row.town, row.zone, row.parent or "", commune))
    return nodes


def made(record: StructureRecord) -> Node:
    """The new structure of that record, without what is above it.

    Its identifier is the file's, else its UAI, else made of its kind and name, and of the town of a school.
    """
    return Node(
        id=record.id or record.uai or "-".join(_id_words(record)),
        kind=record.kind,
        name=record.name,
        uai=record.uai,
        town=record.commune,
        zone=record.zone,
    )


def changed(node: Node, record: StructureRecord) -> Node:
    """The structure with what the record says of it; what the record leaves empty stays."""
    return replace(
        node,
        name=record.name or node.name,
        uai=record.uai or node.uai,
        town=record.commune or node.town,
        zone=record.zone or node.zone,
    )


def _id_words(record: StructureRecord) -> Iterator[str]:
    """The words of an identifier: `dsden-de-l-oise`, `circonscription-creil`, `ecole-jules-ferry-senlis`."""
    name, kind = words(record.name), _WORDS.get(record.kind, record.kind)
    if kind not in name[:1]:
        yield kind
    yield from name
    if record.kind == Kind.SCHOOL.value:
        yield from words(record.commune)
