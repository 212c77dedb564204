"""The text of a publication without its markup, so that a moderator can read it on a phone."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from bot.cutting import beginning

_MOST = 20_000  #: characters of HTML that are read; the rest is left out
_KEPT = 4_000  #: UTF-16 units of text that are kept
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p"),
        *("pre", "section", "table", "td", "th", "tr", "ul"),
    )
)
_UNREAD = frozenset(("script", "style", "template", "title", "noscript"))
_SEEN = {"img": "🖼️", "video": "🎬", "iframe": "🎬", "audio": "🔊"}  # a sign, so that they do not go unseen


def cleaned(html: str) -> str:
    """The text of some HTML: each block on a line of its own, a sign for each picture, film and sound."""
    reader = _Reader()
    reader.feed(html[:_MOST])
    reader.close()
    lines = (re.sub(r"\s+", " ", line).strip() for line in "".join(reader.pieces).split("\n"))
    return beginning("\n".join(line for line in lines if line), _KEPT)


class _Reader(HTMLParser):
    """Gathers the words between the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        self._unread += tag in _UNREAD
        if tag in _BLOCKS:
            self.pieces.append("\n")
        elif tag in _SEEN:
            self.pieces.append(f" {_SEEN[tag]} ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens and closes at once: nothing is inside."""
        if tag not in _UNREAD:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        self._unread -= tag in _UNREAD and self._unread > 0
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._unread:
            self.pieces.append(data.replace("\n", " "))
