"""Draws a chart for a phone: one bar below the other, its name and its numbers written above it.

Dark words on an almost white ground are read in Telegram's light and dark looks; the colours are those of the
profiles in the ENT, dark enough on that ground (WCAG AA), and say nothing that is not written.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from bot.terms.charts import Bar, Chart

MOST = 24  #: bars in a picture: more would be too small to read on a phone
_WIDTH, _MARGIN = 1080, 60  # pixels
_GROUND, _TRACK, _INK, _SOFT = "#fbfbf9", "#e3e5e8", "#1b1f24", "#4b5563"
_HUES = {
    "student": "#b45309",
    "relative": "#1d5fa8",
    "teacher": "#2f7d32",
    "personnel": "#6d3fa0",
    "guest": "#b3261e",
}
_USUAL = "#0f766e"
_TITLE, _BODY, _SMALL = 50, 36, 30  # heights of letters
_BAR, _STEP, _GAP = 26, 104, 34  # height of a bar, from one bar to the next, before a group

_Font = ImageFont.FreeTypeFont


def draw(chart: Chart) -> bytes:
    """The chart as a PNG; its first `MOST` bars where it has more. Raises `OSError` where no font can be read."""
    title = _lines(chart.title, font(_TITLE, bold=True))
    groups = list(_within(chart))
    bars = sum(len(bars) for _, bars in groups)
    headings = sum(bool(heading) for heading, _ in groups)
    below = _SMALL + _GAP if chart.source else 0
    height = 2 * _MARGIN + len(title) * 66 + 70 + bars * _STEP + len(groups) * _GAP + headings * 56 + below
    picture = Image.new("RGB", (_WIDTH, height), _GROUND)
    pen, y = ImageDraw.Draw(picture), _MARGIN
    for line in title:
        pen.text((_MARGIN, y), line, _INK, font(_TITLE, bold=True))
        y += 66
    pen.text((_MARGIN, y + 8), _cut(chart.subtitle, font(_BODY), _WIDTH - 2 * _MARGIN), _SOFT, font(_BODY))
    y += 70
    for heading, members in groups:
        y = _group(pen, y + _GAP, heading, members)
    if chart.source:
        pen.text((_MARGIN, y + _GAP // 2), chart.source, _SOFT, font(_SMALL))
    made = io.BytesIO()
    picture.quantize(64).save(made, "PNG", optimize=True)
    return made.getvalue()


def _within(chart: Chart) -> list[tuple[str, tuple[Bar, ...]]]:
    """The groups, without the bars beyond `MOST`, and without those that have none."""
    left, found = MOST, []
    for heading, bars in chart.groups:
        if bars[:left]:
            found.append((heading, bars[:left]))
        left -= len(bars[:left])
    return found


def _group(pen: ImageDraw.ImageDraw, y: int, heading: str, bars: tuple[Bar, ...]) -> int:
    """Draws a group from that height on; returns the height below it."""
    if heading:
        pen.text(
            (_MARGIN, y), _cut(heading, font(_BODY, bold=True), _WIDTH - 2 * _MARGIN), _INK, font(_BODY, bold=True)
        )
        y += 56
    for bar in bars:
        _bar(pen, y, bar)
        y += _STEP
    return y


def _bar(pen: ImageDraw.ImageDraw, y: int, bar: Bar) -> None:
    right, face = _WIDTH - _MARGIN, font(_BODY)
    said = face.getlength(bar.said)
    pen.text((_MARGIN, y), _cut(bar.name, face, right - _MARGIN - said - 30), _INK, face)
    pen.text((right - said, y), bar.said, _INK, face)
    top, bottom = y + 54, y + 54 + _BAR
    pen.rounded_rectangle((_MARGIN, top, right, bottom), _BAR // 2, _TRACK)
    share = min(1.0, max(0.0, bar.share))
    if share:
        full = max(_BAR, round((right - _MARGIN) * share))
        pen.rounded_rectangle((_MARGIN, top, _MARGIN + full, bottom), _BAR // 2, _HUES.get(bar.hue, _USUAL))


def _lines(words: str, font: _Font) -> list[str]:
    """The words on two lines at most, each as long as the picture is wide."""
    room, first = _WIDTH - 2 * _MARGIN, list[str]()
    rest = words.split()
    while rest and font.getlength(" ".join([*first, rest[0]])) <= room:
        first.append(rest.pop(0))
    if not first:
        return [_cut(words, font, room)]
    return [" ".join(first), *([_cut(" ".join(rest), font, room)] if rest else [])]


def _cut(words: str, font: _Font, room: float) -> str:
    """The words, their end replaced by « … » where they are too long."""
    words = " ".join(words.split())
    if font.getlength(words) <= room:
        return words
    while words and font.getlength(f"{words}…") > room:
        words = words[:-1]
    return f"{words.rstrip()}…"


@cache
def font(size: int, bold: bool = False) -> _Font:
    """The typeface of all pictures at that height, read once."""
    body = files("bot.drawing").joinpath("fonts", f"NotoSans-{'Bold' if bold else 'Regular'}.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(body), size)
