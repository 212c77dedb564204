"""The table as a chart: each figure divided by its goal, on a logarithmic scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from math import log2

from benchmarks.row import Row

_WIDTH, _LEFT, _STEP, _HEAD = 960, 430, 22, 34  # pixels
_SPAN = 2.5  # powers of two shown on each side of the goal
_MIDDLE = (_LEFT + _WIDTH - 90) / 2
_STYLE = """<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328 } .group { font-weight: 600 } .line { stroke: #8c959f }
.met { fill: #1a7f37; stroke: #1a7f37 } .missed { fill: #bc4c00; stroke: #bc4c00 }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .met { fill: #3fb950; stroke: #3fb950 }
.missed { fill: #f0883e; stroke: #f0883e } }
</style>"""


def chart(rows: Sequence[Row]) -> str:
    """An SVG of the rows that have a goal and a figure; dots to the right of the line are better than the goal."""
    shown = [row for row in rows if row.met is not None]
    lines, y = list[str](), _HEAD
    for group, members in groupby(shown, key=lambda row: row.group):
        lines.append(f'<text class="group" x="8" y="{y + 14}">{escape(group)}</text>')
        for row in members:
            y += _STEP
            lines.extend(_drawn(row, y))
        y += _STEP + 8
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {y}" role="img">',
            "<title>Every figure of make bench beside its goal</title>",
            _STYLE,
            f'<text x="{_MIDDLE}" y="18" text-anchor="middle">worse ← goal → better</text>',
            f'<path class="line" d="M{_MIDDLE} {_HEAD - 8}V{y}"/>',
            *lines,
            "</svg>\n",
        ]
    )


def _drawn(row: Row, y: int) -> Iterator[str]:
    places = sorted(_place(row, ratio) for ratio in row.ratios)
    kind = "met" if row.met else "missed"
    sign = "≥" if row.more_is_better else "≤"
    yield f'<text x="20" y="{y + 14}">{escape(row.name)}</text>'
    yield f'<path class="{kind}" stroke-width="3" d="M{places[0]:.0f} {y + 10}H{places[-1]:.0f}"/>'
    yield f'<circle class="{kind}" cx="{_place(row, row.middle):.0f}" cy="{y + 10}" r="5"/>'
    yield f'<text x="{_WIDTH - 85}" y="{y + 14}">{row.middle:.2g} {sign} {row.goal:g}</text>'


def _place(row: Row, ratio: float) -> float:
    assert row.goal is not None
    better = log2(ratio / row.goal) * (1 if row.more_is_better else -1)
    return _MIDDLE + max(-1.0, min(1.0, better / _SPAN)) * (_WIDTH - 100 - _LEFT) / 2
