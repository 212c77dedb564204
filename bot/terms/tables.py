"""Tables: what a spreadsheet holds. `workflows` fills one, `texts` words it, `printing` writes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Cell = str | int | float | date | datetime | None


class Content(StrEnum):
    """What the cells of a column are, so that a spreadsheet sorts and filters them as such."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what its cells are, and how many letters wide it is."""

    name: str  #: until it is worded, the key of its name
    content: Content = Content.TEXT
    width: int = 16
    codes: str = ""  #: until it is worded, what its cells are codes of, such as `status`; empty where they are not


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below the names of their columns, each row with a cell for each of them."""

    title: str  #: of the document; it names nobody
    page: str  #: the name of its one page
    made: date
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
