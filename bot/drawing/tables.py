"""Draws a table for a phone: each cell has a sign of its own shape, words below it, and the colour of its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PIL import Image, ImageDraw

from bot.drawing.letters import GROUND, HUES, INK, MARGIN, SOFT, WIDTH, cut, font, lines, png
from bot.terms.charts import Cell, Matrix, Row

_EDGE = 36  # at the sides: narrower than that of bars, as a table has many columns
_TITLE, _BODY, _HEAD, _SAID = 50, 34, 28, 26  # heights of letters
_NAMES, _HEADS, _LINE, _SPACE = 196, 76, 150, 10  # width of the names, heights of the heads and of a line, a gap
_PALE, _MARK, _ROUND = "#eef0f2", "#b45309", 22
_SIGN = 22  # half the width of a sign
_Pen = ImageDraw.ImageDraw


def draw(table: Matrix) -> bytes:
    """The table as a PNG. Raises `OSError` where no font can be read."""
    title = lines(table.title, font(_TITLE, bold=True))
    top = MARGIN + len(title) * 66 + 70
    below = top + _HEADS + len(table.rows) * _LINE + 30
    picture = Image.new("RGB", (WIDTH, below + len(table.legend) * 46 + _EDGE), GROUND)
    pen, y = ImageDraw.Draw(picture), MARGIN
    for line in title:
        pen.text((_EDGE, y), line, INK, font(_TITLE, bold=True))
        y += 66
    pen.text((_EDGE, y), cut(table.subtitle, font(_BODY), WIDTH - 2 * _EDGE), SOFT, font(_BODY))
    wide = (WIDTH - 2 * _EDGE - _NAMES) // max(1, len(table.heads))
    pen.text((_EDGE, top + 22), cut(table.corner, font(_HEAD), _NAMES - _SPACE), SOFT, font(_HEAD))
    for at, (name, hue) in enumerate(table.heads):
        middle = _EDGE + _NAMES + at * wide + wide // 2
        _centred(pen, (middle, top + 22), cut(name, font(_SAID, bold=True), wide - 4), HUES.get(hue, INK), bold=True)
    for at, row in enumerate(table.rows):
        _row(pen, top + _HEADS + at * _LINE, wide, row)
    for at, words in enumerate(table.legend):
        pen.text((_EDGE, below + at * 46), cut(words, font(_HEAD), WIDTH - 2 * _EDGE), SOFT, font(_HEAD))
    return png(picture)


def _row(pen: _Pen, y: int, wide: int, row: Row) -> None:
    hue, bold = HUES.get(row.hue, INK), font(_HEAD, bold=True)
    pen.rounded_rectangle((_EDGE, y + 20, _EDGE + 8, y + _LINE - 30), 4, hue)
    pen.text((_EDGE + 18, y + _LINE // 2 - 28), cut(row.name, bold, _NAMES - 22), hue, bold)
    for at, cell in enumerate(row.cells):
        left = _EDGE + _NAMES + at * wide
        _cell(pen, (left + _SPACE // 2, y, left + wide - _SPACE // 2, y + _LINE - _SPACE), cell, hue)


def _cell(pen: _Pen, box: tuple[int, int, int, int], cell: Cell, hue: str) -> None:
    full, none = cell.sign == "all", cell.sign == "no"
    colour = GROUND if full else SOFT if none else hue
    ground = hue if full else _PALE if none else GROUND
    pen.rounded_rectangle(box, _ROUND, ground, _PALE if none else hue, 3)
    middle = (box[0] + box[2]) // 2
    _SIGNS[cell.sign](pen, middle, box[1] + 46, colour)
    _centred(pen, (middle, box[1] + 86), cut(cell.said, font(_SAID), box[2] - box[0] - 8), colour)
    if cell.marked:
        _mark(pen, box[2] - 8, box[1] + 10)


def _mark(pen: _Pen, x: int, y: int) -> None:
    """A badge over the corner of a cell, with an exclamation mark."""
    pen.ellipse((x - 22, y - 20, x + 18, y + 20), GROUND, _MARK, 5)
    pen.line((x - 2, y - 11, x - 2, y + 2), _MARK, 5)
    pen.ellipse((x - 5, y + 6, x + 1, y + 12), _MARK)


def _centred(pen: _Pen, at: tuple[int, int], words: str, colour: str, bold: bool = False) -> None:
    letters = font(_SAID, bold)
    pen.text((at[0] - letters.getlength(words) / 2, at[1]), words, colour, letters)


def _tick(pen: _Pen, x: int, y: int, colour: str) -> None:
    pen.line((x - _SIGN, y, x - 6, y + 16, x + _SIGN, y - 16), colour, 9, joint="curve")


def _half(pen: _Pen, x: int, y: int, colour: str) -> None:
    box = (x - _SIGN, y - _SIGN, x + _SIGN, y + _SIGN)
    pen.ellipse(box, None, colour, 5)
    pen.pieslice(box, 90, 270, colour)


def _heart(pen: _Pen, x: int, y: int, colour: str) -> None:
    pen.ellipse((x - 22, y - 20, x + 1, y + 3), colour)
    pen.ellipse((x - 1, y - 20, x + 22, y + 3), colour)
    pen.polygon(((x - 20, y - 1), (x, y - 8), (x + 20, y - 1), (x, y + 22)), colour)


def _dots(pen: _Pen, x: int, y: int, colour: str) -> None:
    for at in (-18, 0, 18):
        pen.ellipse((x + at - 6, y - 6, x + at + 6, y + 6), colour)


def _dash(pen: _Pen, x: int, y: int, colour: str) -> None:
    pen.rounded_rectangle((x - 16, y - 4, x + 16, y + 4), 4, colour)


_SIGNS: Mapping[str, Callable[[_Pen, int, int, str], None]] = {
    "all": _tick,
    "class": _half,
    "own": _heart,
    "some": _dots,
    "no": _dash,
}
