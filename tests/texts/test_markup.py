"""Text is cut between signs, never inside one, and counted as Telegram counts it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot import cutting
from bot.texts import markup
from tests.texts import telegram_html


@given(st.text(), st.integers(1, 50))
def test_shortened_words_never_exceed_the_room(text: str, limit: int) -> None:
    short = cutting.shorten(markup.clean(text), limit)
    assert telegram_html.units(short) <= limit


def test_a_cut_never_falls_within_a_sign_of_several_characters() -> None:
    assert cutting.shorten("aa👩‍👧bbbb", 6) == "aa…"
    assert cutting.shorten("ae\u0301zzz", 3) == "a…"
    assert cutting.shorten("a👍🏽zzzz", 4) == "a…"


@given(st.text())
def test_length_is_what_telegram_counts(text: str) -> None:
    clean = markup.clean(text)
    assert markup.length(f"<b>{markup.escape(clean)}</b>") == telegram_html.units(clean)


def test_a_toast_reads_as_the_person_typed() -> None:
    assert markup.plain("<b>n°12</b> &lt;b&gt; &amp;amp;") == "n°12 <b> &amp;"


def test_the_operators_bold_is_kept_and_nothing_else() -> None:
    assert markup.article("<b>un</b> <u>deux</u>", 100) == "<b>un</b> &lt;u&gt;deux&lt;/u&gt;"


def test_badly_nested_bold_is_dropped() -> None:
    assert markup.article("<b>un <i>deux</b></i>", 100) == "un deux"


def test_a_name_is_one_short_escaped_line() -> None:
    assert markup.name("  Zoé\n<Roux> ") == "Zoé &lt;Roux&gt;"
    assert telegram_html.units(markup.name("n" * 200)) == markup.NAME


def test_a_name_of_which_nothing_can_be_shown_is_replaced() -> None:
    assert markup.name("\u202e \x00", "…") == "…"
