"""The bytes of a file as text: UTF-8 or windows-1252, strictly, and a reason for everything that is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ftfy.badness import is_bad

from bot.feed.reasons import Unreadable

MOST_BYTES = 16 * 2**20  #: of one file; that of a school of 300 pupils has 40 kB
_BOM = b"\xef\xbb\xbf"
_SIGNATURES = (
    (b"PK\x03\x04", "workbook"),  # a zip that holds files of a feed is opened before
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook"),
    (b"%PDF", "pdf"),
    (b"{\\rtf", "document"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\x00\x00\xfe\xff", "utf-16"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"\x89PNG", "binary"),
    (b"\xff\xd8\xff", "binary"),
    (b"GIF8", "binary"),
)
_MARKUP = re.compile(rb"\s*<(!doctype|html|head|body|table|meta|script|div|\?xml|!--)", re.IGNORECASE)
_UNIX = re.compile("\r\n|\r")  # line ends that are made "\n"
#: letters beyond ASCII of UTF-8 that was read as windows-1252: two in a row, or one that French names do not have
_SUSPECT = re.compile("[^\x00-\x7f][^\x00-\x7f]|[ÂÃ]|[\x80-\x9f]")
#: pairs that ftfy lets pass beside some letters: the two bytes of Î, of Å, of a Turkish letter
_PAIR = re.compile("[ÂÃÄÅ](?:[\x80-\xbf]|[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])|â[€‚]|ï¿½")
#: what MS-DOS's é, â, ç, ê, ë, è are in windows-1252, within a word
_DOS = re.compile("[A-Za-z][‚ƒ‡ˆ‰‹][A-Za-z]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(raw: bytes) -> list[str]:
    """The lines of a file, without their ends; raises `Unreadable` for what is no text, or of no sure encoding.

    Whether a single line was encoded twice is for `garbled` to say: the others may be right.
    """
    if len(raw) > MOST_BYTES:
        raise Unreadable("too-large")
    _look(raw)
    bare = raw
    while bare.startswith(_BOM):
        bare = bare[len(_BOM) :]
    if not bare.strip(b" \t\r\n;,\x1a"):
        raise Unreadable("empty-file")
    if b"\x00" in bare:
        raise Unreadable("binary", _line(bare, bare.index(b"\x00")))
    try:
        text = bare.decode("utf-8")
    except UnicodeDecodeError as error:
        if bare is not raw:
            raise Unreadable("mixed", _line(bare, error.start)) from error
        text = _windows(bare)
    return _UNIX.sub("\n", text.removesuffix("\x1a")).split("\n")


def garbled(line: str) -> bool:
    """Whether a line has letters that were encoded twice, such as `MaÃ«lys`, or that were lost."""
    if line.isascii():
        return False
    if "\ufffd" in line:
        return True
    return _SUSPECT.search(line) is not None and (_PAIR.search(line) is not None or is_bad(line))


def _look(raw: bytes) -> None:
    """Raises `Unreadable` for what is not a file of text, whatever it is called."""
    for signature, reason in _SIGNATURES:
        if raw.startswith(signature):
            raise Unreadable(reason)
    if _MARKUP.match(raw.removeprefix(_BOM)[:200]):
        raise Unreadable("web-page")
    sample = raw[:4000]
    if sample and sample.count(0) * 3 >= len(sample) and len(sample) > 3:
        raise Unreadable("utf-16" if _ascii_apart(sample) else "binary")


def _ascii_apart(sample: bytes) -> bool:
    """Whether every second byte is zero, as in UTF-16 without a mark at its beginning."""
    return any(sample[start::2].count(0) * 10 >= 9 * len(sample[start::2]) for start in (0, 1))


def _windows(raw: bytes) -> str:
    """The text of windows-1252; raises `Unreadable` where a line is UTF-8, or a byte is no letter in it."""
    mixed = next(_lines_of_both(raw), 0)
    if mixed:
        raise Unreadable("mixed", mixed)
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable("unknown-encoding", _line(raw, error.start)) from error
    older = _DOS.search(text)
    if older is not None:
        raise Unreadable("unknown-encoding", _line(raw, older.start()))  # a byte a letter
    return text


def _lines_of_both(raw: bytes) -> Iterator[int]:
    """The lines of bytes that windows-1252 would show as pairs of odd letters, since they are UTF-8."""
    for number, line in enumerate(re.split(rb"\r\n|\n|\r", raw), 1):
        if not line.isascii() and _MULTIBYTE.search(line) and garbled(_shown(line)):
            yield number


def _shown(line: bytes) -> str:
    """The line as windows-1252, with a control character for each byte that is no letter in it."""
    return line.decode("cp1252", "replace").replace("\ufffd", "\x81")


def _line(raw: bytes, place: int) -> int:
    """The number of the line in which that byte stands."""
    return len(re.split(rb"\r\n|\n|\r", raw[:place]))
