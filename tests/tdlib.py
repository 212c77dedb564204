"""TDLib itself, without any network: what Telegram's own code makes of a formatted text."""

from __future__ import annotations

import json
from typing import Any

import tdjson

Json = dict[str, Any]
Entity = tuple[str, int, int]
"""Kind, offset and length of an entity, in UTF-16 units."""

_KINDS = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "TextUrl": "text_link",
    "MentionName": "text_mention",
    "CustomEmoji": "custom_emoji",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
    "Mention": "mention",
    "Hashtag": "hashtag",
    "Cashtag": "cashtag",
    "BotCommand": "bot_command",
    "Url": "url",
    "EmailAddress": "email",
    "PhoneNumber": "phone_number",
    "DateTime": "date_time",
}  # bank cards and moments of films have no kind in the Bot API
_TOUCHED = ("mention", "hashtag", "cashtag", "bot_command", "url", "email")
_MODES = {
    "HTML": {"@type": "textParseModeHTML"},
    "Markdown": {"@type": "textParseModeMarkdown", "version": 1},
    "MarkdownV2": {"@type": "textParseModeMarkdown", "version": 2},
}


class Refused(Exception):
    """TDLib cannot take the text; the message is its own."""


def parsed(text: str, mode: str = "HTML") -> tuple[str, list[Json]]:
    """The text without its markup, and TDLib's entities, as they were asked for. Raises `Refused`."""
    made = _execute({"@type": "parseTextEntities", "text": text, "parse_mode": _MODES[mode]})
    return made["text"], made["entities"]


def fixed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Text and entities as TDLib sends them, before white space is trimmed. Raises `Refused`.

    The text must hold none of `MARKS`, which would be read as markup.
    """
    given = {"@type": "formattedText", "text": text, "entities": entities}
    made = _execute({"@type": "parseMarkdown", "text": given})
    return made["text"], made["entities"]


MARKS = "*_~|`[]"


def found(text: str) -> list[Entity]:
    """What TDLib finds in a text by itself."""
    return simple(_execute({"@type": "getTextEntities", "text": text})["entities"])


def kept(html: str) -> tuple[str, list[Entity]]:
    """What is left of a piece of HTML once it is sent, before white space is trimmed. Raises `Refused`."""
    text, entities = parsed(html)
    text, entities = fixed(text, entities)
    return text, simple(entities)


def touchable(html: str) -> list[str]:
    """What can be touched in a piece of HTML once it is sent, apart from what its markup says.

    TDLib finds it in the whole text, then drops what overlaps <code> (`merge_entities` of MessageEntity.cpp).
    """
    text, entities = parsed(html)
    units = text.encode("utf-16-le")
    code = [(start, start + length) for kind, start, length in simple(entities) if kind == "code"]
    spans = [(start, start + length) for kind, start, length in found(text) if kind in _TOUCHED]
    free = [one for one in spans if not any(one[0] < stop and start < one[1] for start, stop in code)]
    return [units[2 * start : 2 * stop].decode("utf-16-le") for start, stop in free]


def simple(entities: list[Json]) -> list[Entity]:
    """The entities that have a kind in the Bot API."""
    made = ((_KINDS.get(one["type"]["@type"].removeprefix("textEntityType"), ""), one) for one in entities)
    return [(kind, one["offset"], one["length"]) for kind, one in made if kind]


def _execute(request: Json) -> Json:
    answer: Json = json.loads(tdjson.td_execute(json.dumps(request).encode()) or b"{}")
    if answer.get("@type") == "error":
        raise Refused(answer["message"])
    return answer


_execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})
