"""Cutting text: never inside a sign, and counted in UTF-16 units, as Telegram counts. Pure functions.

A sign is what a reader sees as one: a letter with its accents, a flag, a family, a keycap, a thumb with its colour.
Unicode calls it a grapheme cluster (UAX 29), and it may be made of many characters.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

_SIGN = regex.compile(r"\X", regex.DOTALL)
_PART = 256  #: characters looked at together
_JOINER = "\u200d"
_ALONE = "\u0300"  # characters below are signs of their own, apart from a line break of two


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def beginning(text: str, limit: int) -> str:
    """As many whole signs from the start of the text as `limit` units hold; the text itself where it is no longer.

    Where not even the first sign fits, it is cut between its characters. Empty where no character fits.
    """
    if len(text) <= limit // 2 or units(text) <= limit:  # no character takes more than two units
        return text
    end = _fitting(text, limit)
    if end == 0 or (text[end - 1] < _ALONE and text[end] < _ALONE and text[end - 1 : end + 1] != "\r\n"):
        return text[:end]
    whole = 0
    for sign_end in _sign_ends(text):
        if sign_end > end:
            break
        whole = sign_end
    return text[: whole or end]


def shorten(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis if it is longer than `limit` units; empty if `limit` is below 1."""
    if units(text) <= limit:
        return text
    return f"{beginning(text, limit - 1).rstrip(_JOINER).rstrip()}…" if limit >= 1 else ""


def pieces(text: str, size: int) -> Iterator[str]:
    """The text in pieces of at most `size` units, at least 2; joined, they are the text. One empty piece for none."""
    at = 0
    while units(window := text[at : at + size + 1]) > size:  # one character more than fit, to see a sign that goes on
        piece = beginning(window, size) or window[0]
        yield piece
        at += len(piece)
    yield window


def initial(text: str) -> str:
    """The first sign of the text; empty where there is none."""
    first = _SIGN.match(text)
    return first[0] if first else ""


def _sign_ends(text: str) -> Iterator[int]:
    """Where each sign of the text ends. Looks at a part at a time, since a long row of flags takes quadratic time."""
    at, size = 0, _PART
    while at < len(text):
        part = text[at : at + size]
        ends = [sign.end() for sign in _SIGN.finditer(part)]
        if at + size < len(text):
            ends.pop()  # the last sign may go on after the part
        if not ends:
            size *= 2
            continue
        yield from (at + end for end in ends)
        at, size = at + ends[-1], _PART


def _fitting(text: str, limit: int) -> int:
    """How many characters from the start fit in `limit` units."""
    room = 2 * max(limit, 0)  # bytes
    kept = text[: max(limit, 0)].encode("utf-16-le", "surrogatepass")[:room].decode("utf-16-le", "surrogatepass")
    halved = bool(kept) and kept[-1] != text[len(kept) - 1]  # of the last character, one of its two units fits
    return len(kept) - halved
