"""What the markup of a message means, and how a message that Telegram shows differs from what was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from bot.handlers.buttons import keyboard
from bot.texts.speech import Speech

Json = Mapping[str, Any]
Styles = list[tuple[str, frozenset[str]]]
"""Each character of a text, with the kinds of the entities that it is part of."""

_KINDS = {
    "b": "bold",
    "i": "italic",
    "code": "code",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
    "a": "text_link",
}
_WORDS = {
    "bold": "bold",
    "italic": "italic",
    "code": "fixed width",
    "spoiler": "hidden",
    "blockquote": "a quotation",
    "expandable_blockquote": "a folded quotation",
    "text_link": "a link",
}
_FOUND = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"})  # by Telegram


class _Reader(HTMLParser):
    """Reads HTML as it is written, without any rule of Telegram's on what may stand in what."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.read: Styles = []
        self.pieces = Counter[str]()  # how often each kind was opened

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        folded = tag == "blockquote" and any(name == "expandable" for name, _ in attrs)
        self.open.append("expandable_blockquote" if folded else _KINDS.get(tag, tag))
        self.pieces[self.open[-1]] += 1

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.read += [(character, frozenset(self.open)) for character in data]


def meant(html: str) -> tuple[Styles, Counter[str]]:
    """What a piece of HTML means, without white space at its ends; and in how many pieces it has each kind."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _trimmed(reader.read), reader.pieces


def shown(text: str, entities: Sequence[Json]) -> Styles:
    """What Telegram shows: a text, and entities whose offsets count UTF-16 units. What Telegram found is left out."""
    kinds: list[set[str]] = [set() for _ in range(len(text.encode("utf-16-le")) // 2)]
    for entity in entities:
        if entity["type"] not in _FOUND:
            for unit in range(entity["offset"], min(entity["offset"] + entity["length"], len(kinds))):
                kinds[unit].add(entity["type"])
    styles, unit = Styles(), 0
    for character in text:
        styles.append((character, frozenset(kinds[unit])))
        unit += 1 + (ord(character) > 0xFFFF)
    return _trimmed(styles)


def differences(speech: Speech, message: Json) -> Iterator[str]:
    """In which ways a message in a chat differs from what it was meant to be, each in a few words."""
    text = message.get("text", message.get("caption", ""))
    entities = message.get("entities", message.get("caption_entities", ()))
    wanted, pieces = meant(speech.text)
    there = shown(text, entities)
    if found := list(_styles(wanted, there)):
        yield from found
    else:
        yield from _split(wanted, pieces, Counter(entity["type"] for entity in entities))
    yield from _buttons(speech, message)
    if speech.protect != bool(message.get("has_protected_content")):
        yield "it can be forwarded and saved" if speech.protect else "it can be neither forwarded nor saved"


def _buttons(speech: Speech, message: Json) -> Iterator[str]:
    wanted = (keyboard(speech.rows) or {}).get("inline_keyboard", [])
    there = message.get("reply_markup", {}).get("inline_keyboard", [])
    if _labels(wanted) != _labels(there):
        yield f"its buttons are {_labels(there)}, not {_labels(wanted)}"
    elif wanted != there:
        yield f"its buttons {_labels(there)} do not all do or look as meant"


def _styles(wanted: Styles, there: Styles) -> Iterator[str]:
    if (asked := _text(wanted)) != (got := _text(there)):
        yield f"its text is {got!r}, not {asked!r}"
        return
    kinds = sorted({kind for _, styles in (*wanted, *there) for kind in styles})
    for kind in kinds:
        lost = "".join(c for (c, mine), (_, its) in zip(wanted, there, strict=True) if kind in mine - its)
        more = "".join(c for (c, mine), (_, its) in zip(wanted, there, strict=True) if kind in its - mine)
        if lost.strip():
            yield f"{lost.strip()!r} is not {_WORDS.get(kind, kind)}"
        if more.strip():
            yield f"{more.strip()!r} is {_WORDS.get(kind, kind)}"


def _split(styles: Styles, wanted: Counter[str], there: Counter[str]) -> Iterator[str]:
    """Which kinds are in more or fewer pieces than meant; Telegram may join pieces that touch."""
    for kind, many in wanted.items():
        runs = sum(
            kind in its and kind not in before for (_, before), (_, its) in pairwise([("", frozenset()), *styles])
        )
        if there[kind] not in (many, runs):
            yield f"what is {_WORDS.get(kind, kind)} is in {there[kind]} pieces, not {many}"


def _text(styles: Styles) -> str:
    return "".join(character for character, _ in styles)


def _trimmed(styles: Styles) -> Styles:
    text = _text(styles)
    return styles[len(text) - len(text.lstrip()) : len(text.rstrip())]


def _labels(rows: Sequence[Sequence[Json]]) -> list[list[str]]:
    return [[str(button.get("text")) for button in row] for row in rows]
