"""The bytes of a file as lines of text: UTF-8 with or without its mark, UTF-16 with its mark, or windows-1252.

Strictly: what is no text of one of these is named with its line, never guessed.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from bot.terms.tree import Remark

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods; .xls
_FOREIGN = re.compile(
    r"(?<=\w)[‚ƒ„ˆ‰Š‹Ž]|[‚ƒ„ˆ‰Š‹Ž](?=\w)"
)  # what accents of Mac Roman and of DOS are in windows-1252
_PAGES = (b"<!doctype html", b"<html", b"<table", b"<?xml")


def lines(content: bytes) -> tuple[list[str], list[Remark]]:
    """The lines of a file, and a remark for each one that cannot be read, or one for the file as a whole."""
    if content.startswith(_WORKBOOKS):
        return [], [Remark(0, "workbook")]
    if content.lstrip(codecs.BOM_UTF8 + b" \t\r\n")[:20].lower().startswith(_PAGES):
        return [], [Remark(0, "page")]
    if content.startswith(_UTF16):
        try:
            return _split(content.decode("utf-16")), []
        except UnicodeDecodeError:
            return [], [Remark(0, "no-text")]
    content = content.removeprefix(codecs.BOM_UTF8)
    if b"\0" in content:
        return [], [Remark(0, "no-text")]
    rows = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    unicode = any(_is_unicode(row) for row in rows)
    read: list[str] = []
    refused: list[Remark] = []
    for line, row in enumerate(rows, 1):
        text, reason = _line(row, unicode)
        read.append(text)
        if reason:
            refused.append(Remark(line, reason))
    return read, refused


def _line(row: bytes, unicode: bool) -> tuple[str, str]:
    """The text of a line, and why it is refused, if it is; `unicode` says that the file has lines in UTF-8."""
    try:
        text = unicodedata.normalize("NFC", row.decode("utf-8" if unicode else "cp1252"))
    except UnicodeDecodeError:
        return "", "mixed-encodings" if unicode else "no-text"
    if any(unicodedata.category(sign) == "Cc" and sign != "\t" for sign in text):
        return "", "no-text"
    if not unicode and _FOREIGN.search(text):
        return "", "no-text"
    return (text, "") if not _twice(text) else ("", "encoded-twice")


def _is_unicode(row: bytes) -> bool:
    """Whether a line is in UTF-8 and has a letter that ASCII lacks."""
    try:
        return not row.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _twice(text: str) -> bool:
    """Whether UTF-8 was read as windows-1252 before it was written: « Ã‰cole » for « École »."""
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False


def _split(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
