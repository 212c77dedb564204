"""Compares names with what people type of them: beginnings of words, in any order."""

from __future__ import annotations

from bot.folding import words


def begins(typed: str, name: str) -> bool:
    """Whether each typed word begins another word of the name; False where nothing is typed."""
    left = words(name)
    for word in sorted(words(typed), key=len, reverse=True):
        match = next((w for w in left if w.startswith(word)), None)
        if match is None:
            return False
        left.remove(match)
    return bool(words(typed))
