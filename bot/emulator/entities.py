"""Texts and their entities as messages hold them: offsets in UTF-16 units, sorted; links, commands… detected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

Json = dict[str, Any]
MAX_ENTITIES = 100
VERBATIM = frozenset({"code", "pre", "text_link", "text_mention", "url"})
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)’']|(?<![\w@/.])(?:t\.me|www\.[\w-]+\.\w{2,})(?:/[^\s<>\"«»]*[^\s<>\"«».,;:!?)])?)"
    r"|(?P<email>(?<![\w.@+-])[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z]\w{3,31}\b)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<hashtag>(?<![\w#&])#\w*[^\W\d]\w*)",
)


@dataclass
class Span:
    """An entity while its text is being read: `start` and `end` count characters, not UTF-16 units."""

    kind: str
    start: int
    end: int
    more: Json = field(default_factory=dict)


def utf16_length(text: str) -> int:
    """Returns the length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def formatted(text: str, spans: list[Span]) -> tuple[str, list[Json]]:
    """Returns the text trimmed as Telegram does, with the entities given and those detected (links, commands…)."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    body = text[start:end]
    moved = [Span(s.kind, max(s.start - start, 0), min(s.end, end) - start, s.more) for s in spans]
    kept = _merged([span for span in moved if span.start < span.end])
    closed = [(s.start, s.end) for s in kept if s.kind in VERBATIM]
    kept += [span for span in _found(body) if not any(a < span.end and span.start < b for a, b in closed)]
    return body, _in_utf16(body, sorted(kept, key=lambda s: (s.start, -s.end)))[:MAX_ENTITIES]


def _merged(spans: list[Span]) -> list[Span]:
    """Joins adjacent spans of the same kind, as Telegram does; code blocks and quotations are never joined."""
    kept: list[Span] = []
    last: dict[str, Span] = {}
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        before = last.get(span.kind)
        joined = before is not None and before.end >= span.start and before.more == span.more
        if before is not None and joined and span.kind not in ("pre", "blockquote", "expandable_blockquote"):
            before.end = max(before.end, span.end)
            continue
        last[span.kind] = span
        kept.append(span)
    return kept


def _found(text: str) -> Iterator[Span]:
    for match in FOUND.finditer(text):
        yield Span(str(match.lastgroup), match.start(), match.end())


def _in_utf16(text: str, spans: list[Span]) -> list[Json]:
    if not spans:
        return []
    units = list(accumulate((2 if ord(c) > 0xFFFF else 1 for c in text), initial=0))
    return [
        {"type": s.kind, "offset": units[s.start], "length": units[s.end] - units[s.start], **s.more} for s in spans
    ]


def from_entities(text: str, entities: list[Json]) -> list[Span]:
    """Returns the spans of entities given by the bot; empty ones and those outside the text are left out."""
    units = list(accumulate((2 if ord(c) > 0xFFFF else 1 for c in text), initial=0))
    place = {unit: index for index, unit in enumerate(units)}
    spans = []
    for entity in entities:
        start, end = place.get(entity["offset"]), place.get(min(entity["offset"] + entity["length"], units[-1]))
        if start is None or end is None or end <= start:
            continue
        more = {k: v for k, v in entity.items() if k not in ("type", "offset", "length")}
        spans.append(Span(entity["type"], start, end, more))
    return spans
