"""Texts and entities as Telegram keeps them: cleaned, trimmed, nested, with links and the like found in them."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from .errors import bad_request
from .finding import found
from .links import LinkError, checked, user_of
from .nesting import Span, merged, nested, order

Json = dict[str, Any]
MAX_ENTITIES = 100
BYTES_MAX = 35_000  #: what follows is cut off
UNSHOWN = frozenset({"bank_card_number"})  #: Telegram finds them, and the Bot API does not name them
GIVEN = frozenset(
    {
        *("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "text_mention"),
        *("custom_emoji", "blockquote", "expandable_blockquote", "date_time"),
    }
)
FOUND_KINDS = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
)
_CONTROLS = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_MARKS = re.compile("[\u200e\u200f]{2,}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile(
    "[ \n\xa0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc\U000e0000-\U000e007f\t\r\v\0]*"
)


def utf16_length(text: str) -> int:
    """Returns the length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def formatted(text: str, spans: list[Span]) -> tuple[str, list[Json]]:
    """Returns the text and entities that Telegram keeps; an empty text where nothing but spaces would be left.

    Raises 400 for a text that holds half a character.
    """
    if _SURROGATES.search(text):
        raise bad_request("strings must be encoded in UTF-8")
    text, spans = _cleaned(text, nested([span for span in spans if span.start < span.end]))
    spans = nested([span for span in spans if span.start < span.end])
    body = text.rstrip(" \n")
    if not body:
        return "", []
    cut = [Span(s.kind, s.start, min(s.end, len(body)), s.more) for s in spans]
    kept = sorted((span for span in cut if span.start < span.end), key=order)
    blank = min(len(body) - len(body.lstrip(" \n")), kept[0].start if kept else len(body))
    body, kept = body[blank:], [Span(s.kind, s.start - blank, s.end - blank, s.more) for s in kept]
    raw = body.encode()
    if len(raw) > BYTES_MAX:
        body = raw[:BYTES_MAX].decode(errors="ignore")
        kept = [span for span in kept if span.end <= len(body)]
    shown = [span for span in merged(kept, found(body)) if span.kind not in UNSHOWN]
    return body, in_utf16(body, shown)[:MAX_ENTITIES]


def unseen(text: str) -> bool:
    """Tells whether nothing of the text can be seen: Telegram takes it for empty."""
    return _UNSEEN.fullmatch(text) is not None


def _cleaned(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """Returns the text without control characters and signs that Telegram removes, and the spans moved along."""
    spaced = _CONTROLS.sub(" ", text)
    gone = [match.start() for match in _REMOVED.finditer(spaced)]
    text = _MARKS.sub(lambda run: "\u200c" * (len(run[0]) - 1) + run[0][-1], _REMOVED.sub("", spaced))
    if not gone or not spans:
        return text, spans
    removed = set(gone)
    place = list(accumulate((0 if i in removed else 1 for i in range(len(spaced))), initial=0))
    return text, [Span(s.kind, place[s.start], place[s.end], s.more) for s in spans]


def in_utf16(text: str, spans: list[Span]) -> list[Json]:
    """Returns the spans as the Bot API shows entities."""
    if not spans:
        return []
    units = list(accumulate((2 if ord(c) > 0xFFFF else 1 for c in text), initial=0))
    return [
        {"type": s.kind, "offset": units[s.start], "length": units[s.end] - units[s.start], **s.more} for s in spans
    ]


def from_entities(text: str, entities: list[Json]) -> list[Span]:
    """Returns the spans of entities given by the bot; those that Telegram finds itself are left out.

    Raises 400 for one of an unknown kind, outside of the text, with a bad address, or that cuts a character in two.
    """
    units = list(accumulate((2 if ord(c) > 0xFFFF else 1 for c in text), initial=0))
    place = {unit: index for index, unit in enumerate(units)}
    spans = [_read(entity) for entity in entities if entity["type"] not in FOUND_KINDS]
    made = []
    for span in nested([one for one in spans if one.start < one.end]):
        if span.start >= units[-1]:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {span.start}")
        if span.start not in place:
            raise bad_request(_halved("entity begins", text, units, span.start))
        if span.end > units[-1]:
            raise bad_request(
                f"entity beginning at UTF-16 offset {span.start} ends after the end of the text"
                f" at UTF-16 offset {span.end}"
            )
        if span.end not in place:
            begins = f"entity beginning at UTF-16 offset {span.start} ends"
            raise bad_request(_halved(begins, text, units, span.end))
        made.append(Span(span.kind, place[span.start], place[span.end], span.more))
    return made


def _halved(what: str, text: str, units: list[int], unit: int) -> str:
    after = units.index(unit + 1)
    return f"{what} in a middle of a UTF-16 symbol at byte offset {len(text[:after].encode())}"


def _read(entity: Json) -> Span:
    """Returns an entity as a span whose places are still UTF-16 units."""
    kind, offset, length = entity["type"], entity["offset"], entity["length"]
    if kind not in GIVEN:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    for name, number in (("offset", offset), ("length", length)):
        if not 0 <= number <= 1_000_000:
            raise bad_request(f"receive an entity with incorrect {name} {number}")
    more = {name: value for name, value in entity.items() if name not in ("type", "offset", "length")}
    if kind == "text_link":
        if user := user_of(entity.get("url", "")):
            return Span("text_mention", offset, offset + length, {"user": user})
        try:
            more = {"url": checked(entity.get("url", ""))}
        except LinkError as error:
            raise bad_request(f"entity URL '{entity.get('url', '')}' is invalid: {error}") from None
    if kind == "pre" and not more.get("language"):
        more = {}
    return Span(kind, offset, offset + length, more)
