"""Parses Telegram's HTML into text and spans, with Telegram's error messages (TDLib's `parse_html`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .errors import BotApiError, bad_request
from .nesting import Span

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_PIECE = re.compile(r"[^<&]+|&(?:#x[0-9a-fA-F]*|#[0-9]*|[A-Za-z]*);?|<")
_SPACE = r"[ \t\n\r\0\x0b]"
_NAME = re.compile(rf"(?:(?!{_SPACE}|>).)*", re.DOTALL)
_BLANK = re.compile(f"{_SPACE}*")
_ATTRIBUTE = re.compile(rf"(?:(?!{_SPACE}|[=>/\"']).)*", re.DOTALL)
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LINK = re.compile(r"(?:[a-z][a-z0-9+.-]*:(?!//)|(?:https?|tg|ton|tonsite|ftp)://)?[^\s]*", re.IGNORECASE)


@dataclass
class _Open:
    """A tag that is not closed yet: where its text begins, and what its attributes say."""

    name: str
    start: int
    argument: str = ""
    date: int = 0


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text = ""
        self.open: list[_Open] = []
        self.spans: list[Span] = []

    def refusal(self, reason: str, at: int | None = None) -> BotApiError:
        place = "" if at is None else f" at byte offset {len(self.source[:at].encode(errors='surrogatepass'))}"
        return bad_request(f"can't parse entities: {reason}{place}")

    def read(self) -> tuple[str, list[Span]]:
        while self.at < len(self.source):
            piece = _PIECE.match(self.source, self.at)
            assert piece is not None  # the pattern takes any character
            if piece[0] == "<":
                self.tag()
                continue
            self.text += decoded(piece[0]) if piece[0][0] == "&" else piece[0]
            self.at = piece.end()
        if self.open:
            raise self.refusal(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return self.text, self.spans

    def match(self, pattern: re.Pattern[str]) -> str:
        """Goes past what matches here, and returns it."""
        found = pattern.match(self.source, self.at)
        assert found is not None  # every pattern takes nothing, too
        self.at = found.end()
        return found[0]

    def ended(self) -> bool:
        return self.at >= len(self.source)

    def here(self) -> str:
        return self.source[self.at : self.at + 1]

    def tag(self) -> None:
        begin = self.at
        if self.source[begin + 1 : begin + 2] == "/":
            self.at += 2
            self.end_tag(begin)
        else:
            self.at += 1
            self.start_tag(begin)

    def start_tag(self, begin: int) -> None:
        name = self.match(_NAME).lower()
        if self.ended():
            raise self.refusal("Unclosed start tag", begin)
        if name not in KINDS:
            raise self.refusal(f'Unsupported start tag "{name}"', begin)
        opened = _Open(name, len(self.text))
        while self.match(_BLANK) is not None and self.here() != ">":
            self.attribute(begin, opened)
        self.at += 1
        if name == "span" and opened.argument != "spoiler":
            raise self.refusal('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(opened)

    def attribute(self, begin: int, opened: _Open) -> None:
        key = self.match(_ATTRIBUTE)
        if not key:
            raise self.refusal(f'Empty attribute name in the tag "{opened.name}"', begin)
        self.match(_BLANK)
        if self.ended():
            raise self.refusal(f'Unclosed start tag "{opened.name}"', begin)
        value = ""
        if self.here() == "=":
            self.at += 1
            self.match(_BLANK)
            if self.ended():
                raise self.refusal(f'Unclosed start tag "{opened.name}"', begin)
            value = self.value()
            if self.ended():
                raise self.refusal("Unclosed start tag", begin)
        elif (opened.name, key) != ("blockquote", "expandable"):
            return
        _set(opened, key, value)

    def value(self) -> str:
        if (quote := self.here()) not in ("'", '"'):
            begin = self.at
            token = self.match(_TOKEN).lower()
            if self.here() != ">" and not re.match(_SPACE, self.here()) and not self.ended():
                raise self.refusal("Unexpected end of name token", begin)
            return token
        end = self.source.find(quote, self.at + 1)
        end = len(self.source) if end < 0 else end
        inner = self.source[self.at + 1 : end]
        self.at = min(end + 1, len(self.source))
        return "".join(decoded(one) if one[0] == "&" else one for one in _PIECE.findall(inner))

    def end_tag(self, begin: int) -> None:
        if not self.open:
            raise self.refusal("Unexpected end tag", begin)
        name = self.match(_NAME).lower()
        self.match(_BLANK)
        if self.here() != ">":
            raise self.refusal("Unclosed end tag", begin)
        self.at += 1
        opened = self.open[-1]
        if name and name != opened.name:
            place = f"at byte offset {len(self.source[:begin].encode(errors='surrogatepass'))}"
            raise self.refusal(f'Unmatched end tag {place}, expected "</{opened.name}>", found "</{name}>"')
        self.open.pop()
        if len(self.text) > opened.start:
            self.keep(opened)

    def keep(self, opened: _Open) -> None:
        """Keeps the span of a tag. Code that fills a `pre` gives it its language; a link needs an address."""
        span = Span(KINDS[opened.name], opened.start, len(self.text))
        before = self.spans[-1] if self.spans else None
        same = before is not None and (before.start, before.end) == (span.start, span.end)
        if opened.name == "blockquote" and opened.argument:
            span.kind = "expandable_blockquote"
        elif opened.name == "a" and not _linked(span, opened.argument or self.text[opened.start :]):
            return
        elif opened.name == "tg-emoji":
            if not re.fullmatch(r"-?\d*[1-9]\d*", opened.argument):
                raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
            span.more["custom_emoji_id"] = opened.argument
        elif opened.name == "tg-time":
            if opened.date <= 0:
                return
            span.more = {"unix_time": opened.date, "date_time_format": opened.argument}
        elif opened.name == "pre" and same and before is not None and before.kind == "code" and before.more:
            before.kind = "pre"
            return
        elif opened.name == "code" and opened.argument:
            if same and before is not None and before.kind == "pre":
                before.more["language"] = opened.argument
                return
            span.more["language"] = opened.argument
        self.spans.append(span)


def _set(opened: _Open, key: str, value: str) -> None:
    """Notes what an attribute says; nothing where its tag has no such attribute."""
    match opened.name, key:
        case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "format"):
            opened.argument = value
        case "code", "class" if value.startswith("language-"):
            opened.argument = value[9:]
        case "span", "class" if value.startswith("tg-"):
            opened.argument = value[3:]
        case "blockquote", "expandable":
            opened.argument = "1"
        case "tg-time", "unix":
            opened.date = int(value) if value.isdecimal() and value.isascii() else 0


def _linked(span: Span, address: str) -> bool:
    """Gives the span its address; False where it is none, so that nothing is linked."""
    user = re.fullmatch(r"tg:(?://)?user/?\?id=([1-9]\d{0,15})", address, re.IGNORECASE)
    if user is not None:
        span.kind, span.more = "text_mention", {"user": {"id": int(user[1])}}
        return True
    if not _LINK.fullmatch(address) or not ("." in address or address.lower().startswith(("tg:", "ton:", "tel:"))):
        return False
    plain = re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE) is None
    bare = plain and not re.search(r"[/?#]", address)
    span.more["url"] = f"http://{address}{'/' if bare else ''}" if plain else address
    return True


def decoded(reference: str) -> str:
    """Returns the character that an `&…;` stands for; itself where Telegram does not know it."""
    body = reference[1:].removesuffix(";")
    if body.startswith("#"):
        digits = body[2:] if body[1:2] == "x" else body[1:]
        number = int(digits, 16 if body[1:2] == "x" else 10) if digits else 0
        known = 0 < number < 0x10FFFF and len(body) + 1 < 10
        return chr(number) if known else reference
    return _NAMED.get(body, reference)


def parse_html(source: str) -> tuple[str, list[Span]]:
    """Returns the plain text and its spans. Raises 400 `can't parse entities: …` with the byte offset."""
    text, spans = _Reader(source).read()
    for span in spans:
        if span.kind == "code":
            span.more.pop("language", None)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise bad_request(
            "can't parse entities: Text contains invalid Unicode characters after decoding HTML entities"
        )
    return text, spans
