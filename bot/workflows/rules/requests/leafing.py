"""Cuts an exchange into pages, each of which fits into one message, and says whether a card shows all of it. Pure.

Lengths are in UTF-16 units, as Telegram counts them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.cutting import beginning, units
from bot.terms import Refusal

ROOM = 3700  #: units for the messages of one page; the title of the page takes the others
TITLE = 300  #: units that the line above a message takes at most: who, their function, when, files
LEAST = 400  #: a text that does not fit begins on a page only where so many units are left
CARD_ROOM = 2800  #: units that are surely free for the messages of a card
CARD_TEXT = 600  #: units of a message that a card surely shows whole; the newest may have more
CARD_TITLE = 140  #: units that the line above a message takes on a card at most, without the name
_KEY = re.compile(r"([0-9]{1,18}):([0-9]{1,6})")
_BACK = 200  # characters of a page that are looked through for a space at which to end it


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one message on a page: the text from one character to another."""

    index: int  #: which of the messages
    start: int
    end: int


def page(texts: Sequence[str], offset: int = 0) -> tuple[list[Piece], tuple[int, int] | None]:
    """The pieces of the next page, and where the page after it begins: which text, and at which of its characters.

    The page begins at character `offset` of the first text. There is no page after it where None is returned.
    """
    pieces: list[Piece] = []
    room = ROOM
    for index, text in enumerate(texts):
        start = min(offset, len(text)) if index == 0 else 0
        room -= TITLE
        length = units(text[start:])
        if length > room and pieces and (length <= ROOM - TITLE or room < LEAST):
            return pieces, (index, 0)
        end = len(text) if length <= room else _cut(text, start, room)
        pieces.append(Piece(index, start, end))
        if end < len(text):
            return pieces, (index, end)
        room -= length
        if room < TITLE and index + 1 < len(texts):
            return pieces, (index + 1, 0)
    return pieces, None


def fits_a_card(texts: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a card surely shows these messages whole; the newest comes last, `names` are those of the authors."""
    if any(units(text) > CARD_TEXT for text in texts[:-1]):
        return False
    return sum(units(text) for text in (*texts, *names)) + CARD_TITLE * len(texts) <= CARD_ROOM


def write_key(message_id: int, offset: int) -> str:
    """The key of a page that begins at that character of that message: part of a button's target."""
    return f"{message_id}:{offset}"


def read_key(typed: str) -> tuple[int, int]:
    """The message and the character that `write_key` wrote; zeros for the first page, which has no key.

    Anything else is refused as an old button: people can send any data.
    """
    if not typed:
        return 0, 0
    match = _KEY.fullmatch(typed)
    if match is None:
        raise Refusal("old-button")
    return int(match[1]), int(match[2])


def _cut(text: str, start: int, room: int) -> int:
    """The character at which a piece of that many units ends: after a space near its end, else between signs."""
    end = start + len(beginning(text[start:], room))
    spaces = [at for at in range(max(start + 1, end - _BACK), end) if text[at].isspace()]
    return spaces[-1] + 1 if spaces else end
