"""Small rules: what counts as thanks, which names fit what is typed, and when something is due."""

from datetime import timedelta

import pytest

from bot.folding import fold
from bot.workflows.rules.calendar import due
from bot.workflows.rules.naming import begins
from bot.workflows.rules.requests.thanks import is_thanks
from tests.people import NOON


@pytest.mark.parametrize("text", ["merci", "Merci beaucoup !", "MERCI 🙏", "super, merci", "👍", "ok", "Thank you!"])
def test_plain_thanks_are_thanks(text: str) -> None:
    assert is_thanks(text)


@pytest.mark.parametrize(
    "text", ["merci mais ça ne marche pas", "merci de me rappeler", "non", "ça recommence", "", "   "]
)
def test_anything_more_is_an_answer(text: str) -> None:
    assert not is_thanks(text)


@pytest.mark.parametrize(
    ("typed", "name", "found"),
    [
        ("dup", "Zoé Dupont", True),
        ("DUPONT zoe", "Zoé Dupont", True),
        ("pont", "Zoé Dupont", False),
        ("le roy", "Anne-Marie Le Roy", True),
        ("marie", "Anne-Marie Le Roy", True),
        ("zo zo", "Zoé Dupont", False),
        ("", "Zoé Dupont", False),
    ],
)
def test_names_are_found_by_the_beginnings_of_their_words(typed: str, name: str, found: bool) -> None:
    assert begins(typed, name) is found


def test_folding_takes_case_and_accents_away() -> None:
    assert fold("ÉLÈVE Çà Œuvre") == "eleve ca oeuvre"


def test_weekends_do_not_count() -> None:
    friday = NOON + timedelta(days=3)

    assert due(friday, 1) == friday + timedelta(days=3)
    assert due(NOON, 2) == NOON + timedelta(days=2)
