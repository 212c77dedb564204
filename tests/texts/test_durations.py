"""Ages and days are worded as people say them."""

from __future__ import annotations

import pytest

from bot.texts.durations import age, day
from bot.texts.languages import language


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "à l’instant"),
        (61, "il y a 1 min"),
        (7300.5, "il y a 2 h"),
        (90_000, "il y a 25 h"),
        (172_799, "il y a 47 h"),
        (172_800, "il y a 2 jours"),
    ],
)
def test_an_age_of_less_than_two_days_is_said_in_hours(seconds: float, words: str) -> None:
    assert age(language("fr"), seconds) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2026-09-01", "1er sept. 2026"), ("2026-12-31T23:30:00+00:00", "1er janv. 2027"), ("", ""), (None, "")],
)
def test_a_day_is_the_one_in_paris_and_empty_where_none_is_known(iso: str | None, words: str) -> None:
    assert day(language("fr"), iso) == words
