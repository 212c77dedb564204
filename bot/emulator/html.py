"""Parses Telegram's HTML into text and spans, as strict and as lenient as Telegram is, with its error messages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import moment
from .errors import BotApiError, bad_request
from .links import LinkError, checked, lowered, user_of
from .nesting import Span

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
SIGNS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACES = " \t\r\n\0\v"
_NAMED = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]*)|#(?P<number>[0-9]*)|(?P<name>[A-Za-z]*));?")
_PLAIN = re.compile(r"[^<&]+")
_UNTIL_END = re.compile(f"[^{_SPACES}>]*")
_BLANK = re.compile(r"[ \t\r\n\v]*")
_ATTRIBUTE = re.compile(f"[^{_SPACES}=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_USED = {("a", "href"), ("tg-emoji", "emoji-id"), ("blockquote", "expandable"), ("tg-time", "format")}
_PREFIXED = {("code", "class"): "language-", ("span", "class"): "tg-"}


@dataclass
class _Open:
    """A tag that is open: its name, what its attributes say, and where its words begin."""

    name: str
    start: int
    argument: str = ""
    date: int = 0


class _Reader:
    def __init__(self, source: str) -> None:
        self.size = len(source)
        self.source = source + "\0"
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.spans: list[Span] = []

    def refusal(self, reason: str, at: int | None = None) -> BotApiError:
        place = "" if at is None else f" at byte offset {self.byte(at)}"
        return bad_request(f"can't parse entities: {reason}{place}")

    def byte(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def read(self) -> tuple[str, list[Span]]:
        while self.at < self.size:
            if plain := _PLAIN.match(self.source, self.at, self.size):
                self.say(plain[0])
                self.at = plain.end()
            elif self.source[self.at] == "&":
                self.say(self.sign() or self.one())
            elif self.source[self.at + 1] != "/":
                self.start_tag()
            else:
                self.end_tag()
        if self.open:
            raise self.refusal(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        text = "".join(self.text)
        if any("\ud800" <= sign <= "\udfff" for sign in text):
            raise self.refusal("Text contains invalid Unicode characters after decoding HTML entities, "
                               "check for unmatched surrogate code units")  # fmt: skip
        return text, [Span(s.kind, s.start, s.end, {} if s.kind == "code" else s.more) for s in self.spans]

    def say(self, words: str) -> None:
        self.text.append(words)
        self.length += len(words)

    def one(self) -> str:
        self.at += 1
        return self.source[self.at - 1]

    def sign(self) -> str:
        """Reads a character reference such as `&amp;`; empty, and nothing read, where Telegram knows no such one."""
        match = _NAMED.match(self.source, self.at)
        assert match is not None  # the pattern takes any ampersand
        if match["name"] is not None:
            made = SIGNS.get(match["name"], "")
        else:
            written = match[0].removesuffix(";")
            number = (
                0 if len(written) >= 10 else int(match["hex"] or match["number"] or "0", 16 if match["hex"] else 10)
            )
            made = chr(number) if 0 < number < 0x10FFFF else ""
        if made:
            self.at = match.end()
        return made

    def skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.at)
        assert match is not None  # these patterns take nothing too
        self.at = match.end()
        return match[0]

    def start_tag(self) -> None:
        begin = self.at
        self.at += 1
        name = lowered(self.skip(_UNTIL_END))
        if self.source[self.at] == "\0":
            raise self.refusal("Unclosed start tag", begin)
        if name not in KINDS:
            raise self.refusal(f'Unsupported start tag "{name}"', begin)
        tag = _Open(name, self.length)
        while self.source[self.at] != ">":
            self.skip(_BLANK)
            if self.source[self.at] != ">":
                self.attribute(tag, begin)
        if name == "span" and tag.argument != "spoiler":
            raise self.refusal('Tag "span" must have class "tg-spoiler"', begin)
        self.at += 1
        self.open.append(tag)

    def attribute(self, tag: _Open, begin: int) -> None:
        name = self.skip(_ATTRIBUTE)
        if not name:
            raise self.refusal(f'Empty attribute name in the tag "{tag.name}"', begin)
        self.skip(_BLANK)
        if self.source[self.at] == "\0":
            raise self.refusal(f'Unclosed start tag "{tag.name}"', begin)
        value = ""
        if self.source[self.at] == "=":
            self.at += 1
            self.skip(_BLANK)
            if self.source[self.at] == "\0":
                raise self.refusal(f'Unclosed start tag "{tag.name}"', begin)
            value = self.value()
            if self.source[self.at] == "\0":
                raise self.refusal("Unclosed start tag", begin)
        elif name != "expandable":
            return
        if (tag.name, name) == ("tg-time", "unix"):
            tag.date = _integer(value)
        elif (tag.name, name) in _USED:
            tag.argument = "1" if name == "expandable" else value
        elif (prefix := _PREFIXED.get((tag.name, name))) and value.startswith(prefix):
            tag.argument = value.removeprefix(prefix)

    def value(self) -> str:
        begin, quote = self.at, self.source[self.at]
        if quote not in "'\"":
            token = lowered(self.skip(_TOKEN))
            if self.source[self.at] not in f"{_SPACES}>":
                raise self.refusal("Unexpected end of name token", begin)
            return token
        self.at += 1
        made: list[str] = []
        while self.source[self.at] not in f"{quote}\0":
            made.append((self.source[self.at] == "&" and self.sign()) or self.one())
        self.at += self.source[self.at] == quote
        return "".join(made)

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self.refusal("Unexpected end tag", begin)
        self.at += 2
        name = lowered(self.skip(_UNTIL_END))
        self.skip(_BLANK)
        if self.source[self.at] != ">":
            raise self.refusal("Unclosed end tag", begin)
        self.at += 1
        tag = self.open.pop()
        if name and name != tag.name:
            raise self.refusal(f'Unmatched end tag at byte offset {self.byte(begin)}, '
                               f'expected "</{tag.name}>", found "</{name}>"')  # fmt: skip
        if self.length > tag.start:
            self.keep(tag)

    def keep(self, tag: _Open) -> None:
        span, last = Span(KINDS[tag.name], tag.start, self.length), self.spans[-1] if self.spans else None
        same = last is not None and (last.start, last.end) == (span.start, span.end)
        if tag.name in ("a", "tg-emoji", "tg-time"):
            self.keep_with_more(tag, span)
        elif tag.name == "blockquote" and tag.argument:
            self.spans.append(Span("expandable_blockquote", span.start, span.end))
        elif tag.name == "pre" and same and last and last.kind == "code" and last.more:
            last.kind = "pre"
        elif tag.name == "code" and same and last and last.kind == "pre" and not last.more and tag.argument:
            last.more = {"language": tag.argument}
        else:
            span.more = {"language": tag.argument} if tag.name == "code" and tag.argument else {}
            self.spans.append(span)

    def keep_with_more(self, tag: _Open, span: Span) -> None:
        if tag.name == "a":
            url = tag.argument or "".join(self.text)[span.start : span.end]
            linked = link(span, url)
            self.spans += [linked] if linked else []
        elif tag.name == "tg-emoji":
            if not re.fullmatch(r"-?[1-9][0-9]{0,18}", tag.argument):
                raise self.refusal("Invalid custom emoji identifier specified")
            self.spans.append(Span(span.kind, span.start, span.end, {"custom_emoji_id": tag.argument}))
        else:
            try:
                more = moment(tag.date, tag.argument)
            except ValueError as error:
                raise self.refusal(str(error)) from None
            self.spans += [Span(span.kind, span.start, span.end, more)] if tag.date > 0 else []


def link(span: Span, url: str) -> Span | None:
    """Returns the span as a link to that address, or a mention of its user; None where Telegram drops the address."""
    if user := user_of(url):
        return Span("text_mention", span.start, span.end, {"user": user})
    try:
        return Span("text_link", span.start, span.end, {"url": checked(url)})
    except LinkError:
        return None


def _integer(text: str) -> int:
    match = re.match(r"-?[0-9]*", text)
    number = int(match[0]) if match and match[0] not in ("", "-") else 0
    return (number + 2**31) % 2**32 - 2**31


def parse_html(source: str) -> tuple[str, list[Span]]:
    """Returns the plain text and its spans. Raises 400 `can't parse entities: …` with the byte offset."""
    return _Reader(source).read()
