"""The table of printings: sheets and exports that somebody asked for in their chat."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import BLANK, ID, ZERO, DeskTable


class PrintingRow(DeskTable, table=True):
    """Sheets or an export to be made and sent: who asked, for what, and how far that is. No link or code is kept."""

    __tablename__ = "printings"

    id: int | None = Field(default=None, primary_key=True, sa_type=ID)
    person: int = Field(sa_type=ID)
    chat_id: int = Field(sa_type=BigInteger)
    topic: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs=ZERO)
    school: str  #: empty for an export
    wanted: Any = Field(sa_type=JSON)  #: what was asked for, as `bot.workflows.sheets.wanted` packs it
    at: datetime = Field(sa_type=Moment, index=True)
    state: str = Field(index=True)  #: a `PrintingState`
    total: int = Field(default=0, sa_column_kwargs=ZERO)  #: how many sheets; 0 until they are counted
    done: int = Field(default=0, sa_column_kwargs=ZERO)  #: how many of them were sent
    why: str = Field(default="", sa_column_kwargs=BLANK)  #: why it failed
    handout: int | None = Field(default=None, sa_type=ID)  #: of `handouts`: the links of these sheets
    messages: Any = Field(sa_type=JSON)  #: those that show sheets
    alive_until: datetime | None = Field(default=None, sa_type=Moment)  #: until when the making is believed to go on
