"""The rows of connection sheets for a mail merge, as a table of texts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from bot.printing.wording import about_profile, title
from bot.terms import Sheet
from bot.terms.tables import Column, Table

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


def rows_of(sheets: Iterable[Sheet]) -> Table:
    """A row a sheet; there is one sheet at least. Dates are texts here: a mail merge prints them as they stand."""
    each = iter(sheets)
    first = next(each)
    columns = tuple(Column(name, width=width) for name, width in COLUMNS.items())
    return Table(title(), "Fiches", first.made, columns, (_cells(sheet) for sheet in chain((first,), each)))


def _cells(sheet: Sheet) -> tuple[str, ...]:
    """What the columns hold, in their order."""
    return (
        *(sheet.last_name, sheet.first_name, sheet.login, sheet.code, about_profile(sheet.profile)),
        *(", ".join(sheet.classes), ", ".join(sheet.children), sheet.school, sheet.link),
        *(sheet.until.strftime("%d/%m/%Y") if sheet.until else "", sheet.contact, sheet.language),
        sheet.made.strftime("%d/%m/%Y"),
    )
