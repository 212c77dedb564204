"""The table of pairs: which two accounts a request asks for advice about."""

from __future__ import annotations

from sqlmodel import Field

from bot.storage.schema import ID, DeskTable


class PairRow(DeskTable, table=True):
    """The two accounts, maybe the same person's, that a request is about."""

    __tablename__ = "pairs"

    request: int = Field(primary_key=True, sa_type=ID, foreign_key="requests.number")
    account: str = Field(index=True)  #: of the ENT
    other: str  #: of the ENT
