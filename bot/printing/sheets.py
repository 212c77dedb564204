"""What a connection sheet says of one person, and the order in which sheets are handed out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.folding import words
from bot.terms import Profile


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's connection sheet. Codes and links are secrets: neither is in its `repr`."""

    first_name: str
    last_name: str
    login: str
    profile: Profile
    school: str
    made: date  #: the day on which the sheet is made
    link: str = field(repr=False)  #: the deep link, https://t.me/<bot>?start=<token>
    code: str = field(default="", repr=False)  #: the activation code; empty where the account is activated
    classes: tuple[str, ...] = ()  #: names of the classes; for a relative those of the children
    children: tuple[str, ...] = ()  #: full names, for a relative
    language: str = "fr"  #: the family's; French alone is printed where the sheets do not speak it
    until: date | None = None  #: the last day on which the link works; None where that is not known
    contact: str = ""  #: whom to ask, such as "la directrice, 03 44 00 00 00"; empty: the school

    @property
    def name(self) -> str:
        """First and last name, as the ENT shows them."""
        return f"{self.first_name} {self.last_name}".strip()


def order(sheets: Iterable[Sheet]) -> list[Sheet]:
    """The sheets by class, then by last and first name, as French dictionaries sort; those without a class are last.

    Case, accents, hyphens, apostrophes and spaces count only between names that are the same without them.
    """
    return sorted(sheets, key=_place)


def _place(sheet: Sheet) -> tuple[object, ...]:
    letters = ["".join(words(text)) for text in ("".join(sheet.classes[:1]), sheet.last_name, sheet.first_name)]
    return (not sheet.classes, *letters, sheet.last_name, sheet.first_name, sheet.login)
