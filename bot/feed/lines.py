"""One row of a file with what is to be said about it: the cells by meaning, and findings as they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from bot.feed import cells
from bot.feed.headers import Header, shown
from bot.feed.reasons import Wrong
from bot.terms.feed import Address, Finding, Spot, Verdict

T = TypeVar("T")


class Line:
    """A row under its header. What is wrong in it is a finding; what makes it worthless is raised as `Wrong`."""

    def __init__(self, header: Header, row: tuple[str, ...], spot: Spot) -> None:
        self.header, self.row, self.spot = header, row, spot
        self.about = ""  #: who the row names, once that is read
        self.findings: list[Finding] = []

    def at(self, column: int) -> str:
        """The cell of that column; empty where the row ends before it."""
        return self.row[column] if column < len(self.row) else ""

    def cell(self, meaning: str) -> str:
        """The first cell of that meaning; empty where there is none."""
        columns = self.header.columns.get(meaning)
        return self.at(columns[0]) if columns else ""

    def must(self, meaning: str, read: Callable[[str], T]) -> T:
        """What the cell says; where it is wrong, raises `Wrong` with the name of its column."""
        try:
            return read(self.cell(meaning))
        except Wrong as wrong:
            raise Wrong(wrong.reason, {"column": self.column(meaning), **wrong.details}) from wrong

    def may(self, meaning: str, read: Callable[[str], T], otherwise: T) -> T:
        """What the cell says; where it is wrong, what it is `otherwise`, and a note that the value is not taken."""
        columns = self.header.columns.get(meaning)
        return self.taken(columns[0], read, otherwise) if columns else otherwise

    def taken(self, column: int, read: Callable[[str], T], otherwise: T) -> T:
        """As `may`, for the cell of that column."""
        cell = self.at(column)
        if not cell:
            return otherwise
        try:
            return read(cell)
        except Wrong as wrong:
            self.say(Verdict.NOTED, wrong.reason, column=shown(self.header.cells[column]))
            return otherwise

    def every(self, meaning: str) -> tuple[str, ...]:
        """The free texts of all columns of that meaning, each once; what is wrong in them is noted."""
        found = (self.taken(at, cells.words, "") for at in self.header.columns.get(meaning, ()))
        return tuple(dict.fromkeys(text for text in found if text))

    def say(self, verdict: Verdict, reason: str, **details: str) -> None:
        """Adds a finding about this row."""
        self.findings.append(Finding(self.spot, verdict, reason, self.about, details))

    def column(self, meaning: str) -> str:
        """The name of the column in this file."""
        columns = self.header.columns.get(meaning)
        return shown(self.header.cells[columns[0]]) if columns else meaning

    def names(self, *, used_serves: bool = False) -> tuple[str, str, str]:
        """Family name, first name and used name; raises `Wrong` where one of the first two is missing or no name.

        Where `used_serves`, somebody without family name is called by the used name.
        """
        try:
            last = self.must("last", cells.name)
            first = self.must("first", cells.name)
        except Wrong:
            self.about = self.read_names()
            raise
        used = self.may("used", cells.name, "")
        last = last or (used if used_serves else "")
        self.about = f"{first} {last}".strip()
        if not (last and first):
            raise Wrong("no-name", {"column": self.column("first" if last else "last")})
        return last, first, used

    def read_names(self) -> str:
        """What of first and last name can be read."""
        found = []
        for meaning in ("first", "last"):
            try:
                found.append(cells.name(self.cell(meaning)))
            except Wrong:
                continue
        return " ".join(filter(None, found))

    def address(self) -> Address:
        """Where somebody lives, without the parts that are wrong, which are noted."""
        street, town, country = (self.may(part, cells.words, "") for part in ("street", "town", "country"))
        return Address(street, self.may("postcode", cells.postcode, ""), town, country)


def finding(spot: Spot, verdict: Verdict, reason: str, about: str = "", **details: str) -> Finding:
    """A finding with these details."""
    return Finding(spot, verdict, reason, about, details)


def refused(line: Line, wrong: Wrong) -> Finding:
    """The finding that a row is not taken."""
    details: Mapping[str, str] = wrong.details
    return Finding(line.spot, Verdict.REFUSED, wrong.reason, line.about, details)
