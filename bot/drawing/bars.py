"""Draws a chart for a phone: one bar below the other, its name and its numbers written above it."""

from __future__ import annotations

from PIL import Image, ImageDraw

from bot.drawing.letters import GROUND, HUES, INK, MARGIN, SOFT, WIDTH, cut, font, lines, png
from bot.terms.charts import Bar, Chart

MOST = 24  #: bars in a picture: more would be too small to read on a phone
_TRACK, _USUAL = "#e3e5e8", "#0f766e"
_TITLE, _BODY, _SMALL = 50, 36, 30  # heights of letters
_FINE = 4  #: how many times larger than it is shown a bar is drawn
_BAR, _STEP, _GAP = 26, 104, 34  # height of a bar, from one bar to the next, before a group


def draw(chart: Chart) -> bytes:
    """The chart as a PNG; its first `MOST` bars where it has more. Raises `OSError` where no font can be read."""
    title = lines(chart.title, font(_TITLE, bold=True))
    groups = list(_within(chart))
    bars = sum(len(bars) for _, bars in groups)
    headings = sum(bool(heading) for heading, _ in groups)
    below = _SMALL + _GAP if chart.source else 0
    height = 2 * MARGIN + len(title) * 66 + 70 + bars * _STEP + len(groups) * _GAP + headings * 56 + below
    picture = Image.new("RGB", (WIDTH, height), GROUND)
    pen, y = ImageDraw.Draw(picture), MARGIN
    for line in title:
        pen.text((MARGIN, y), line, INK, font(_TITLE, bold=True))
        y += 66
    pen.text((MARGIN, y + 8), cut(chart.subtitle, font(_BODY), WIDTH - 2 * MARGIN), SOFT, font(_BODY))
    y += 70
    for heading, members in groups:
        y = _group(picture, pen, y + _GAP, heading, members)
    if chart.source:
        pen.text((MARGIN, y + _GAP // 2), chart.source, SOFT, font(_SMALL))
    return png(picture)


def _within(chart: Chart) -> list[tuple[str, tuple[Bar, ...]]]:
    """The groups, without the bars beyond `MOST`, and without those that have none."""
    left, found = MOST, []
    for heading, bars in chart.groups:
        if bars[:left]:
            found.append((heading, bars[:left]))
        left -= len(bars[:left])
    return found


def _group(picture: Image.Image, pen: ImageDraw.ImageDraw, y: int, heading: str, bars: tuple[Bar, ...]) -> int:
    """Draws a group from that height on; returns the height below it."""
    if heading:
        pen.text((MARGIN, y), cut(heading, font(_BODY, bold=True), WIDTH - 2 * MARGIN), INK, font(_BODY, bold=True))
        y += 56
    for bar in bars:
        _bar(picture, pen, y, bar)
        y += _STEP
    return y


def _bar(picture: Image.Image, pen: ImageDraw.ImageDraw, y: int, bar: Bar) -> None:
    right, letters = WIDTH - MARGIN, font(_BODY)
    said = letters.getlength(bar.said)
    pen.text((MARGIN, y), cut(bar.name, letters, right - MARGIN - said - 30), INK, letters)
    pen.text((right - said, y), bar.said, INK, letters)
    top = y + 54
    _rounded(picture, top, right - MARGIN, _TRACK)
    share = min(1.0, max(0.0, bar.share))
    if share:
        full = max(_BAR, round((right - MARGIN) * share))
        _rounded(picture, top, full, HUES.get(bar.hue, _USUAL))


def _rounded(picture: Image.Image, top: int, width: int, colour: str) -> None:
    """Draws a bar with round ends, which are smooth since they are drawn larger first."""
    large = Image.new("L", (width * _FINE, _BAR * _FINE), 0)
    box = (0, 0, width * _FINE - 1, _BAR * _FINE - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, _BAR * _FINE // 2, 255)
    picture.paste(colour, (MARGIN, top), large.reduce(_FINE))
