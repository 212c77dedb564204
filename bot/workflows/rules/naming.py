"""Names as people type them: case and accents ignored, the beginnings of words, in any order."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """The text without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The folded words of a text; hyphens and apostrophes part them."""
    return re.findall(r"\w+", fold(text))


def begins(typed: str, name: str) -> bool:
    """Whether each word typed begins a word of the name, each word of the name being used once."""
    left = words(name)
    for word in sorted(words(typed), key=len, reverse=True):
        match = next((w for w in left if w.startswith(word)), None)
        if match is None:
            return False
        left.remove(match)
    return bool(words(typed))
