"""An exchange cut into pages: each fits into a message, and together they hold every character in order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import cutting, texts
from bot.terms import Notice, Refusal
from bot.texts import markup
from bot.workflows.rules.requests.leafing import LEAST, ROOM, TITLE, fits_a_card, page, read_key, write_key
from tests.texts import facts
from tests.texts.facts import message

WORDS = st.one_of(st.text(max_size=80), st.sampled_from(["mot " * 1000, "x" * 4096, "👩‍👩‍👧" * 600, "ligne\n" * 100]))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_the_pages_hold_every_text_whole_and_in_order(said: list[str]) -> None:
    read = [""] * len(said)
    at: tuple[int, int] | None = (0, 0)
    while at is not None and said:
        first, offset = at
        pieces, at = page(said[first:], offset)
        assert pieces
        assert sum(cutting.units(said[first + p.index][p.start : p.end]) + TITLE for p in pieces) <= ROOM + TITLE
        for piece in pieces:
            read[first + piece.index] += said[first + piece.index][piece.start : piece.end]
        at = (first + at[0], at[1]) if at else None

    assert read == said


def test_a_text_that_fits_a_page_of_its_own_is_not_cut() -> None:
    pieces, rest = page(["a" * 2000, "b" * 3000])

    assert ([(p.index, p.end) for p in pieces], rest) == ([(0, 2000)], (1, 0))


def test_a_long_text_goes_on_after_a_space() -> None:
    _, rest = page(["mot " * 1200])

    assert rest is not None
    assert rest[1] % 4 == 0
    assert ROOM - TITLE - LEAST < rest[1] <= ROOM - TITLE


@pytest.mark.parametrize("typed", ["x", "1", "1:x", ":", "-1:0", "1:-1", "²:1", "9" * 30 + ":1"])
def test_a_forged_key_is_an_old_button(typed: str) -> None:
    with pytest.raises(Refusal, match="old-button"):
        read_key(typed)


def test_a_key_is_read_as_it_was_written() -> None:
    assert read_key(write_key(12, 34)) == (12, 34)
    assert read_key("") == (0, 0)


LONG = "Maximilien-Alexandre de La Rochefoucauld-Montmorency et de Beauregard-Saint-Clair"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 900), min_size=1, max_size=13), st.sampled_from(["Ana", LONG]))
def test_a_card_cuts_nothing_without_offering_the_whole(lengths: list[int], name: str) -> None:
    said = ["a" * length for length in lengths]
    if not fits_a_card(said, [name] * len(said)):
        return
    exchange = [message(name, text, voice="note", edited=True, files=12, number=123456) for text in said]
    values = facts.plain(
        exchange=exchange, left_out=0, requester=LONG, filer=LONG, holder=LONG, place=LONG, desk=LONG
    )

    card = texts.word_card(Notice("card", values), "filed", values, "fr").text

    assert markup.length(card) <= markup.LIMIT
    assert [words for words in said if words and words not in card] == []
    assert "plus ancien" not in card
    assert "…" not in card.replace(cutting.shorten(LONG, markup.NAME), "")
