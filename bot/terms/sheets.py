"""A connection sheet: what hands somebody their login and the link to the bot."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.terms.people import Profile


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
    consent: str = ""  #: who must say yes before they may write here: parent, school, or both; empty: nobody
    age: int = 0  #: below which that is so
    contact: str = ""  #: whom to ask, such as "la directrice, 03 44 00 00 00"; empty: the school

    @property
    def name(self) -> str:
        """First and last name, as the ENT shows them."""
        return f"{self.first_name} {self.last_name}".strip()
