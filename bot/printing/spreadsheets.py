"""The rows of connection sheets for a mail merge: as CSV for French spreadsheets, and as XLSX.

No cell is ever a formula, whatever somebody is called: in XLSX each is typed as text, in CSV an apostrophe stands
before what a spreadsheet would calculate. XLSX is the better of the two: a spreadsheet that opens a CSV takes a code
such as 12E45678 for a number.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import datetime, time
from typing import BinaryIO

from xlsxwriter import Workbook

from bot.printing.wording import about_profile, clean, title
from bot.terms import Sheet

COLUMNS = {
    "Nom": 24,
    "Prénom": 24,
    "Identifiant": 26,
    "Code d’activation": 18,
    "Profil": 14,
    "Classes": 18,
    "Enfants": 36,
    "École": 36,
    "Lien": 64,
    "Valable jusqu’au": 18,
    "Contact": 36,
    "Langue": 10,
    "Date": 12,
}
"""The names of the columns, and how many letters wide they are."""

_CALCULATED = re.compile(r"(^|[,;]\s*)(?=[=+@＝＋＠-])")  # where a spreadsheet may see a formula begin
_BOM = "\ufeff"  #: by which Excel knows UTF-8


def write_csv(sheets: Iterable[Sheet], out: BinaryIO) -> None:
    """Writes a row a sheet below the names of the columns, as Excel reads it in France: UTF-8 and semicolons."""
    text = io.TextIOWrapper(out, "utf-8", newline="", write_through=True)
    text.write(_BOM)
    rows = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for sheet in sheets:
        rows.writerow([_CALCULATED.sub(r"\1'", cell) for cell in _cells(sheet)])
    text.detach()


def write_xlsx(sheets: Iterable[Sheet], out: BinaryIO) -> None:
    """Writes a row a sheet below the names of the columns, which stay in sight and can be filtered by.

    The rows lie in memory: a file of its own would leave codes and links on a disk.
    """
    kept = io.BytesIO()
    book = Workbook(kept, {"in_memory": True})
    page, text, bold = (
        book.add_worksheet("Fiches"),
        book.add_format({"num_format": "@"}),
        book.add_format({"bold": True}),
    )
    for column, (name, width) in enumerate(COLUMNS.items()):
        page.set_column(column, column, width, text)
        page.write_string(0, column, name, bold)
    row = 0
    for row, sheet in enumerate(sheets, 1):
        if row == 1:
            book.set_properties({"title": title(), "created": datetime.combine(sheet.made, time())})
        for column, cell in enumerate(_cells(sheet)):
            page.write_string(row, column, cell, text)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, row, len(COLUMNS) - 1)
    book.close()
    out.write(kept.getbuffer())


def _cells(sheet: Sheet) -> list[str]:
    """What the columns hold, in their order."""
    cells = (
        *(sheet.last_name, sheet.first_name, sheet.login, sheet.code, about_profile(sheet.profile)),
        *(", ".join(sheet.classes), ", ".join(sheet.children), sheet.school, sheet.link),
        *(sheet.until.strftime("%d/%m/%Y") if sheet.until else "", sheet.contact, sheet.language),
        sheet.made.strftime("%d/%m/%Y"),
    )
    return [clean(cell) for cell in cells]
