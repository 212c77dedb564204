"""Ages and days are worded as people say them."""

from __future__ import annotations

import pytest

from bot.texts.durations import age, day, moment
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


@pytest.mark.parametrize(
    ("at", "now", "words"),
    [
        ("2026-11-24T12:00:00+00:00", "2026-12-31T22:00:00+00:00", "24 nov. à 13:00"),
        ("2026-12-31T23:30:00+00:00", "2027-01-02T08:00:00+00:00", "1er janv. à 00:30"),
        ("2026-03-29T00:30:00+00:00", "2026-03-30T08:00:00+00:00", "29 mars à 01:30"),
        ("2026-03-29T01:30:00+00:00", "2026-03-30T08:00:00+00:00", "29 mars à 03:30"),
        ("2025-11-24T12:00:00+00:00", "2026-11-24T12:00:00+00:00", "24 nov. 2025 à 13:00"),
        ("2026-01-20T12:00:00+00:00", "2026-11-24T12:00:00+00:00", "20 janv. 2026 à 13:00"),
        ("2026-02-01T12:00:00+00:00", "2026-11-24T12:00:00+00:00", "1er févr. à 13:00"),
        ("2027-11-24T12:00:00+00:00", "2026-11-24T12:00:00+00:00", "24 nov. 2027 à 13:00"),
        ("2026-11-24T12:00:00+00:00", "", "24 nov. 2026 à 13:00"),
    ],
)
def test_a_moment_has_its_year_where_it_could_be_taken_for_another(at: str, now: str, words: str) -> None:
    assert moment(language("fr"), at, now) == words


def test_what_is_older_than_ten_months_is_said_as_a_date() -> None:
    now = "2026-11-24T12:00:00+00:00"

    assert age(language("fr"), 365 * 86_400, now) == "le 24 nov. 2025"
    assert age(language("fr"), 290 * 86_400, now) == "il y a 290 jours"
    assert age(language("fr"), 365 * 86_400) == "il y a 365 jours"
