"""The tree of structures."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field

from bot.ent.embedded.schema import EntTable
from bot.ent.namesakes import name_key
from bot.terms import Kind

_BLANK = {"server_default": text("''")}


def _key(context: Any) -> str:
    """The `name_key` of a row that is being inserted; empty for a class, whose name is most other schools' too."""
    row = context.get_current_parameters()
    return "" if row["kind"] == Kind.CLASS.value else name_key(row["name"])


class CommuneRow(EntTable, table=True):
    """A town's space, or the syndicat mixte above several: beside the tree, in which a school has one parent."""

    __tablename__ = "ent_communes"

    id: str = Field(primary_key=True)
    parent: str | None = None  #: of a town, its syndicat; of a syndicat, a structure of the tree, or none
    kind: str
    name: str
    uai: str = ""
    zone: str = ""
    town: str = ""


class StructureRow(EntTable, table=True):
    """A structure, from the vendor down to a class."""

    __tablename__ = "ent_structures"
    __table_args__ = (Index("ent_structures_name_key", "name_key"), Index("ent_structures_commune", "commune"))

    id: str = Field(primary_key=True)
    parent: str | None = Field(default=None, foreign_key="ent_structures.id", index=True)
    kind: str
    name: str
    uai: str = ""  #: the official code; empty for structures that have none
    town: str = Field(default="", sa_column_kwargs=_BLANK)  #: where a school is; empty if unknown
    onde_id: str = Field(default="", sa_column_kwargs=_BLANK)  #: ONDE's number of a class; empty if unknown
    #: the name as namesakes are looked for; inserted by the table itself
    name_key: str = Field(default="", sa_column_kwargs={**_BLANK, "default": _key})
    zone: str = Field(default="", sa_column_kwargs=_BLANK)  #: of the school holidays; empty if unknown
    #: of a school, its town's space: one of `ent_communes`; empty for none
    commune: str = Field(default="", sa_column_kwargs=_BLANK)
