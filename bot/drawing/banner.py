"""Draws the banner of an announcement as the ENT shows it: its words on a ground of its color, a bar on the left.

The ground is a light shade of the color, and the words are nearly black on it, so that they are read on any of them
(WCAG AAA); a color of one's own is only mixed, never trusted to be light or dark.
"""

from __future__ import annotations

import io
import re
from itertools import pairwise

from PIL import Image, ImageColor, ImageDraw, ImageFont

from bot.drawing.letters import font
from bot.terms.charts import Banner

MOST = 16  #: lines of words in a picture
_WIDTH, _MARGIN, _PAD, _BAR = 1080, 40, 44, 18  # pixels
_PAGE, _INK, _SOFT = "#fbfbf9", "#14171b", "#3d4550"
_COLORS = {
    "red": "#d6302c",
    "orange": "#e07b00",
    "green": "#2f8f3a",
    "blue": "#1f6fc0",
    "grey-dark": "#50565e",
}
_OWN = re.compile(r"#[0-9a-fA-F]{6}")
_BODY, _SMALL, _STEP = 40, 30, 56  # heights of letters, and from one line to the next
_LIGHT = 0.86  #: the share of white in the ground

_Rgb = tuple[int, ...]


def draw(banner: Banner) -> bytes:
    """The banner as a PNG. Raises `OSError` where no font can be read."""
    body, small = font(_BODY), font(_SMALL)
    room = _WIDTH - 2 * _MARGIN - 2 * _PAD - _BAR
    lines = [line for part in banner.words.split("\n") for line in _broken(part, body, room)]
    lines = lines if len(lines) <= MOST else [*lines[: MOST - 1], "…"]
    height = 2 * _PAD + _STEP * len(lines) + (_STEP if banner.signature else 0)
    picture = Image.new("RGB", (_WIDTH, height + 2 * _MARGIN), _PAGE)
    pen = ImageDraw.Draw(picture)
    strong, ground = hues(banner.color)
    box = (_MARGIN, _MARGIN, _WIDTH - _MARGIN, _MARGIN + height)
    pen.rounded_rectangle(box, 22, strong)
    pen.rounded_rectangle((box[0] + _BAR, box[1] + 3, box[2] - 3, box[3] - 3), 20, ground)
    y = _MARGIN + _PAD
    for line in lines:
        pen.text((_MARGIN + _BAR + _PAD, y), line, _INK, body)
        y += _STEP
    if banner.signature:
        pen.text((_MARGIN + _BAR + _PAD, y + 14), _broken(banner.signature, small, room)[0], _SOFT, small)
    made = io.BytesIO()
    picture.quantize(64).save(made, "PNG", optimize=True)
    return made.getvalue()


def hues(color: str) -> tuple[_Rgb, _Rgb]:
    """The color itself, for the bar, and the light shade of it that stands behind the words."""
    strong = ImageColor.getrgb(color if _OWN.fullmatch(color) else _COLORS.get(color, _COLORS["red"]))[:3]
    return strong, tuple(round(one + (255 - one) * _LIGHT) for one in strong)


def _broken(words: str, face: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """The words in lines as long as the banner is wide; a word that is longer than that is cut."""
    lines, line = list[str](), ""
    for word in words.split():
        for piece in _pieces(word, face, room):
            longer = f"{line} {piece}".strip()
            if line and face.getlength(longer) > room:
                lines.append(line)
                longer = piece
            line = longer
    return [*lines, line] if line or not lines else lines


def _pieces(word: str, face: ImageFont.FreeTypeFont, room: float) -> list[str]:
    if face.getlength(word) <= room:
        return [word]
    cuts = [0]
    for end in range(1, len(word) + 1):
        if face.getlength(word[cuts[-1] : end]) > room:
            cuts.append(end - 1)
    return [word[start:end] for start, end in pairwise([*cuts, len(word)]) if end > start]
