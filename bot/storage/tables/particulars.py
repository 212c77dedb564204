"""The table of particulars: what a request asks for, as facts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from bot.storage.schema import ID, DeskTable


class ParticularsRow(DeskTable, table=True):
    """The facts that a guided request was filed with, such as whom to attach to a school; a row for each request."""

    __tablename__ = "particulars"

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    request: int = Field(sa_type=ID, unique=True)
    facts: dict[str, Any] = Field(sa_type=JSON)
