"""What every table of the desk shares: their metadata, how rows are numbered."""

from __future__ import annotations

from sqlalchemy import BigInteger, Integer, MetaData
from sqlmodel import SQLModel

DESK = MetaData()
ID = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only for INTEGER


class DeskTable(SQLModel):
    """A table of the desk: its metadata lies apart from the embedded ENT's."""

    metadata = DESK
