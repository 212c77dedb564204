"""What all tables of the desk share: their metadata, and the type of their numbers."""

from __future__ import annotations

from sqlalchemy import BigInteger, Integer, MetaData, false, text
from sqlmodel import SQLModel

DESK = MetaData()
BLANK = {"server_default": text("''")}  # for a column of text that the release before does not fill
ZERO = {"server_default": "0"}  # for a column of numbers that the release before does not fill
FALSE = {"server_default": false()}  # for a column of yes or no that the release before does not fill
ID = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only for INTEGER


class DeskTable(SQLModel):
    """The base class of the desk's tables; those of the embedded ENT have other metadata."""

    metadata = DESK
