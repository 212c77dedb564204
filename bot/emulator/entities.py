"""Texts and their entities as messages hold them: cleaned, trimmed, offsets in UTF-16 units, sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from typing import Any

from .detecting import found
from .errors import bad_request
from .nesting import Span, fitted

Json = dict[str, Any]
MAX_ENTITIES = 100
_SPACES = " \n"
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x20]")
_DROPPED = re.compile(r"[\r\u2028-\u202e\u0333\u033f\u030a]")
_DIRECTIONS = re.compile(r"[\u200e\u200f]+(?=[\u200e\u200f])")


def utf16_length(text: str) -> int:
    """Returns the length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def formatted(text: str, spans: list[Span]) -> tuple[str, list[Json]]:
    """Returns the text as Telegram keeps it, with the entities given and those found (links, commands…).

    Control characters become spaces, some marks disappear, white space at the ends is cut, except where an entity
    begins with it. Raises 400 where the text holds half a character.
    """
    try:
        text.encode()
    except UnicodeEncodeError as trouble:
        raise bad_request("strings must be encoded in UTF-8") from trouble
    body, kept = _cleaned(text, fitted(spans))
    body, kept = _trimmed(body, kept)
    return body, _in_utf16(body, fitted(kept, found(body)))[:MAX_ENTITIES]


def _cleaned(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    lost = [0, *accumulate(_DROPPED.match(character) is not None for character in text)]
    moved = [replace(span, start=span.start - lost[span.start], end=span.end - lost[span.end]) for span in spans]
    body = _CONTROL.sub(" ", _DROPPED.sub("", text))
    body = _DIRECTIONS.sub(lambda run: "\u200c" * len(run[0]), body)
    return body, fitted(moved)


def _trimmed(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    body = text.rstrip(_SPACES)
    kept = [replace(span, end=min(span.end, len(body))) for span in spans if span.start < len(body)]
    first = min((span.start for span in kept), default=len(body))
    start = min(first, len(body) - len(body.lstrip(_SPACES)))
    return body[start:], [replace(span, start=span.start - start, end=span.end - start) for span in kept]


def _units(text: str) -> list[int]:
    """For each character, and for the end, how many UTF-16 units stand before it."""
    return list(accumulate((2 if ord(character) > 0xFFFF else 1 for character in text), initial=0))


def _in_utf16(text: str, spans: Iterable[Span]) -> list[Json]:
    units = _units(text)
    return [
        {"type": s.kind, "offset": units[s.start], "length": units[s.end] - units[s.start], **s.more} for s in spans
    ]


def from_entities(text: str, entities: list[Json]) -> list[Span]:
    """Returns the spans of entities given by the bot, as Telegram keeps them.

    Raises 400 for one that begins or ends after the text, or within a character.
    """
    asked = []
    for entity in entities:
        offset, length = int(entity["offset"]), int(entity["length"])
        for name, number in (("offset", offset), ("length", length)):
            if not 0 <= number <= 1_000_000:
                raise bad_request(f"receive an entity with incorrect {name} {number}")
        more = {k: v for k, v in entity.items() if k not in ("type", "offset", "length")}
        asked.append(Span(entity["type"], offset, offset + length, more))
    units = _units(text)
    place = {unit: index for index, unit in enumerate(units)}
    spans = []
    for span in fitted(asked):  # of those that it drops, Telegram does not look at the place
        start = _placed(place, units[-1] - 1, span.start, "entity begins", "")
        begins = f"entity beginning at UTF-16 offset {span.start} ends"
        end = _placed(place, units[-1], span.end, begins, f" {span.end}")
        spans.append(replace(span, start=start, end=end))
    return spans


def _placed(place: dict[int, int], last: int, unit: int, begins: str, ends: str) -> int:
    """The character that stands at so many UTF-16 units; raises 400 beyond the last, or within a character."""
    if unit > last:
        raise bad_request(f"{begins} after the end of the text at UTF-16 offset{ends or f' {unit}'}")
    if unit not in place:
        raise bad_request(f"{begins} in a middle of a UTF-16 symbol at byte offset {unit}")
    return place[unit]
