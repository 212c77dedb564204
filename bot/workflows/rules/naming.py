"""Names as people type them: the beginnings of their words, in any order."""

from __future__ import annotations

from bot.folding import words


def begins(typed: str, name: str) -> bool:
    """Whether each word typed begins a word of the name, each word of the name being used once."""
    left = words(name)
    for word in sorted(words(typed), key=len, reverse=True):
        match = next((w for w in left if w.startswith(word)), None)
        if match is None:
            return False
        left.remove(match)
    return bool(words(typed))
