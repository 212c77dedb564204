"""Folding: text without case and accents, in which every search compares names and articles. Pure functions."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’ʼ]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})  # controls, changes of direction, joiners, surrogates, private use
_BLANK = frozenset(map(chr, range(0xFE00, 0xFE10))) | frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
)  # show nothing
_PART = 256  #: characters that are decomposed at a time
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})  # Unicode keeps these whole


def fold(text: str) -> str:
    """The text in lower case, without accents, its ligatures spelt out."""
    if text.isascii():
        return text.lower()
    parts = (text[at : at + _PART] for at in range(0, len(text), _PART))  # sorting many accents in a row is quadratic
    decomposed = (unicodedata.normalize("NFKD", part) for part in parts)  # first: a character may become a capital
    return (
        "".join(c for part in decomposed for c in part if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    )


def words(text: str) -> list[str]:
    """The folded words of a text, in order; split at hyphens, apostrophes and spaces."""
    return _WORD.findall(fold(text))


def tokens(name: str) -> set[str]:
    """The words by which a name is found: N’Diaye by `n`, by `diaye` and, as many people type it, by `ndiaye`."""
    return {*words(name), *words(_APOSTROPHES.sub("", name))}


def visible(text: str) -> str:
    """The text on one line, with single spaces, without the characters that nobody sees: two such names are one."""
    shown = (c for c in " ".join(text.split()) if unicodedata.category(c) not in _UNSEEN and c not in _BLANK)
    return " ".join("".join(shown).split())


def login_key(text: str) -> str:
    """A typed login in the form it is compared in: trimmed, in lower case, only characters a database can store."""
    return storable(text.strip().lower())


def storable(text: str) -> str:
    """The text without the characters that no database can store: NUL and lone surrogates."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
