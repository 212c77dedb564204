"""The forms in which connection sheets leave: two layouts of a PDF, and two tables for a mail merge."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import BinaryIO

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

    It blocks for seconds where there are hundreds of sheets. `ValueError` where there are none.
    """
    raise NotImplementedError
