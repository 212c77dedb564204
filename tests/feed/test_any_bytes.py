"""Whatever the bytes are, reading ends, keeps nothing that no database keeps, and leaves no row out."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterator
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.feed import read
from bot.feed.files import Record
from bot.terms.feed import Finding, SchoolFeed
from tests.feed.making import ADULTS, ONDE, STAFF, TODAY, ZOE, adult, fed, source

FEW = settings(max_examples=150, deadline=None, derandomize=True, database=None)
CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "",
            "MARCHAND",
            "Zoé",
            "2018-09-05",
            "05/09/2018",
            "43348",
            '"',
            '"a',
            "=1",
            "MaÃ«lys",
            "\ufffd",
            "123456789AB",
        ]
    ),
    st.sampled_from(["\x00", "\u202e", "\xa0", "a;b", "a\nb", '"a\nb"', "Intitulé", "Adresse Organisme", "é" * 300]),
)
HEADER = st.sampled_from([ONDE, ADULTS, STAFF])
ENCODING = st.sampled_from(["utf-8", "cp1252", "utf-16", "cp850"])


def texts(value: Any) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def check(made: SchoolFeed) -> None:
    """Fails where a record holds what no database or no screen takes."""
    records: list[Record] = [*made.pupils, *made.adults, *made.staff]
    for record in records:
        assert record.last_name
        assert record.first_name
        for text in texts(record):
            assert text == text.strip()
            assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn") for c in text), text
            assert "\ufffd" not in text


@FEW
@given(raw=st.binary(max_size=2000))
@example(raw=b"Nom;Prenom;INE\n\x80;\xff;\n")
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    check(fed(raw))


@FEW
@given(header=HEADER, rows=st.lists(st.lists(CELL, max_size=26), max_size=8), encoding=ENCODING)
def test_whatever_the_cells_are_only_what_can_be_is_kept(
    header: tuple[str, ...], rows: list[list[str]], encoding: str
) -> None:
    text = "\n".join(";".join(row) for row in (header, *rows))

    check(fed(text.encode(encoding, "replace")))


@FEW
@given(header=HEADER, rows=st.lists(st.lists(CELL, min_size=1, max_size=30), max_size=8))
def test_every_row_that_is_not_empty_is_in_a_record_or_in_a_finding(
    header: tuple[str, ...], rows: list[list[str]]
) -> None:
    bare = [[cell.replace('"', "").replace("\n", "").replace("\r", "") for cell in row] for row in rows]
    made = fed("\n".join(";".join(row) for row in (header, *bare)), encoding="utf-8")

    records: list[Record | Finding] = [*made.pupils, *made.adults, *made.staff, *made.findings]
    told = {one.spot.line for one in records}
    whole = not made.kinds  # the file is refused, and that is a finding
    below = min((one.spot.line for one in made.findings if one.reason == "host-organisations"), default=99)
    for line, row in enumerate(bare, 2):
        if any(cell.strip() for cell in ";".join(row).split(";")) and not whole and line < below:
            assert line in told or _joined(made, row), (line, row)


def _joined(made: SchoolFeed, row: list[str]) -> bool:
    """Whether a row may be one of several about somebody who has a record."""
    return len(made.pupils) + len(made.staff) > 0 and len(row) > 1


@FEW
@given(order=st.permutations(range(4)))
def test_files_in_any_order_say_the_same(order: list[int]) -> None:
    contents = [
        ";".join(ONDE) + "\n" + ";".join(ZOE.get(name, "") for name in ONDE),
        ";".join(ONDE) + "\n" + ";".join({**ZOE, "Libellé classe": "ULIS"}.get(name, "") for name in ONDE),
        ";".join(ADULTS) + "\n" + ";".join(adult("MARCHAND", "Ana")),
        "Bonjour",
    ]
    sources = [source(content, f"{number}.csv") for number, content in enumerate(contents)]

    assert list(read([sources[one] for one in order], TODAY)) == list(read(sources, TODAY))
