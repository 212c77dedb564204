"""Text is cut between signs, never inside one, and nothing of it is lost."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import cutting

#: signs of several characters: family, flag, keycap, colour of skin, accent, flag of a region, line break; and of one
SIGNS = ("👨‍👩‍👧‍👦", "🇫🇷", "1️⃣", "👍🏽", "e\u0301", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\r\n", "❤️", "a", "é", " ")
LONGEST = max(len(sign.encode("utf-16-le")) // 2 for sign in SIGNS)

sentences = st.lists(st.sampled_from(SIGNS), max_size=40)


@given(sentences, st.integers(LONGEST, 60))
def test_every_piece_begins_and_ends_between_two_signs(signs: list[str], size: int) -> None:
    ends = set(itertools.accumulate(map(len, signs), initial=0))
    pieces = list(cutting.pieces("".join(signs), size))
    assert set(itertools.accumulate(map(len, pieces))) <= ends
    assert "".join(pieces) == "".join(signs)
    assert all(len(piece.encode("utf-16-le")) // 2 <= size for piece in pieces)


@given(sentences, st.integers(1, 60))
def test_a_shortened_text_ends_with_a_whole_sign(signs: list[str], limit: int) -> None:
    text = "".join(signs)
    short = cutting.shorten(text, limit + LONGEST)
    kept = short.removesuffix("…")
    assert short == text or kept in {"".join(signs[:n]).rstrip() for n in range(len(signs))}


@given(st.text(), st.integers(2, 30))
def test_any_text_is_the_sum_of_its_pieces(text: str, size: int) -> None:
    assert "".join(cutting.pieces(text, size)) == text


def test_a_sign_longer_than_the_limit_is_cut_between_its_characters() -> None:
    towering = "a" + "\u0301" * 100
    assert [len(piece) for piece in cutting.pieces(towering, 40)] == [40, 40, 21]
    assert cutting.shorten(towering, 40) == towering[:39] + "…"


def test_a_character_of_two_units_is_never_halved() -> None:
    assert list(cutting.pieces("😀" * 3, 3)) == ["😀", "😀", "😀"]
    assert cutting.beginning("a😀", 2) == "a"


@pytest.mark.parametrize(("name", "first"), [("E\u0301lodie", "E\u0301"), ("🇫🇷 France", "🇫🇷"), ("", "")])
def test_an_initial_keeps_its_accent(name: str, first: str) -> None:
    assert cutting.initial(name) == first
