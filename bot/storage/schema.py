"""What all tables of the desk share: their metadata, and the type of their numbers."""

from __future__ import annotations

from sqlalchemy import BigInteger, Integer, MetaData
from sqlmodel import SQLModel

DESK = MetaData()
ID = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only for INTEGER


class DeskTable(SQLModel):
    """The base class of the desk's tables; those of the embedded ENT have other metadata."""

    metadata = DESK
