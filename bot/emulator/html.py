"""Parses Telegram's HTML into text and spans, with Telegram's error messages."""

from __future__ import annotations

import html
import re

from .entities import Json, Span
from .errors import BotApiError, bad_request

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
PIECE = re.compile(r"[^<&]+|&(?:lt|gt|amp|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});|[<&]")
TAG = re.compile(r"</?([A-Za-z0-9-]*)")
ATTRIBUTE = re.compile(r"""\s+([A-Za-z0-9_.-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>=]+))?""")


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[tuple[str, Span]] = []
        self.spans: list[Span] = []

    def refusal(self, reason: str, at: int | None = None) -> BotApiError:
        place = "" if at is None else f" at byte offset {len(self.source[:at].encode())}"
        return bad_request(f"can't parse entities: {reason}{place}")

    def read(self) -> tuple[str, list[Span]]:
        while self.at < len(self.source):
            piece = PIECE.match(self.source, self.at)
            assert piece is not None  # the pattern takes any character
            if piece[0] == "<":
                self.tag()
                continue
            self.say(html.unescape(piece[0]) if piece[0][0] == "&" else piece[0])
            self.at = piece.end()
        if self.open:
            raise self.refusal(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        return "".join(self.text), self.spans

    def say(self, words: str) -> None:
        self.text.append(words)
        self.length += len(words)

    def tag(self) -> None:
        begin, head = self.at, TAG.match(self.source, self.at)
        assert head is not None
        self.at = head.end()
        if head[0].startswith("</"):
            self.end_tag(begin, head[1].lower())
        else:
            self.start_tag(begin, head[1].lower())

    def start_tag(self, begin: int, name: str) -> None:
        if name not in KINDS:
            raise self.refusal(f'Unsupported start tag "{name}"', begin)
        attributes: Json = {}
        while attribute := ATTRIBUTE.match(self.source, self.at):
            attributes[attribute[1].lower()] = html.unescape((attribute[2] or "").strip("\"'"))
            self.at = attribute.end()
        close = re.compile(r"\s*>").match(self.source, self.at)
        if close is None:
            raise self.refusal(
                "Unclosed start tag" if self.at >= len(self.source) else f'Can\'t read tag "{name}"', begin
            )
        self.at = close.end()
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self.refusal('Tag "span" must have class "tg-spoiler"', begin)
        kind = "expandable_blockquote" if name == "blockquote" and "expandable" in attributes else KINDS[name]
        self.open.append((name, Span(kind, self.length, self.length, self.more(name, attributes))))

    def more(self, name: str, attributes: Json) -> Json:
        if name == "a":
            return {"url": attributes.get("href", "")}
        if name == "tg-emoji":
            return {"custom_emoji_id": attributes.get("emoji-id", "")}
        language = attributes.get("class", "").removeprefix("language-")
        inside_pre = name == "code" and self.open and self.open[-1][0] == "pre" and language
        return {"language": language} if inside_pre else {}

    def end_tag(self, begin: int, name: str) -> None:
        close = re.compile(r"\s*>").match(self.source, self.at)
        if close is None:
            raise self.refusal("Unclosed end tag", begin)
        if not self.open:
            raise self.refusal("Unexpected end tag", begin)
        self.at = close.end()
        expected, span = self.open.pop()
        if name and name != expected:
            raise self.refusal(f'Unmatched end tag at byte offset {len(self.source[:begin].encode())}, '
                               f'expected "</{expected}>", found "</{name}>"')  # fmt: skip
        span.end = self.length
        self.keep(expected, span)

    def keep(self, name: str, span: Span) -> None:
        """Keeps a span. A `code` filling a `pre` gives the `pre` its language; a link without href uses its text."""
        outer = self.open[-1] if self.open else None
        if name == "code" and outer is not None and outer[0] == "pre" and span.start == outer[1].start:
            outer[1].more.update(span.more)
            return
        if name == "a":
            span.more["url"] = span.more["url"] or "".join(self.text)[span.start : span.end]
            if "." not in span.more["url"] and ":" not in span.more["url"]:
                return
        self.spans.append(span)


def parse_html(source: str) -> tuple[str, list[Span]]:
    """Returns the plain text and its spans. Raises 400 `can't parse entities: …` with the byte offset."""
    return _Reader(source).read()
