"""The official codes of structures (UAI, formerly RNE): seven digits, and a letter by which a slip is noticed."""

from __future__ import annotations

import re

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"  # without I, O and Q
_CODE = re.compile(r"[0-9]{7}[A-Z]")


def plain(typed: str) -> str:
    """The code as it is kept: in capitals, without spaces, dots and hyphens."""
    return re.sub(r"[\s.\-]", "", typed).upper()


def looks_like_one(typed: str) -> bool:
    """Whether these are seven digits and a letter, right or wrong."""
    return _CODE.fullmatch(plain(typed)) is not None


def letter(code: str) -> str:
    """The letter that belongs to the seven digits at the beginning of that code."""
    return _LETTERS[int(code[:7]) % len(_LETTERS)]
