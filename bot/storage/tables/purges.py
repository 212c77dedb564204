"""The table of purges: when the records were last swept, and which numbers are never given again."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from bot.storage.columns import Moment
from bot.storage.schema import ID, ZERO, DeskTable


class PurgeRow(DeskTable, table=True):
    """One row for each table with numbers that people read, and one for the sweep as a whole."""

    __tablename__ = "purges"

    name: str = Field(primary_key=True)  #: of the table, or `sweep`
    at: datetime = Field(sa_type=Moment)  #: when that was last done
    doubted_at: datetime | None = Field(default=None, sa_type=Moment)  #: since when the clock is not believed
    last: int = Field(default=0, sa_type=ID, sa_column_kwargs=ZERO)  #: the highest number that was deleted
