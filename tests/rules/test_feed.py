"""When what is corrected in ONDE arrives in the ENT, and whose data come from it."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from bot.terms import Account, Profile
from bot.workflows.rules.feed import Feed, arrival, corrects, origin, read_feed
from config.settings import Settings

TABLE = Settings(_env_file=None).tables()["feed"]


@pytest.mark.parametrize(
    ("today", "days", "resumes"),
    [
        (date(2026, 9, 1), 21, None),
        (date(2026, 9, 30), 21, None),
        (date(2026, 10, 1), 7, None),
        (date(2027, 7, 9), 7, None),
        (date(2027, 7, 10), 7, date(2027, 8, 25)),
        (date(2027, 8, 24), 7, date(2027, 8, 25)),
        (date(2027, 8, 25), 7, None),
    ],
)
def test_a_correction_takes_a_week_three_in_september_and_waits_in_summer(
    today: date, days: int, resumes: date | None
) -> None:
    assert arrival(read_feed(TABLE), today) == (days, resumes)


@pytest.mark.parametrize(
    ("profile", "source", "expected"),
    [
        (Profile.STUDENT, "AAF1D", "student"),
        (Profile.RELATIVE, "BE1D", "relative"),
        (Profile.TEACHER, "AAF1D", "staff"),
        (Profile.PERSONNEL, "AAF", "staff"),
        (Profile.STUDENT, "MANUAL", "hand"),
        (Profile.STUDENT, "", ""),
        (Profile.RELATIVE, "SSO", ""),
    ],
)
def test_only_what_the_feed_brings_again_is_said_to_come_from_it(
    profile: Profile, source: str, expected: str
) -> None:
    assert origin(Account("1", "a", "A", "B", profile, (), source=source)) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("days", 0),
        ("days", True),
        ("september_days", "21"),
        ("stops", {"month": 2, "day": 29}),
        ("resumes", {"month": 8}),
        ("resumes", None),
        ("resumes", {"month": 6, "day": 1}),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(name: str, value: Any) -> None:
    table = copy.deepcopy(TABLE)
    table["arrival"][name] = value

    with pytest.raises(ValueError, match=rf"feed.toml, \[arrival\].*{name}"):
        read_feed(table)


def test_the_shipped_times_are_those_of_the_guide() -> None:
    assert read_feed(TABLE) == Feed()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        *(
            ("Il faut changer la date de naissance de Léa", True),
            ("Le prénom de mon fils est mal orthographié", True),
        ),
        *(("Pouvez-vous corriger notre adresse ?", True), ("Ma fille est dans la mauvaise classe", True)),
        *(("Il y a une erreur sur le nom du père", True), ("Please correct her birth date", True)),
        *(("Je voudrais changer mon mot de passe", False), ("Comment changer mon adresse mail ?", False)),
        *(("Je ne vois pas la classe de mon fils", False), ("Changer mon nom d’utilisateur", False)),
        *(("Mon père est en colère", False), ("", False)),
    ],
)
def test_words_that_ask_to_correct_what_onde_says_are_known(text: str, asked: bool) -> None:
    assert corrects(text) is asked
