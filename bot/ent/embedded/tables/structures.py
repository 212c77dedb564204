"""The tree of structures."""

from __future__ import annotations

from sqlmodel import Field

from bot.ent.embedded.schema import EntTable


class StructureRow(EntTable, table=True):
    """A structure, from the vendor down to a class."""

    __tablename__ = "ent_structures"

    id: str = Field(primary_key=True)
    parent: str | None = Field(default=None, foreign_key="ent_structures.id", index=True)
    kind: str
    name: str
    uai: str = ""  #: the school's official code; empty for other structures
