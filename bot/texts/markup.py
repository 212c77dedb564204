"""What people typed -> what Telegram's HTML can carry: cleaned, escaped, and no longer than a message may be."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

LIMIT = 4096  #: of one message, once its markup is read

_TAG = re.compile(r"</?[a-z][^<>]*>")
_ALLOWED = re.compile(r"&lt;(/?)([bi])&gt;")
_SPACES = re.compile(r"[ \t\n]+")
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
_TURNING = r"\u202a-\u202e\u2066-\u2069"  # they would write the words after them backwards
_NO_CHARACTERS = r"\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"
_HIDDEN = re.compile(f"[{_CONTROLS}{_TURNING}{_NO_CHARACTERS}]")
_JOINING = "\u200d\ufe0f"


def clean(text: str) -> str:
    """The text without what no chat shows: control characters, turned directions, halves of surrogates."""
    return _HIDDEN.sub("", text).strip()


def line(text: str, limit: int) -> str:
    """The text on one line, shortened and escaped: for names and other short things."""
    return escape(shorten(one_line(text), limit))


def one_line(text: str) -> str:
    """The cleaned text with its line breaks and runs of spaces made single spaces."""
    return _SPACES.sub(" ", clean(text))


def escape(text: str) -> str:
    """The text as it stands between tags."""
    return html.escape(text, quote=False)


def plain(text: str) -> str:
    """What is said without its markup: a toast has none."""
    return html.unescape(_TAG.sub("", text)) if "<" in text or "&" in text else text


def length(text: str) -> int:
    """How long Telegram finds a piece of HTML: UTF-16 units, markup aside."""
    return units(plain(text))


def units(text: str) -> int:
    """The UTF-16 units of a plain text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, limit: int) -> str:
    """The plain text, or its beginning with an ellipsis where it has more UTF-16 units than that."""
    if units(text) <= limit:
        return text
    if limit < 1:
        return ""
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * (limit - 1)].decode("utf-16-le", "ignore")
    while kept and (_joined(text[len(kept)]) or kept[-1] == "\u200d"):  # never half of what people see as one sign
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def quote(text: str, limit: int, long: int = 300) -> str:
    """A person's words set apart, folded where they are long; nothing where there is no text or no room."""
    short = shorten(clean(text), limit)
    if not short:
        return ""
    folded = " expandable" if len(short) > long or short.count("\n") > 5 else ""
    return f"<blockquote{folded}>{escape(short)}</blockquote>"


def article(text: str, limit: int) -> str:
    """The operator's own text, whose bold and italics are kept where they are well nested and it fits."""
    cleaned = clean(text)
    marked = _ALLOWED.sub(r"<\1\2>", escape(cleaned))
    if _nested(marked) and length(marked) <= limit:
        return marked
    return escape(shorten(re.sub(r"</?[bi]>", "", cleaned), limit))


def stack(pieces: Iterable[str], limit: int, between: str = "\n") -> str:
    """The pieces of HTML one below the other, as many as the room holds."""
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


def _joined(character: str) -> bool:
    return character in _JOINING or "🏻" <= character <= "🏿" or unicodedata.combining(character) != 0
