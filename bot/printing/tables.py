"""Writes tables: as CSV for French spreadsheets, and as XLSX with dates and numbers as such.

No cell is ever a formula, whatever somebody is called: in XLSX each text is typed as text, in CSV an apostrophe
stands before what a spreadsheet would calculate. XLSX is the better of the two: a spreadsheet that opens a CSV takes
a code such as 12E45678 for a number.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from bot.printing.wording import clean
from bot.terms.tables import Cell, Content, Table

_CALCULATED = re.compile(r"(^|[,;]\s*)(?=[=+@＝＋＠-])")  # where a spreadsheet may see a formula begin
_BOM = "\ufeff"  #: by which Excel knows UTF-8
_ZONE = ZoneInfo("Europe/Paris")
_FORMATS = {
    Content.TEXT: "@",
    Content.NUMBER: "0.##",
    Content.DAY: "dd/mm/yyyy",
    Content.MOMENT: "dd/mm/yyyy hh:mm",
}


def write_csv(table: Table, out: BinaryIO) -> None:
    """Writes the rows below the names of the columns, as a French Excel reads it: semicolons and decimal commas."""
    text = io.TextIOWrapper(out, "utf-8", newline="", write_through=True)
    text.write(_BOM)
    rows = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow([column.name for column in table.columns])
    for row in table.rows:
        rows.writerow([_said(cell) for cell in row])
    text.detach()


def write_xlsx(table: Table, out: BinaryIO) -> None:
    """Writes the rows below the names of the columns, which stay in sight and can be filtered by.

    The rows lie in memory: a file of its own would leave codes and links on a disk.
    """
    kept = io.BytesIO()
    book = Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": table.title, "created": datetime.combine(table.made, time())})
    page = book.add_worksheet(table.page)
    bold = book.add_format({"bold": True})
    looks = {content: book.add_format({"num_format": name}) for content, name in _FORMATS.items()}
    for at, column in enumerate(table.columns):
        page.set_column(at, at, column.width, looks[column.content])
        page.write_string(0, at, column.name, bold)
    last = 0
    for last, row in enumerate(table.rows, 1):
        _write(page, last, row, looks)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last, len(table.columns) - 1)
    book.close()
    out.write(kept.getbuffer())


def _write(page: Worksheet, at: int, row: Sequence[Cell], looks: dict[Content, Any]) -> None:
    """Writes one row, each cell as what it is; whatever its column holds."""
    for place, cell in enumerate(row):
        if isinstance(cell, datetime):
            page.write_datetime(at, place, _local(cell), looks[Content.MOMENT])
        elif isinstance(cell, date):
            page.write_datetime(at, place, datetime.combine(cell, time()), looks[Content.DAY])
        elif isinstance(cell, int | float):
            page.write_number(at, place, cell, looks[Content.NUMBER])
        elif cell is not None:
            page.write_string(at, place, clean(cell), looks[Content.TEXT])


def _said(cell: Cell) -> str:
    """The cell as a French spreadsheet reads it."""
    match cell:
        case None:
            return ""
        case datetime():
            return f"{_local(cell):%d/%m/%Y %H:%M}"
        case date():
            return f"{cell:%d/%m/%Y}"
        case int() | float():
            return str(cell).replace(".", ",")
        case _:
            return _CALCULATED.sub(r"\1'", clean(cell))


def _local(moment: datetime) -> datetime:
    """The moment on the clock of the schools, without its zone, which no spreadsheet knows."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(_ZONE).replace(tzinfo=None, second=0, microsecond=0)
