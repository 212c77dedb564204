"""Rows of a file of structures, CSV or TOML: each with its line, its cells by field, each field once."""

from __future__ import annotations

import csv
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from bot.feed.structures.words import column, perhaps
from bot.terms.tree import Remark

_SIGNS = ";,\t"
_NAMED = {"uai", "id", "code", "name"}  # without one of these columns, a file names no structure

Cells = Mapping[str, tuple[str, ...]]
"""What a row says, by field; several values where TOML has a list."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file."""

    line: int
    cells: Cells


Read = tuple[list[Row], list[Remark], list[Remark]]
"""Rows, what is refused, and what is noted."""


def is_toml(name: str, lines: Sequence[str]) -> bool:
    """Whether a file is TOML: by its first line that says something, else by its name."""
    first = next((line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    return first.startswith("[") or (PurePath(name).suffix.lower() == ".toml" and ";" not in first)


def of_toml(lines: Sequence[str]) -> Read:
    """The rows of a TOML file: a list of tables, whatever it is called."""
    try:
        tables = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        return [], [Remark(0, "bad-toml", {"error": str(error)})], []
    entries = [entry for value in tables.values() if isinstance(value, list) for entry in value]
    if not entries or not all(isinstance(entry, dict) for entry in entries):
        return [], [Remark(0, "no-tables")], []
    starts = [number for number, line in enumerate(lines, 1) if line.lstrip().startswith("[[")]
    at = starts if len(starts) == len(entries) else range(1, len(entries) + 1)
    rows, refused, strange = list[Row](), list[Remark](), dict[str, None]()
    for line, entry in zip(at, entries, strict=True):
        cells, faults = _of_entry(line, entry)
        rows.append(Row(line, cells))
        refused += faults
        strange |= dict.fromkeys(heading for heading in entry if not column(heading))
    return rows, refused, _unread(strange)


def _of_entry(line: int, entry: Mapping[str, Any]) -> tuple[Cells, list[Remark]]:
    """What a table of a TOML file says, and what is refused of it."""
    cells, refused = dict[str, tuple[str, ...]](), list[Remark]()
    for heading, value in entry.items():
        field, values = column(heading), value if isinstance(value, list) else [value]
        if field in cells:
            refused.append(Remark(line, "column-twice", {"column": heading}))
        elif field and not all(isinstance(one, str | int) and _is_plain(str(one)) for one in values):
            refused.append(Remark(line, "no-words", {"column": heading}))
        elif field:
            cells[field] = tuple(filter(None, (_cell(str(one)) for one in values)))
    return cells, refused


def of_csv(lines: Sequence[str]) -> Read:
    """The rows of a CSV file. Each line is a row: an open quotation mark never takes the next line in."""
    at = next((number for number, line in enumerate(lines) if line.strip() and not _is_hint(line)), None)
    if at is None:
        return [], [Remark(0, "empty")], []
    sign = max(_SIGNS, key=lines[at].count)
    headings = _parted(lines[at], sign) or []
    fields = [column(heading) for heading in headings]
    if not _NAMED & {*fields}:
        guesses = {"perhaps": "".join(map(_guess, headings))}
        return [], [Remark(at + 1, "no-header", {"columns": ", ".join(filter(None, headings)), **guesses})], []
    twice = [heading for heading, field in zip(headings, fields, strict=True) if field and fields.count(field) > 1]
    if twice:
        return [], [Remark(at + 1, "columns-alike", {"columns": ", ".join(twice)})], []
    rows, refused = list[Row](), list[Remark]()
    for line, text in enumerate(lines[at + 1 :], at + 2):
        values = _parted(text, sign)
        if values is None:
            refused.append(Remark(line, "open-quote"))
        elif any(values[len(fields) :]):
            refused.append(Remark(line, "too-many-cells", {"count": str(len(values)), "columns": str(len(fields))}))
        elif any(values):
            told = zip(fields, values, strict=False)  # a short row lacks its last cells
            rows.append(Row(line, {field: (value,) for field, value in told if field and value}))
    return rows, refused, _unread([heading for heading, field in zip(headings, fields, strict=True) if not field])


def _parted(line: str, sign: str) -> list[str] | None:
    """The cells of a line; None where a quotation mark is not closed in it."""
    try:
        return [_cell(one) for row in csv.reader([line], delimiter=sign, strict=True) for one in row]
    except csv.Error:
        return None


def _cell(text: str) -> str:
    """The text with single spaces: spreadsheets leave others at its ends, or some that do not break."""
    return " ".join(text.split())


def _is_plain(text: str) -> bool:
    """Whether the text has no control characters, which TOML can spell out; spaces of any kind are none."""
    return not any(unicodedata.category(sign) == "Cc" for sign in _cell(text))


def _is_hint(line: str) -> bool:
    """Whether this is what Excel writes in a first line to name its separator: `sep=;`."""
    return line.strip().strip('"').lower().startswith("sep=")


def _unread(headings: Sequence[str] | Mapping[str, None]) -> list[Remark]:
    known = Counter(heading for heading in headings if heading)
    return [Remark(0, "unread-column", {"column": heading, "perhaps": _guess(heading)}) for heading in known]


def _guess(heading: str) -> str:
    """What a heading that is not read is perhaps meant to be, as the end of a sentence."""
    meant = perhaps(heading) if heading and not column(heading) else ""
    return f"; is {heading} meant to be {meant}?" if meant else ""
