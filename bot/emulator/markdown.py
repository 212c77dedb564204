"""Parses MarkdownV2, and the older Markdown, into text and spans as Telegram does, with its error messages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import moment
from .errors import BotApiError, bad_request
from .html import link
from .nesting import Span

MARKS = {"||": "spoiler", "__": "underline", "*": "bold", "_": "italic", "~": "strikethrough", "`": "code"}
SIZES = {"spoiler": 2, "underline": 2, "pre": 3}
NAMES = {
    "bold": "Bold", "italic": "Italic", "underline": "Underline", "strikethrough": "Strikethrough",
    "spoiler": "Spoiler", "code": "Code", "pre": "Pre", "text_link": "TextUrl", "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}  # fmt: skip
_SPECIAL = re.compile(r"[_*\[\]()~`>#+\-=|{}.!\n]")
_LANGUAGE = re.compile("```([^ \t\r\n\0\v`]*)")
_EMOJI = re.compile(r"tg:(?://)?emoji/?\?(.*)", re.IGNORECASE)
_TIME = re.compile(r"tg:(?://)?time/?\?(.*)", re.IGNORECASE)


@dataclass
class _Open:
    kind: str
    start: int
    at: int
    tongue: str = ""


class _Reader:
    def __init__(self, source: str) -> None:
        self.size = len(source)
        self.source = source + "\0\0\0"
        self.at = 0
        self.text: list[str] = []
        self.open: list[_Open] = []
        self.spans: list[Span] = []
        self.quoting, self.may_quote = False, True

    def refusal(self, reason: str, at: int | None = None) -> BotApiError:
        place = "" if at is None else f" at byte offset {len(self.source[:at].encode('utf-8', 'surrogatepass'))}"
        return bad_request(f"can't parse entities: {reason}{place}")

    def unended(self) -> BotApiError:
        last = self.open[-1]
        name = "PreCode" if last.tongue else NAMES[last.kind]
        return self.refusal(f"Can't find end of {name} entity", last.at)

    def reserved(self) -> BotApiError:
        sign = self.source[self.at]
        return self.refusal(f"Character '{sign}' is reserved and must be escaped with the preceding '\\'")

    def read(self) -> tuple[str, list[Span]]:
        while self.at < self.size:
            self.step()
        if self.quoting:
            self.end_last_quote()
        if self.open:
            raise self.unended()
        return "".join(self.text), self.spans

    def step(self) -> None:
        sign, after = self.source[self.at], self.source[self.at + 1]
        if sign == "\\" and "\x01" <= after <= "\x7e":
            self.text.append(after)
            self.at += 2
            self.may_quote = self.may_quote if after == "\r" else after == "\n"
            return
        verbatim = bool(self.open) and self.open[-1].kind in ("code", "pre")
        if sign != "`" if verbatim else not _SPECIAL.match(sign):
            self.may_quote = self.may_quote and sign == "\r"
            self.text.append(sign)
            self.at += 1
        elif self.ends(sign):
            self.end(sign)
        else:
            self.begin(sign)

    def ends(self, sign: str) -> bool:
        if not self.open:
            return False
        if self.quoting and sign == "\n" and (self.at + 1 == self.size or self.source[self.at + 1] != ">"):
            return True
        kind, rest = self.open[-1].kind, self.source[self.at : self.at + 3]
        if kind in ("text_link", "custom_emoji"):
            return sign == "]"
        if kind == "italic":
            return sign == "_" and rest[1] != "_"
        if kind == "pre":
            return rest == "```"
        return any(rest.startswith(mark) for mark, marked in MARKS.items() if marked == kind)

    def begin(self, sign: str) -> None:
        at, rest = self.at, self.source[self.at : self.at + 3]
        mark = next((mark for mark in MARKS if rest.startswith(mark)), "")
        if rest == "```":
            language = self.pass_marks()
            self.open.append(_Open("pre", len(self.text), at, language))
        elif mark:
            self.open.append(_Open(MARKS[mark], len(self.text), at))
            self.at += len(mark)
        elif sign == "[" or rest[:2] == "![":
            self.at += 1 if sign == "[" else 2
            self.open.append(_Open("text_link" if sign == "[" else "custom_emoji", len(self.text), at))
        elif sign == "\n":
            self.text.append(sign)
            self.at, self.may_quote = at + 1, True
        elif sign == ">" and self.may_quote:
            if not self.quoting:
                self.open.append(_Open("blockquote", len(self.text), at))
            self.at, self.quoting = at + 1, True
        else:
            raise self.reserved()

    def pass_marks(self) -> str:
        """Passes the marks that begin preformatted text and one line break; returns the language, empty for none."""
        match = _LANGUAGE.match(self.source, self.at)
        assert match is not None
        self.at += 3
        language = match[1] if match.end() < self.size and self.source[match.end()] != "`" else ""
        self.at += len(language)
        pair = self.source[self.at : self.at + 2]
        if pair[0] in "\r\n":
            self.at += 2 if pair in ("\r\n", "\n\r") else 1
        return language

    def end(self, sign: str) -> None:
        expandable = False
        if sign == "\n" and self.open[-1].kind != "blockquote":
            gap = self.at - self.open[-1].at
            if self.open[-1].kind != "spoiler" or not (gap == 2 or (gap == 3 and self.text[-1:] == ["\r"])):
                raise self.unended()
            self.open.pop()
            if self.open[-1].kind != "blockquote":
                raise self.unended()
            expandable = True
        last = self.open[-1]
        span: Span | None = Span(
            last.kind, last.start, len(self.text), {"language": last.tongue} if last.tongue else {}
        )
        assert span is not None
        if last.kind == "blockquote":
            self.text.append(sign)
            self.at, self.quoting, self.may_quote = self.at + 1, False, True
            span = Span("expandable_blockquote" if expandable else "blockquote", last.start, len(self.text))
        elif last.kind == "text_link":
            self.at += 1
            words = "".join(self.text[last.start :])
            span = link(span, self.address() if self.source[self.at] == "(" else words)
        elif last.kind == "custom_emoji":
            self.at += 1
            span = self.emoji(span)
        else:
            self.at += SIZES.get(last.kind, 1)
        if span is not None and span.start < span.end:
            self.spans.append(span)
        self.open.pop()

    def address(self) -> str:
        begin = self.at = self.at + 1
        url: list[str] = []
        while self.at < self.size and self.source[self.at] != ")":
            if self.source[self.at] == "\\" and "\x01" <= self.source[self.at + 1] <= "\x7e":
                self.at += 1
            url.append(self.source[self.at])
            self.at += 1
        if self.source[self.at] != ")":
            raise self.refusal("Can't find end of a URL", begin)
        self.at += 1
        return "".join(url)

    def emoji(self, span: Span) -> Span:
        if self.source[self.at] != "(":
            raise self.refusal("The entity must contain a tg://emoji or tg://time URL")
        url = self.address().partition("#")[0]
        if (match := _EMOJI.fullmatch(url)) and re.fullmatch(r"-?[1-9][0-9]{0,18}", number := _given(match[1], "id")):
            return Span("custom_emoji", span.start, span.end, {"custom_emoji_id": number})
        if (match := _TIME.fullmatch(url)) and re.fullmatch(r"[1-9][0-9]{0,9}", unix := _given(match[1], "unix")):
            try:
                more = moment(int(unix), _given(match[1], "format"))
                return Span("date_time", span.start, span.end, more)
            except ValueError:
                pass
        raise self.refusal("Invalid tg://emoji or tg://time URL specified")

    def end_last_quote(self) -> None:
        kind = "blockquote"
        if self.open[-1].kind == "spoiler" and self.open[-1].at == self.size - 2:
            self.open.pop()
            kind = "expandable_blockquote"
        if self.open[-1].kind == "blockquote":
            start = self.open.pop().start
            if start < len(self.text):
                self.spans.append(Span(kind, start, len(self.text)))


def _given(query: str, name: str) -> str:
    pairs = (part.partition("=") for part in query.split("&"))
    return next((value for key, _, value in pairs if key == name), "")


def parse_markdown(source: str, *, legacy: bool) -> tuple[str, list[Span]]:
    """Returns the plain text and its spans. Raises 400 `can't parse entities: …`."""
    return _OldReader(source).read() if legacy else _Reader(source).read()


_OLD = {"_": "italic", "*": "bold", "`": "code", "[": "text_link"}


class _OldReader(_Reader):
    """Reads the older Markdown: no nesting, and a backslash before _, *, ` and [ only."""

    def step(self) -> None:
        sign = self.source[self.at]
        if sign in _OLD:
            self.entity(sign)
            return
        self.at += sign == "\\" and self.source[self.at + 1] in _OLD
        self.text.append(self.source[self.at])
        self.at += 1

    def entity(self, sign: str) -> None:
        begin, language, mark = self.at, "", "]" if sign == "[" else sign
        if self.source.startswith("```", begin):
            language, mark = self.pass_marks(), "```"
        else:
            self.at += 1
        end = self.source.find(mark, self.at)
        if end < 0:
            raise self.refusal("Can't find end of the entity starting", begin)
        words, start = self.source[self.at : end], len(self.text)
        self.text += words
        self.at = end + len(mark)
        more = {"language": language} if language else {}
        span: Span | None = Span("pre" if mark == "```" else _OLD[sign], start, len(self.text), more)
        if span and sign == "[" and words:
            span = link(span, self.target(words, begin, start))
        self.spans += [span] if span and words else []

    def target(self, words: str, begin: int, start: int) -> str:
        """Returns the address of a link: in brackets behind it, or its words.

        Telegram reads those words where it has written them already, further left, so that some are read twice.
        """
        if self.source[self.at] == "(":
            close = self.source.find(")", self.at)
            end = close if close >= 0 else self.size
            url, self.at = self.source[self.at + 1 : end], end + 1
            return url
        raw = words.encode("utf-8", "surrogatepass")
        before, read = self.source[: begin + 1], "".join(self.text[:start])
        left = len(before.encode("utf-8", "surrogatepass")) - len(read.encode("utf-8", "surrogatepass"))
        return words if len(raw) < left else (raw[left:] + raw[len(raw) - left :]).decode(errors="replace")
