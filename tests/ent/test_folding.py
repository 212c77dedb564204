"""Folding names to plain letters, and splitting them into words."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.folding import fold, login_key, tokens, visible, words


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("ÉLOÏSE", "eloise"),
        ("Bœuf", "boeuf"),
        ("Szymański", "szymanski"),
        ("Łukasz", "lukasz"),
        ("İzmir", "izmir"),
        ("Straße", "strasse"),
    ],
)
def test_a_name_is_folded_to_plain_small_letters(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text())
@example("℡ 𝐋éa")
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_an_accent_typed_apart_folds_as_one_typed_whole() -> None:
    assert fold("e\u0301lodie") == fold("élodie")


def test_what_nobody_sees_is_not_in_a_name() -> None:
    assert visible("Club\n théâtre\u200b \u202e") == visible("\u3164Club théâtre") == "Club théâtre"
    assert visible("⚽\ufe0f Foot") == "⚽ Foot"


def test_hyphens_apostrophes_and_spaces_end_a_word() -> None:
    assert words("Anne-Lise d’Hauteville  DA SILVA") == ["anne", "lise", "d", "hauteville", "da", "silva"]


def test_a_name_with_an_apostrophe_is_also_one_word() -> None:
    assert tokens("Awa N’Diaye") == {"awa", "n", "diaye", "ndiaye"}


@given(st.text())
def test_each_word_of_a_name_is_among_its_tokens(name: str) -> None:
    assert set(words(name)) <= tokens(name)


def test_a_login_is_kept_in_lower_case_without_what_databases_refuse() -> None:
    assert login_key("  Lea.\0MARTIN\ud800 ") == "lea.martin"
