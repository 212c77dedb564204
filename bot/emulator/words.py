"""Reads the text or caption that a bot gives, by its parse mode or entities, within Telegram's limits."""

from __future__ import annotations

from typing import Any

from .entities import Json, formatted, from_entities, unseen, utf16_length
from .errors import bad_request
from .html import parse_html
from .markdown import parse_markdown
from .nesting import Span

TEXT_MAX, CAPTION_MAX = 4096, 1024
SOURCE_MAX = 1 << 15  #: bytes that are parsed, markup included


def read_words(source: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """Returns the plain text and its entities; empty where there are only spaces.

    A parse mode wins over entities. Raises 400 for an unknown mode or a text that cannot be parsed.
    """
    return formatted(*_parsed(source, parse_mode, entities))


def _parsed(source: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Span]]:
    if len(source.encode("utf-8", "surrogatepass")) > SOURCE_MAX:
        raise bad_request("text is too long")
    mode = (parse_mode or "").lower()
    if not source or mode in ("", "none"):
        return source, from_entities(source, entities or [])
    if mode not in ("html", "markdown", "markdownv2"):
        raise bad_request("unsupported parse_mode")
    if any("\ud800" <= sign <= "\udfff" for sign in source):
        raise bad_request("text must be encoded in UTF-8")
    return parse_html(source) if mode == "html" else parse_markdown(source, legacy=mode == "markdown")


def text_content(parameters: dict[str, Any]) -> Json:
    """Returns `text` and `entities` of a message. Raises 400 when the text is empty or too long."""
    if not parameters.get("text"):
        raise bad_request("message text is empty")
    text, entities = read_words(parameters["text"], parameters.get("parse_mode"), parameters.get("entities"))
    if unseen(text):
        raise bad_request("text must be non-empty")
    if utf16_length(text) > TEXT_MAX:
        raise bad_request("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def caption_content(parameters: dict[str, Any]) -> Json:
    """Returns `caption` and `caption_entities` of a message; empty if there is no caption. Raises 400 if too long."""
    given = parameters.get("caption")
    if not given:
        return {}
    entities = parameters.get("caption_entities")
    caption, entities = read_words(given, parameters.get("parse_mode"), entities)
    if utf16_length(caption) > CAPTION_MAX:
        raise bad_request("message caption is too long")
    if not caption:
        return {}
    return {"caption": caption, **({"caption_entities": entities} if entities else {})}
