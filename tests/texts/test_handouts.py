"""The counts of sheets that were handed out add up, and the list says what its words mean."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Notice
from tests.texts.facts import plain


@pytest.mark.parametrize(("language", "gone"), [("fr", "3 remplacées"), ("en", "3 replaced")])
def test_what_is_neither_used_nor_good_is_counted_too(language: str, gone: str) -> None:
    line = plain()["lines"][0] if plain().get("lines") else {}
    handout = line | plain(at="2026-01-12T13:05:00+00:00", count=30, used=12, good=15, revoked=False, place="")
    said = texts.plain(texts.word(Notice("handouts", {"lines": [handout], "further": False}), language).text)

    assert gone in said
    assert ("Utilisée" if language == "fr" else "Used") in said
