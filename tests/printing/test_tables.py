"""Tables of figures and lists, read back by other libraries."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest

from bot.printing import Form, produce_table
from bot.printing.tables import write_csv, write_xlsx
from bot.terms.tables import Cell, Column, Content, Table

COLUMNS = (
    Column("Qui", width=20),
    Column("Combien", Content.NUMBER),
    Column("Jour", Content.DAY),
    Column("Moment", Content.MOMENT),
)
MADE = date(2026, 11, 27)
DANGEROUS = ("=1+1", "+33", "-2", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", '=HYPERLINK("http://x")', "http://x.fr")


def table(*rows: tuple[Cell, ...]) -> Table:
    """A table of these rows."""
    return Table("Essai", "Essai", MADE, COLUMNS, rows)


def sheet_of(made: Table) -> Any:
    """The page of the XLSX, as another library opens it."""
    out = io.BytesIO()
    write_xlsx(made, out)
    return openpyxl.load_workbook(io.BytesIO(out.getvalue())).active


def lines_of(made: Table) -> list[dict[str, str]]:
    """The rows of the CSV."""
    out = io.BytesIO()
    write_csv(made, out)
    assert out.getvalue().startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline=""), delimiter=";"))


ROW = ("Zoé", 3, MADE, datetime(2026, 7, 1, 12, 30, 5, tzinfo=UTC))


def test_a_spreadsheet_has_numbers_dates_and_moments_as_such() -> None:
    page = sheet_of(table(ROW, ("Ana", 2.5, None, None)))

    assert [cell.value for cell in page[2]] == ["Zoé", 3, datetime(2026, 11, 27), datetime(2026, 7, 1, 14, 30)]
    assert [cell.number_format for cell in page[2]] == ["@", "0.##", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"]
    assert [cell.value for cell in page[3]] == ["Ana", 2.5, None, None]
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:D3")


def test_a_csv_is_written_as_a_french_spreadsheet_reads_it() -> None:
    [first, second] = lines_of(table(ROW, ("Ana", 2.5, None, None)))

    assert first == {"Qui": "Zoé", "Combien": "3", "Jour": "27/11/2026", "Moment": "01/07/2026 14:30"}
    assert second["Combien"] == "2,5"


@pytest.mark.parametrize("words", DANGEROUS)
def test_no_cell_is_calculated_or_followed_wherever_it_stands(words: str) -> None:
    row = (words, words, words, words)  # type: ignore[unused-ignore]
    [line] = lines_of(table(row))
    assert all(cell[0] not in "=+-@＝\t\r" for cell in line.values())
    page = sheet_of(table(row))
    assert {cell.data_type for cell in page[2]} == {"s"}
    assert all(cell.hyperlink is None for cell in page[2])


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
async def test_the_table_that_a_process_makes_is_the_one_made_here(form: Form) -> None:
    given = table(ROW, ("=1+1", None, "?", ""))
    out = io.BytesIO()
    (write_csv if form is Form.CSV else write_xlsx)(given, out)

    assert await produce_table(form, given) == out.getvalue()


async def test_a_table_without_rows_has_the_names_of_its_columns() -> None:
    document = await produce_table(Form.CSV, table())
    assert document.decode("utf-8-sig").strip() == '"Qui";"Combien";"Jour";"Moment"'
