"""What is typed of somebody who is to be given an account, and whom an account may be like."""

from __future__ import annotations

from datetime import date

import pytest

from bot.terms import Account, Kind, Profile, Refusal, Structure
from bot.workflows.rules.creation import names, typed
from bot.workflows.rules.creation.likeness import Likeness, likeness

TODAY = date(2026, 11, 27)
CLASSES = [Structure(name, name, Kind.CLASS, ()) for name in ("CP", "CE1", "CE2-CM1", "CM2 Mme Petit", "CM2 M. Roy")]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Zoé Petit", [("Zoé", "Petit")]),
        ("  Zoé   N’Diaye ", [("Zoé", "N’Diaye")]),
        ("Marie Lou PETIT", [("Marie Lou", "PETIT")]),
        ("Marie Lou Petit", [("Marie", "Lou Petit"), ("Marie Lou", "Petit")]),
        ("MARIE LOU PETIT", [("MARIE", "LOU PETIT"), ("MARIE LOU", "PETIT")]),
        ("Zoé P.", [("Zoé", "P.")]),
    ],
)
def test_which_words_are_the_first_name(said: str, found: list[tuple[str, str]]) -> None:
    assert names.readings(said) == found


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("", "name-missing"),
        ("Zoé", "name-half"),
        ("=cmd Petit", "name-signs"),
        ("Zoé @Petit", "name-signs"),
        ("Zoé\u202ePetit X", "name-signs"),
        ("Z" * 101, "name-long"),
        ("a b c d e f g h i", "name-long"),
    ],
)
def test_what_is_no_name(said: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        names.readings(said)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("zoé", "Zoé"),
        ("jean-pierre", "Jean-Pierre"),
        ("de la tour", "de la Tour"),
        ("d’hauteville", "d’Hauteville"),
        ("de", "De"),
        ("McDonald", "McDonald"),
        ("ZOE", "ZOE"),
    ],
)
def test_capitals_are_offered_where_there_is_none(name: str, written: str) -> None:
    assert names.capitals(name) == written


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("Zoé Petit 12/03/2018 CP", typed.Rest("Zoé Petit", date(2018, 3, 12), "CP")),
        ("Zoé Petit née le 12 mars 2018 ce2 cm1", typed.Rest("Zoé Petit", date(2018, 3, 12), "CE2-CM1")),
        ("Zoé Petit CE1 2018-03-12", typed.Rest("Zoé Petit", date(2018, 3, 12), "CE1")),
        ("Zoé Petit CM2", typed.Rest("Zoé Petit", unread="CM2")),
        ("Zoé Petit CM2 Mme Petit", typed.Rest("Zoé Petit", class_id="CM2 Mme Petit")),
        ("Zoé CP", typed.Rest("Zoé CP")),
        ("Zoé Petit 31/02/2018", typed.Rest("Zoé Petit", unread="31/02/2018")),
        ("", typed.Rest()),
    ],
)
def test_a_line_is_read_and_nothing_is_guessed(said: str, rest: typed.Rest) -> None:
    assert typed.rest(said, TODAY, CLASSES) == rest


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("élève Zoé Petit", (Profile.STUDENT, "", "Zoé Petit")),
        ("Parents", (Profile.RELATIVE, "", "")),
        ("ATSEM Rita Roy", (Profile.PERSONNEL, "ATSEM", "Rita Roy")),
        ("Zoé Petit", (None, "", "Zoé Petit")),
    ],
)
def test_the_profile_stands_first(said: str, found: tuple[Profile | None, str, str]) -> None:
    assert typed.profile(said) == found


@pytest.mark.parametrize(
    ("said", "fine"),
    [("27/11/2024", True), ("28/11/2024", False), ("28/11/2012", True), ("27/11/2012", False), ("12/03", False)],
)
def test_a_pupil_is_of_an_age_to_be_at_a_primary_school(said: str, fine: bool) -> None:
    if fine:
        assert typed.birth_date(said, TODAY)
    else:
        with pytest.raises(Refusal, match="birth-age"):
            typed.birth_date(said, TODAY)


@pytest.mark.parametrize(
    ("first", "last", "born", "how"),
    [
        ("INES", "caron", None, Likeness.SAME),
        ("Caron", "Inès", None, Likeness.SAME),
        ("Inès", "Caron", date(2015, 1, 1), Likeness.SAME),
        ("Ynès", "Carron", date(2016, 3, 14), Likeness.BORN),
        ("Inès", "Dubois", date(2016, 3, 14), Likeness.BORN),
        ("Inès", "Carron", None, Likeness.NEAR),
        ("Inès Lou", "Caron-Petit", None, Likeness.NEAR),
        ("Inès", "Carron", date(2015, 1, 1), None),
        ("Inès", "Dubois", None, None),
        ("Paul", "Dubois", date(2016, 3, 14), None),
        ("Inès", "Marion", None, None),
    ],
)
def test_whom_somebody_may_be(first: str, last: str, born: date | None, how: Likeness | None) -> None:
    account = Account("i", "i", "Inès", "Caron", Profile.STUDENT, (), birth_date=date(2016, 3, 14))

    assert likeness(first, last, born, account) is how
