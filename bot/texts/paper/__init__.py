"""The sentences on paper, in more languages than the chat speaks: a sheet is read by a whole family.

Each language has its folder, and `<code>-tu` holds what is said otherwise to a pupil.
"""

from __future__ import annotations

from functools import cache

from bot.texts.languages import Language

LANGUAGES = ("fr", "en", "ar", "es", "pt", "tr", "uk")
FROM_THE_RIGHT = ("ar",)  #: written from right to left


@cache
def language(code: str, *, pupil: bool = False) -> Language:
    """What is printed in that language, as it is said to a pupil or to an adult; French where paper lacks it."""
    known = code if code in LANGUAGES else "fr"
    return Language(f"{known}-tu" if pupil else known, "paper")
