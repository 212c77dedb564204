"""Reads the text or caption that a bot gives, by its parse mode or entities, within Telegram's limits."""

from __future__ import annotations

from typing import Any

from .entities import Json, formatted, from_entities, utf16_length
from .errors import bad_request
from .html import parse_html
from .markdown import parse_markdown

TEXT_MAX, CAPTION_MAX = 4096, 1024
SOURCE_MAX = 1 << 15  #: bytes that are parsed, markup included


def read_words(source: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """Returns the plain text and its entities. Raises 400 for an unknown mode or a text that cannot be parsed."""
    if len(source.encode(errors="surrogatepass")) > SOURCE_MAX:
        raise bad_request("text is too long")
    mode = (parse_mode or "").lower()
    if mode in ("", "none"):
        return formatted(source, from_entities(source, entities or []))
    if mode == "html":
        return formatted(*parse_html(source))
    if mode in ("markdown", "markdownv2"):
        return formatted(*parse_markdown(source, legacy=mode == "markdown"))
    raise bad_request("unsupported parse_mode")


def text_content(parameters: dict[str, Any]) -> Json:
    """Returns `text` and `entities` of a message. Raises 400 when the text is empty or too long."""
    text, entities = read_words(parameters.get("text", ""), parameters.get("parse_mode"), parameters.get("entities"))
    if not text:
        raise bad_request("message text is empty")
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
