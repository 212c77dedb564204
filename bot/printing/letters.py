"""Which letters the shipped fonts can write, and what is printed for those that they cannot: never a wrong letter.

These fonts are whole, for many scripts. Those of `bot/drawing/fonts` are two of them cut down to Latin letters: each
process of the bot that draws a chart keeps them in its memory.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from bot.terms import Sheet

LEFT_OUT = "[…]"  #: printed for letters that no font has
_RUN = re.compile(r"\0(?:[ \0]*\0)?")
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")  # categories of characters that need no glyph


def written(value: Any) -> Any:
    """The value with each run of letters that no shipped font has replaced by `LEFT_OUT`, in all texts in it.

    An accent is dropped where no font has it together with the letter that it stands on.
    """
    if isinstance(value, dict):
        return {key: written(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [written(one) for one in value]
    return _written(value) if isinstance(value, str) else value


def unwritten(sheets: Iterable[Sheet]) -> list[str]:
    """The names on these sheets that have a letter which no shipped font has, each once."""
    names = dict.fromkeys(name for sheet in sheets for name in (sheet.name, *sheet.children))
    return [name for name in names if not name.isascii() and "\0" in _marked(name)]


def _written(text: str) -> str:
    return text if text.isascii() else _RUN.sub(LEFT_OUT, _marked(text))


def _marked(text: str) -> str:
    """The text with a NUL for each letter that no font has."""
    made, base = list[str](), ""
    for letter in text:
        if unicodedata.category(letter)[0] == "M":
            if base and any({ord(base), ord(letter)} <= font for font in _fonts()):
                made.append(letter)
            continue
        base = letter if _known(letter) else ""
        made.append(base or "\0")
    return "".join(made)


def _known(letter: str) -> bool:
    seen = unicodedata.category(letter) not in _UNSEEN
    return letter.isascii() or not seen or any(ord(letter) in font for font in _fonts())


@cache
def _fonts() -> tuple[frozenset[int], ...]:
    """For each shipped font, the code points that it has a glyph for."""
    folder = files("bot.printing").joinpath("fonts")
    return tuple(frozenset(_codes(font.read_bytes())) for font in folder.iterdir() if font.name.endswith(".ttf"))


def _codes(font: bytes) -> set[int]:
    """The code points in the `cmap` table of a TrueType font: its subtables of the formats 4 and 12."""
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
    base, found = tables[b"cmap"], set[int]()
    (parts,) = struct.unpack_from(">H", font, base + 2)
    for part in range(parts):
        start = base + struct.unpack_from(">I", font, base + 8 + 8 * part)[0]
        (form,) = struct.unpack_from(">H", font, start)
        if form == 4:
            (twice,) = struct.unpack_from(">H", font, start + 6)
            ends = struct.unpack_from(f">{twice // 2}H", font, start + 14)
            begins = struct.unpack_from(f">{twice // 2}H", font, start + 16 + twice)
            found.update(code for first, last in zip(begins, ends, strict=True) for code in range(first, last + 1))
        elif form == 12:
            (groups,) = struct.unpack_from(">I", font, start + 12)
            for group in range(groups):
                first, last, _ = struct.unpack_from(">III", font, start + 16 + 12 * group)
                found.update(range(first, last + 1))
    return found - {0xFFFF}
