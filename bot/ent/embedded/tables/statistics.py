"""What is counted of a school's visits; nobody is named."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field

from bot.ent.embedded.schema import EntTable

_ZERO = {"server_default": "0"}


class VisitRow(EntTable, table=True):
    """How often people of one profile came on one day."""

    __tablename__ = "ent_visits"

    school: str = Field(primary_key=True, foreign_key="ent_structures.id")
    day: date = Field(primary_key=True)
    profile: str = Field(primary_key=True)
    visitors: int = Field(default=0, sa_column_kwargs=_ZERO)  #: different people of the week that this day begins
    connections: int = Field(default=0, sa_column_kwargs=_ZERO)
    mobile: int = Field(default=0, sa_column_kwargs=_ZERO)  #: of these, those of the mobile application


class AccessRow(EntTable, table=True):
    """How often an application, or a connector, was opened on one day."""

    __tablename__ = "ent_accesses"

    school: str = Field(primary_key=True, foreign_key="ent_structures.id")
    day: date = Field(primary_key=True)
    name: str = Field(primary_key=True)
    connector: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    count: int = Field(default=0, sa_column_kwargs=_ZERO)
