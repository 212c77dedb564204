"""The lines of a file as rows of cells; a quotation mark that is not closed costs its own line, never the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

SEPARATORS = (";", "\t", ",")
_MOST_LINES, _MOST_LETTERS = 12, 4000  # that one record has, where a quoted cell goes over lines
MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its first line, and its cells; no cells where a quotation mark makes it unreadable."""

    line: int
    cells: tuple[str, ...] = ()
    spoilt: bool = False
    open: bool = False  #: whether it is spoilt by a quotation mark to which none answers

    @property
    def end(self) -> int:
        """Its last line."""
        return self.line + sum(cell.count("\n") for cell in self.cells)


def split(lines: Sequence[str], separator: str, first: int = 0) -> Iterator[Row]:
    """The rows from the line with that index on, without those whose cells are all empty.

    A quoted cell may go over lines. Where it takes in so much that it looks like the next rows, or never ends, its
    first line alone is spoilt, and the next line is a row of its own.
    """
    width, at = 0, first
    while at < len(lines):
        line = lines[at]
        if '"' not in line:
            cells: tuple[str, ...] | None = tuple(line.split(separator))
            taken = 1
        else:
            cells, taken = _quoted(lines, at, separator, width)
        if cells is None:
            yield Row(at + 1, spoilt=True, open=_open(line, separator))
        elif any(cell and not cell.isspace() for cell in cells):
            width = width or len(cells)
            yield Row(at + 1, cells)
        at += taken


def _quoted(lines: Sequence[str], at: int, separator: str, width: int) -> tuple[tuple[str, ...] | None, int]:
    """The cells of the record that begins with that line, and how many lines it has; None for a spoilt line."""
    cells = _cells(lines[at], separator)
    if cells is not None:
        return cells, 1
    if not _open(lines[at], separator):
        return None, 1
    text = lines[at]
    for number in range(at + 1, min(at + _MOST_LINES, len(lines))):
        text += "\n" + lines[number]
        if len(text) > _MOST_LETTERS:
            break
        if '"' not in lines[number]:
            continue
        cells = _cells(text, separator)
        if cells is not None:
            return (None, 1) if _swallows(cells, separator, width) else (cells, number - at + 1)
        if not _open(text, separator):
            break
    return None, 1


def _swallows(cells: Sequence[str], separator: str, width: int) -> bool:
    """Whether a record over several lines looks like several rows of a file that has so many columns."""
    if not width:
        return False
    most = max(2, (width - 1) // 2)
    return len(cells) > width or any("\n" in cell and cell.count(separator) >= most for cell in cells)


@lru_cache
def _pattern(separator: str) -> re.Pattern[str]:
    bare = f"[^{separator}]*+"
    return re.compile(f' *+"([^"]*+(?:""[^"]*+)*+)" *+(?={separator}|\\Z)|(?! *+")({bare})')


def _cells(text: str, separator: str) -> tuple[str, ...] | None:
    """The cells of a whole record; None where a quotation mark is not closed, or stands where none may."""
    match, at, found = _pattern(separator).match, 0, []
    while True:
        cell = match(text, at)
        if cell is None:
            return None
        quoted, bare = cell.groups()
        found.append(bare if quoted is None else quoted.replace('""', '"'))
        at = cell.end()
        if at == len(text):
            return tuple(found)
        at += 1


def _open(text: str, separator: str) -> bool:
    """Whether the cell that cannot be read begins with a quotation mark to which none answers."""
    match, at = _pattern(separator).match, 0
    while (cell := match(text, at)) is not None and cell.end() < len(text):
        at = cell.end() + 1
    begun = text[at:].lstrip(" ")
    return begun.startswith('"') and '"' not in begun[1:].replace('""', "")
