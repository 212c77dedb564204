"""What every picture shares: its ground, its colours, and its letters.

Dark words on an almost white ground are read in Telegram's light and dark looks; the colours are those of the
profiles in the ENT, dark enough on that ground (WCAG AA), and say nothing that is not written.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files

from PIL import Image, ImageFont

WIDTH, MARGIN = 1080, 60  #: pixels
GROUND, INK, SOFT = "#fbfbf9", "#1b1f24", "#4b5563"
HUES = {
    "student": "#b45309",
    "relative": "#1d5fa8",
    "teacher": "#2f7d32",
    "personnel": "#6d3fa0",
    "guest": "#b3261e",
}

Font = ImageFont.FreeTypeFont


def png(picture: Image.Image) -> bytes:
    """The picture as a PNG of few colours, which is small to send."""
    made = io.BytesIO()
    picture.quantize(64).save(made, "PNG", optimize=True)
    return made.getvalue()


def lines(words: str, letters: Font) -> list[str]:
    """The words on two lines at most, each as long as the picture is wide."""
    room, first = WIDTH - 2 * MARGIN, list[str]()
    rest = words.split()
    while rest and letters.getlength(" ".join([*first, rest[0]])) <= room:
        first.append(rest.pop(0))
    if not first:
        return [cut(words, letters, room)]
    return [" ".join(first), *([cut(" ".join(rest), letters, room)] if rest else [])]


def cut(words: str, letters: Font, room: float) -> str:
    """The words, their end replaced by « … » where they are too long."""
    words = " ".join(words.split())
    if letters.getlength(words) <= room:
        return words
    while words and letters.getlength(f"{words}…") > room:
        words = words[:-1]
    return f"{words.rstrip()}…"


@cache
def font(size: int, bold: bool = False) -> Font:
    """Letters of that height; raises `OSError` where the font cannot be read."""
    body = files("bot.drawing").joinpath("fonts", f"NotoSans-{'Bold' if bold else 'Regular'}.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(body), size)
