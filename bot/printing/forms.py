"""The forms in which connection sheets leave: two layouts of a PDF, and two tables for a mail merge."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from typing import BinaryIO

from bot.printing.pages import write_pdf
from bot.printing.spreadsheets import rows_of
from bot.printing.tables import write_csv, write_xlsx
from bot.terms import Sheet


class Form(StrEnum):
    """What is made of the sheets."""

    ONE = "one"  #: a PDF, one sheet a page (A4)
    FOUR = "four"  #: a PDF, four sheets a page (A4), with lines to cut along; each class begins a page
    CSV = "csv"
    XLSX = "xlsx"

    @property
    def suffix(self) -> str:
        """How the document's file name ends: `.pdf`, `.csv` or `.xlsx`."""
        return ".pdf" if self in (Form.ONE, Form.FOUR) else f".{self}"


def write(form: Form, sheets: Iterable[Sheet], out: BinaryIO) -> None:
    """Writes the sheets in that form, in the order given; `out` need not be seekable.

    It takes seconds where there are hundreds of sheets. `ValueError` where there are none.
    """
    each = iter(sheets)
    first = next(each, None)
    if first is None:
        raise ValueError("there are no sheets")
    given = chain((first,), each)
    match form:
        case Form.ONE:
            write_pdf(given, out, per_page=1)
        case Form.FOUR:
            write_pdf(given, out, per_page=4)
        case Form.CSV:
            write_csv(rows_of(given), out)
        case Form.XLSX:
            write_xlsx(rows_of(given), out)
