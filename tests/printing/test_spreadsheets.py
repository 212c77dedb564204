"""The tables for a mail merge, read back by other libraries."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest

from bot.printing import Form
from tests.printing.samples import PEOPLE, made, sheet

DANGEROUS = ("=1+1", "+33", "-2", "@SUM(A1)", "\t=1+1", "＝1+1", "x;=1+1")


def test_the_csv_opens_in_a_french_spreadsheet() -> None:
    document = made(Form.CSV, PEOPLE)
    assert document.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(document.decode("utf-8-sig")), delimiter=";"))
    assert [row["Lien"] for row in rows] == [one.link for one in PEOPLE]
    assert (rows[0]["Nom"], rows[0]["Prénom"], rows[0]["Code d’activation"]) == ("Martin", "Zoé", "7K2M9PQX")
    assert rows[3]["Enfants"] == "Yasmine Benali, Ilyès Benali"


@pytest.mark.parametrize("name", DANGEROUS)
def test_no_name_is_calculated(name: str) -> None:
    document = made(Form.CSV, [sheet(last_name=name)]).decode("utf-8-sig")
    cell = next(csv.DictReader(io.StringIO(document), delimiter=";"))["Nom"]
    assert "'" in cell
    assert cell[0] not in "=+-@＝\t"
    page: Any = openpyxl.load_workbook(io.BytesIO(made(Form.XLSX, [sheet(last_name=name)]))).active
    [_, row] = page.iter_rows()
    assert {each.data_type for each in row} <= {"s", "n"}
    assert row[0].data_type == "s"
    assert row[0].value == name.strip()


def test_the_workbook_holds_text_below_a_header_that_stays() -> None:
    page: Any = openpyxl.load_workbook(io.BytesIO(made(Form.XLSX, [sheet(code="00123456"), *PEOPLE]))).active
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == f"A1:M{len(PEOPLE) + 2}"
    assert page["D2"].value == "00123456"
    assert page["D2"].number_format == "@"
    assert made(Form.XLSX, PEOPLE) == made(Form.XLSX, PEOPLE)
