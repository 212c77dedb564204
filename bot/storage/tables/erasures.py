"""The table of erasures: what is still to be done after somebody had their data erased."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, DeskTable


class ErasureRow(DeskTable, table=True):
    """An erasure that is not through: it is deleted once nothing of the person is left in the database's files."""

    __tablename__ = "erasures"

    person: int = Field(primary_key=True, sa_type=ID)
    at: datetime = Field(sa_type=Moment)
    known: dict[str, Any] = Field(sa_type=JSON)  #: what tells who they were; empty once no table names them any more
    reached: dict[str, Any] = Field(sa_type=JSON)  #: by table, the lowest number that was looked at
