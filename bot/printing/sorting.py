"""The order in which connection sheets are handed out."""

from __future__ import annotations

from collections.abc import Iterable

from bot.folding import words
from bot.terms import Sheet


def order(sheets: Iterable[Sheet]) -> list[Sheet]:
    """The sheets by class, then by last and first name, as French dictionaries sort; those without a class are last.

    Case, accents, hyphens, apostrophes and spaces count only between names that are the same without them.
    """
    return sorted(sheets, key=_place)


def _place(sheet: Sheet) -> tuple[object, ...]:
    letters = ["".join(words(text)) for text in ("".join(sheet.classes[:1]), sheet.last_name, sheet.first_name)]
    return (not sheet.classes, *letters, sheet.last_name, sheet.first_name, sheet.login)
