"""The metadata that the embedded ENT's tables share, apart from the desk's."""

from __future__ import annotations

from sqlalchemy import MetaData
from sqlmodel import SQLModel

ENT = MetaData()


class EntTable(SQLModel):
    """Base class of every table of the embedded ENT."""

    metadata = ENT
