"""A strict reader of Telegram's HTML: known tags, well nested, four entities, no bare < or &."""

from __future__ import annotations

from html.parser import HTMLParser

_TAGS = {"b", "i", "code", "blockquote", "tg-spoiler"}
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}


def read(text: str) -> str:
    """The text without its markup; `AssertionError` if Telegram would reject it."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert not reader.open_tags, f"left open: {reader.open_tags}"
    return "".join(reader.shown)


def units(shown: str) -> int:
    """The length in UTF-16 units, as Telegram counts it."""
    return len(shown.encode("utf-16-le")) // 2


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open_tags: list[str] = []
        self.shown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, tag
        assert not attrs or (tag == "blockquote" and attrs == [("expandable", None)]), attrs
        self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open_tags, f"closed without being open: {tag}"
        assert self.open_tags.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        assert not {"<", "&"} & set(data), data
        self.shown.append(data)

    def handle_entityref(self, name: str) -> None:
        self.shown.append(_ENTITIES[name])

    def handle_charref(self, name: str) -> None:
        raise AssertionError(name)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)
