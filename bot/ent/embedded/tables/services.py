"""Services of the ENT and of its structures, and which profiles of which school have them."""

from __future__ import annotations

from sqlmodel import Field

from bot.ent.embedded.schema import EntTable


class ServiceRow(EntTable, table=True):
    """An application, a link, a connector or a widget."""

    __tablename__ = "ent_services"

    id: str = Field(primary_key=True)
    kind: str
    name: str
    address: str = ""
    owner: str | None = Field(default=None, foreign_key="ent_structures.id", index=True)  #: None: the ENT brings it
    inherits: bool = False  #: whether the structures below its owner have it too
    locked: bool = False


class ServiceProfileRow(EntTable, table=True):
    """A profile of a school that has a service."""

    __tablename__ = "ent_service_profiles"

    service: str = Field(primary_key=True, foreign_key="ent_services.id")
    school: str = Field(primary_key=True, foreign_key="ent_structures.id", index=True)
    profile: str = Field(primary_key=True)
