"""How the entities of a text may overlap, as TDLib decides it: which are dropped, split or joined.

Code and preformatted text stand alone, or in a quotation: a spoiler, bold and the like around them is cut there.
Links, mentions and quotations that overlap another of their kind are dropped. Bold, italic, underline, strikethrough
and spoiler are split where others begin or end, and joined where two of one kind touch.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")  #: what is split; the order is Telegram's
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
VERBATIM = frozenset({"code", "pre", "date_time"})  #: what contains nothing, and stands in nothing but a quotation
UNBROKEN = frozenset(
    {
        *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"),
        *("text_link", "text_mention", "custom_emoji"),
    }
)
_PRIORITY = {
    "blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "date_time": 30, "text_link": 49,
    "text_mention": 49, "bold": 90, "italic": 91, "underline": 92, "strikethrough": 93, "spoiler": 94,
    "custom_emoji": 99,
}  # fmt: skip


@dataclass
class Span:
    """An entity while its text is being read: `start` and `end` count characters, not UTF-16 units."""

    kind: str
    start: int
    end: int
    more: dict[str, Any] = field(default_factory=dict)


def order(span: Span) -> tuple[int, int, int]:
    """Returns the key by which Telegram sorts entities: the place, then the longest, then the kind."""
    priority = 10 if span.kind == "pre" and span.more.get("language") else _PRIORITY.get(span.kind, 50)
    return span.start, -span.end, priority


def apart(spans: Iterable[Span]) -> list[Span]:
    """Returns the sorted spans without those that overlap, or are within, one before them."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def nested(spans: list[Span]) -> list[Span]:
    """Returns the spans sorted, and nested as Telegram allows."""
    spans = sorted(spans, key=order)
    if _allowed(spans):
        return spans
    styles, quotes, others = _parted(spans)
    others, quotes = apart(others), apart(quotes)
    return _resplit(styles, sorted(_beside(others, quotes) + quotes, key=order))


def merged(spans: list[Span], found: list[Span]) -> list[Span]:
    """Returns nested spans with those found in the text, which must be sorted and apart; given spans win."""
    if not found:
        return spans
    styles, quotes, others = _parted(spans)
    found = [
        new for new in _beside(found, quotes) if all(old.end <= new.start or new.end <= old.start for old in others)
    ]
    return _resplit(styles, sorted(others + found + quotes, key=order))


def _parted(spans: list[Span]) -> tuple[list[Span], list[Span], list[Span]]:
    styles = [span for span in spans if span.kind in STYLES]
    quotes = [span for span in spans if span.kind in QUOTES]
    return styles, quotes, [span for span in spans if span.kind not in STYLES and span.kind not in QUOTES]


def _allowed(spans: list[Span]) -> bool:
    """Tells whether sorted spans are nested as Telegram allows already; then touching ones are not joined."""
    ends = dict.fromkeys(STYLES, -1)
    around: list[Span] = []
    for span in spans:
        while around and span.start >= around[-1].end:
            around.pop()
        if around and not _fits(span, around):
            return False
        if span.kind in STYLES:
            if ends[span.kind] >= span.start:
                return False
            ends[span.kind] = span.end
        around.append(span)
    return True


def _fits(span: Span, around: list[Span]) -> bool:
    kinds = {one.kind for one in around}
    unbroken = span.kind in UNBROKEN or span.kind in QUOTES
    return not (
        span.end > around[-1].end
        or span.kind in kinds
        or around[-1].kind in VERBATIM
        or (span.kind in VERBATIM and kinds - QUOTES)
        or (unbroken and kinds & UNBROKEN)
        or (span.kind in QUOTES and kinds & QUOTES)
        or kinds & set(STYLES)
    )


def _beside(spans: list[Span], quotes: list[Span]) -> list[Span]:
    """Returns the spans within a quotation or outside of all; one across a border is dropped."""
    kept, at = list[Span](), 0
    for span in spans:
        while at < len(quotes) and quotes[at].end <= span.start:
            at += 1
        quote = quotes[at] if at < len(quotes) else None
        if quote is None or not (quote.end < span.end or span.start < quote.start < span.end):
            kept.append(span)
    return kept


def _resplit(styles: list[Span], others: list[Span]) -> list[Span]:
    return sorted(others + _Splitting(styles).around(others), key=order) if styles else others


class _Splitting:
    """Joins styles of one kind that touch, and splits them at the borders of each other and of other spans."""

    def __init__(self, styles: list[Span]) -> None:
        self.waiting = styles[::-1]
        self.open: dict[str, tuple[int, int]] = {}
        self.made: list[Span] = []

    def around(self, others: list[Span]) -> list[Span]:
        """Returns the styles split at the other spans, without what stands in code."""
        stack: list[Span] = []
        for other in others:
            self.advance(other.start, stack)
            stack.append(other)
        self.advance(math.inf, stack)
        return self.made

    def advance(self, place: float, stack: list[Span]) -> None:
        while stack and place >= stack[-1].end:
            before = len(self.made)
            self.until(stack[-1].end)
            if stack.pop().kind in VERBATIM:
                del self.made[before:]
        self.until(place)

    def until(self, place: float) -> None:
        while self.waiting and self.waiting[-1].start < place:
            style = self.waiting.pop()
            start, end = self.open.get(style.kind, (0, 0))
            if style.kind in self.open and style.start <= end:
                self.open[style.kind] = (start, max(end, style.end))
                continue
            self.flush(style.start)
            self.open[style.kind] = (style.start, style.end)
        self.flush(place)

    def flush(self, place: float) -> None:
        for kind in STYLES:
            start, end = self.open.get(kind, (0, 0))
            if kind not in self.open or start >= place:
                continue
            cut = int(min(end, place))
            self.made.append(Span(kind, start, cut))
            if end <= place:
                del self.open[kind]
            else:
                self.open[kind] = (cut, end)
