"""Text for Telegram's HTML: cleaned, escaped, shortened. Lengths are in UTF-16 units, as Telegram counts them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from bot.cutting import shorten, units
from bot.terms import FORWARDED
from bot.texts.inert import inert

LIMIT = 4096  #: the most units of one message, tags not counted
NAME = 80  #: the most units of a name shown in a sentence

_TAKEN: ContextVar[int] = ContextVar("taken", default=0)  # units of the message under way that stand above its text
_TAG = re.compile(r"</?[a-z][^<>]*>")
_COVERED = re.compile(  # what stands before a spoiler or <code>, which of them it is, and what it holds
    r'(.*?)(?:<(tg-spoiler|span class="tg-spoiler"|code)>(.*?)(?:</(?:tg-spoiler|span|code)>|\Z)|\Z)', re.DOTALL
)
_ALLOWED = re.compile(r"&lt;(/?)([bi])&gt;")
_SPACES = re.compile(r"[ \t\n]+")
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
_TURNING = r"\u202a-\u202e\u2066-\u2069"  # change the writing direction of the words that follow
_NO_CHARACTERS = r"\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"
_DROPPED = r"\u2028\u2029\u030a\u0333\u033f"  # Telegram leaves them out
_ARROW = "↪️ "  # where no sentence can say that words were forwarded
_HIDDEN = re.compile(f"[{_CONTROLS}{_TURNING}{_NO_CHARACTERS}{_DROPPED}]")


@contextmanager
def below(head: str) -> Iterator[None]:
    """Meanwhile, `room` leaves out the units of `head`, a piece of HTML that will stand above the text."""
    before = _TAKEN.set(length(head))
    try:
        yield
    finally:
        _TAKEN.reset(before)


def room() -> int:
    """The most units of the text of the message that is being worded: `LIMIT`, without what stands above it."""
    return LIMIT - _TAKEN.get()


def clean(text: str) -> str:
    """The text without control characters, changes of direction, halves of surrogates and private-use characters.

    Nor with the characters that Telegram leaves out itself. An arrow stands before words that were forwarded.
    """
    return _HIDDEN.sub("", text.replace(FORWARDED, _ARROW)).strip()


def line(text: str, limit: int) -> str:
    """The text on one line, shortened to the limit, then escaped, and inert."""
    return inert(shorten(one_line(text), limit))


def name(text: str, otherwise: str = "") -> str:
    """A name on one line, shortened to `NAME`, as `line`; `otherwise` if nothing of it can be shown."""
    return line(text, NAME) or otherwise


def one_line(text: str) -> str:
    """The cleaned text, each run of spaces and line breaks replaced by one space."""
    return _SPACES.sub(" ", clean(text))


def escape(text: str) -> str:
    """The text with &, < and > escaped, to stand between tags."""
    return html.escape(text, quote=False)


def plain(text: str) -> str:
    """The HTML as plain text: tags removed, entities replaced. A toast shows no markup."""
    return html.unescape(_TAG.sub("", text)) if "<" in text or "&" in text else text


def covered(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The HTML as plain text, and what must not be lost of its markup, in UTF-16 units.

    That is kind, start and length of each spoiler, and of what <code> keeps from being touched. What is not closed
    covers all that follows.
    """
    words, spans = "", list[tuple[str, int, int]]()
    for visible, tag, held in _COVERED.findall(text):
        words += plain(visible)
        start, within = units(words), plain(held)
        words += within
        if within.strip():
            spans.append(("code" if tag == "code" else "spoiler", start, units(within)))
    return words, spans


def length(text: str) -> int:
    """The length of a piece of HTML, tags not counted."""
    return units(plain(text))


def quote(text: str, limit: int, long: int = 300) -> str:
    """The text as an inert quotation, folded if longer than `long` or of many lines; empty without text or room."""
    short = shorten(clean(text), limit)
    if not short:
        return ""
    folded = " expandable" if len(short) > long or short.count("\n") > 5 else ""
    return f"<blockquote{folded}>{inert(short)}</blockquote>"


def article(text: str, limit: int) -> str:
    """A text of the operator's, with its <b> and <i> if they nest well and it fits, else without, and cut."""
    cleaned = clean(text)
    marked = _ALLOWED.sub(r"<\1\2>", escape(cleaned))
    if _nested(marked) and length(marked) <= limit:
        return marked
    return escape(shorten(re.sub(r"</?[bi]>", "", cleaned), limit))


def stack(pieces: Iterable[str], limit: int, between: str = "\n") -> str:
    """The pieces of HTML joined by `between`, as many of the first as the limit holds."""
    kept: list[str] = []
    for piece in pieces:
        limit -= length(piece) + len(between)
        if limit < 0:
            break
        kept.append(piece)
    return between.join(kept)


def _nested(text: str) -> bool:
    open_tags: list[str] = []
    for closing, tag in re.findall(r"<(/?)([bi])>", text):
        if not closing:
            open_tags.append(tag)
        elif not open_tags or open_tags.pop() != tag:
            return False
    return not open_tags
