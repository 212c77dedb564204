"""A strict reader of Telegram's HTML: known tags, well nested, four entities, no bare < or &.

TDLib, Telegram's own code, reads the text too: nothing of what its markup means may be lost there.
"""

from __future__ import annotations

from html.parser import HTMLParser

from tests import tdlib

_TAGS = {"b": "bold", "i": "italic", "code": "code", "blockquote": "blockquote", "tg-spoiler": "spoiler"}
#: TDLib's second reading would take these as markup; those after them it writes otherwise, which nobody sees
_UNSEEN = str.maketrans(dict.fromkeys(tdlib.MARKS, "x") | {"\t": " "} | dict.fromkeys("\u200c\u200e\u200f", "\u200c"))
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}


def read(text: str) -> str:
    """The text without its markup; `AssertionError` if Telegram would reject it, or show it otherwise."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert not reader.open_tags, f"left open: {reader.open_tags}"
    shown = "".join(reader.shown)
    assert reader.meant == _kept(text, shown), "Telegram shows it otherwise"
    return shown


def _kept(text: str, shown: str) -> list[set[str]]:
    """The kinds of entities that TDLib leaves on each UTF-16 unit of the text shown."""
    body, entities = tdlib.parsed(text)
    assert body == shown
    styles: list[set[str]] = [set() for _ in range(units(shown))]
    if body.strip(" \n"):
        body, entities = tdlib.fixed(body.translate(_UNSEEN), entities)
        assert body.translate(_UNSEEN) == shown.translate(_UNSEEN), "Telegram changes its characters"
    for kind, offset, length in tdlib.simple(entities):
        for unit in range(offset, offset + length):
            styles[unit].add(kind)
    return styles


def units(shown: str) -> int:
    """The length in UTF-16 units, as Telegram counts it."""
    return len(shown.encode("utf-16-le")) // 2


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open_tags: list[str] = []
        self.shown: list[str] = []
        self.meant: list[set[str]] = []  #: the kinds of entities that each UTF-16 unit is meant to have

    def show(self, data: str) -> None:
        self.shown.append(data)
        meant = set(self.open_tags)
        if "code" in meant:  # Telegram keeps nothing else there but the quotation around it
            meant &= {"code", "blockquote", "expandable_blockquote"}
        self.meant += [set(meant) for _ in range(units(data))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, tag
        assert not attrs or (tag == "blockquote" and attrs == [("expandable", None)]), attrs
        self.open_tags.append("expandable_blockquote" if attrs else _TAGS[tag])

    def handle_endtag(self, tag: str) -> None:
        assert self.open_tags, f"closed without being open: {tag}"
        assert self.open_tags.pop().removeprefix("expandable_") == _TAGS.get(tag), tag

    def handle_data(self, data: str) -> None:
        assert not {"<", "&"} & set(data), data
        self.show(data)

    def handle_entityref(self, name: str) -> None:
        self.show(_ENTITIES[name])

    def handle_charref(self, name: str) -> None:
        raise AssertionError(name)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)
