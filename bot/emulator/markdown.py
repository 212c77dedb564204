"""Parses Telegram's MarkdownV2 (and the older Markdown) into text and spans."""

from __future__ import annotations

import re

from .errors import BotApiError, bad_request
from .nesting import Span

RESERVED = "_*[]()~`>#+-=|{}.!"
NEW_MARKS = {"||": "spoiler", "__": "underline", "*": "bold", "_": "italic", "~": "strikethrough"}
OLD_MARKS = {"*": "bold", "_": "italic"}
NAMES = {"bold": "Bold", "italic": "Italic", "underline": "Underline", "strikethrough": "Strikethrough",
         "spoiler": "Spoiler", "code": "Code", "pre": "Pre", "text_link": "TextUrl"}  # fmt: skip


class _Reader:
    def __init__(self, source: str, marks: dict[str, str], *, strict: bool) -> None:
        self.source, self.marks, self.strict = source, marks, strict
        self.at = 0
        self.text = ""
        self.open: list[tuple[str, Span, int]] = []
        self.spans: list[Span] = []

    def refusal(self, reason: str) -> BotApiError:
        return bad_request(f"can't parse entities: {reason}")

    def read(self) -> tuple[str, list[Span]]:
        while self.at < len(self.source):
            self.step()
        if self.open:
            raise self.unended(self.open[-1][1].kind, self.open[-1][2])
        return self.text, self.spans

    def unended(self, kind: str, at: int) -> BotApiError:
        offset = len(self.source[:at].encode())
        return self.refusal(f"Can't find end of {NAMES[kind]} entity at byte offset {offset}" if self.strict
                            else f"Can't find end of the entity starting at byte offset {offset}")  # fmt: skip

    def step(self) -> None:
        char, after = self.source[self.at], self.source[self.at + 1 : self.at + 2]
        if char == "\\" and after and after in RESERVED + "\\":
            self.text += after
            self.at += 2
        elif char == "`":
            self.verbatim("```" if self.source.startswith("```", self.at) else "`")
        elif char == "[":
            self.open.append(("[", Span("text_link", len(self.text), 0), self.at))
            self.at += 1
        elif char == "]" and any(mark == "[" for mark, _, _ in self.open):
            self.link()
        elif mark := next((m for m in self.marks if self.source.startswith(m, self.at)), ""):
            self.toggle(mark)
        else:
            self.plain(char)

    def plain(self, char: str) -> None:
        if self.strict and char in RESERVED:
            raise self.refusal(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")
        self.text += char
        self.at += 1

    def toggle(self, mark: str) -> None:
        if self.open and self.open[-1][0] == mark:
            span = self.open.pop()[1]
            span.end = len(self.text)
            self.spans.append(span)
        else:
            self.open.append((mark, Span(self.marks[mark], len(self.text), 0), self.at))
        self.at += len(mark)

    def verbatim(self, mark: str) -> None:
        kind = "pre" if mark == "```" else "code"
        end = self.source.find(mark, self.at + len(mark))
        if end < 0:
            raise self.unended(kind, self.at)
        inner, more = self.source[self.at + len(mark) : end], {}
        if kind == "pre" and (first := re.match(r"([^\s`]*)\n", inner)):
            more = {"language": first[1]} if first[1] else {}
            inner = inner[first.end() :]
        inner = re.sub(r"\\([`\\])", r"\1", inner)
        self.spans.append(Span(kind, len(self.text), len(self.text) + len(inner), more))
        self.text += inner
        self.at = end + len(mark)

    def link(self) -> None:
        mark, span, at = self.open.pop()
        if mark != "[":
            raise self.unended(span.kind, at)
        span.end = len(self.text)
        address = re.compile(r"\]\(((?:\\.|[^)\\]|\\$)*+)\)").match(self.source, self.at)
        self.at = address.end() if address else self.at + 1
        if address:
            span.more["url"] = re.sub(r"\\(.)", r"\1", address[1])
            self.spans.append(span)


def parse_markdown(source: str, *, legacy: bool) -> tuple[str, list[Span]]:
    """Returns the plain text and its spans. Raises 400 `can't parse entities: …`."""
    return _Reader(source, OLD_MARKS if legacy else NEW_MARKS, strict=not legacy).read()
