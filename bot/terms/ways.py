"""The ways by which a link comes to the person whose account it links."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Way(StrEnum):
    """How a one-time token comes to its person."""

    OPERATOR = "operator"  #: an operator's command line
    GIVEN = "given"  #: a director or an ERUN gives it to one person
    SHEET = "sheet"  #: a printed connection sheet
    MESSAGE = "message"  #: a message of the ENT's internal messaging
    SIGN_IN = "sign-in"  #: nobody's hands: the person signed in to the ENT themselves


LINK_TAKEN_OUT = "[lien retiré]"
"""What stands in words in place of a link that would have let whoever reads them speak for somebody."""


def deep_link(bot: str, token: str) -> str:
    """The link that opens a chat with the bot of that username, and presents the token there with `/start`."""
    return f"https://t.me/{bot}?start={token}"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message of the ENT that invites one person, before it has words."""

    name: str  #: the reader's first name
    place: str  #: the school that invites
    link: str = field(repr=False)  #: the reader's own link
    days: int  #: for how long it can be used
    language: str  #: as `Notice.language`
