"""Which entities may stand in which, as Telegram decides: what may not is split, joined, or dropped.

The rules are those of TDLib's `fix_entities`: styles (bold, spoiler …) are joined where they touch and cut wherever
another entity begins or ends; nothing stands in code, and code stands in nothing but a quotation; links, mentions and
the like overlap nothing of their kind; quotations do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTATIONS = ("blockquote", "expandable_blockquote")
CODES = ("pre", "code", "date_time")
_ORDER = {
    **dict.fromkeys(QUOTATIONS, 0),
    "date_time": 19,
    "code": 20,
    "pre": 11,
    "text_link": 49,
    "text_mention": 49,
    "custom_emoji": 99,
    **{style: 90 + index for index, style in enumerate(STYLES)},
}  #: which comes first of two with the same place; what was found in the text has 50


@dataclass
class Span:
    """An entity while its text is being read: `start` and `end` count characters, not UTF-16 units."""

    kind: str
    start: int
    end: int
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it stands among the entities of its message."""
        rank = 10 if self.kind == "pre" and self.more else _ORDER.get(self.kind, 50)
        return self.start, self.start - self.end, rank


def fitted(spans: Iterable[Span], found: Iterable[Span] = ()) -> list[Span]:
    """The spans as Telegram keeps them, sorted; `found` are those that it finds in the text itself.

    What is found gives way to what was asked for.
    """
    ordered = sorted((span for span in spans if span.start < span.end), key=lambda span: span.order)
    quotations = _apart(span for span in ordered if span.kind in QUOTATIONS)
    rest = _apart(span for span in ordered if span.kind not in QUOTATIONS and span.kind not in STYLES)
    fixed = [span for span in rest if not _crosses(span, quotations)]
    new = [span for span in found if not _crosses(span, quotations) and not _touches(span, fixed)]
    fixed += [*new, *quotations]
    styles = _styles((span for span in ordered if span.kind in STYLES), fixed)
    return sorted([*fixed, *styles], key=lambda span: span.order)


def _apart(ordered: Iterable[Span]) -> list[Span]:
    """The spans without those that overlap an earlier one, even those within it."""
    kept: list[Span] = []
    for span in ordered:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _crosses(span: Span, quotations: Iterable[Span]) -> bool:
    """Whether it is partly in a quotation and partly not, or has one within it."""
    return any(
        span.start < one.end and one.start < span.end and not (one.start <= span.start and span.end <= one.end)
        for one in quotations
    )


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < one.end and one.start < span.end for one in others)


def _styles(styles: Iterable[Span], others: list[Span]) -> list[Span]:
    """The styles, joined where they touch, cut where another entity begins or ends, and taken out of code."""
    edges = {edge for one in others for edge in (one.start, one.end)}
    runs: dict[str, list[Span]] = {}
    for span in styles:
        mine = runs.setdefault(span.kind, [])
        if mine and span.start <= mine[-1].end:
            mine[-1].end = max(mine[-1].end, span.end)
        else:
            mine.append(Span(span.kind, span.start, span.end))
    whole = [run for mine in runs.values() for run in mine]
    cuts = sorted(edges | {run.start for run in whole})
    codes = [one for one in others if one.kind in CODES]
    pieces = (piece for run in whole for piece in _cut(run, cuts))
    return [piece for piece in pieces if not _touches(piece, codes)]


def _cut(run: Span, cuts: Iterable[int]) -> list[Span]:
    inner = [run.start, *(cut for cut in cuts if run.start < cut < run.end), run.end]
    return [Span(run.kind, start, end) for start, end in pairwise(inner)]
