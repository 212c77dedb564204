"""The filters of a list: what is typed after /comptes, and what a tap changes."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terms import Refusal
from bot.workflows.rules.lists.filters import (
    OPTIONS,
    Filters,
    called,
    created_between,
    groups_called,
    read,
    toggled,
    unpacked,
)
from tests.people import JEAN_MOULIN, JULES_VERNE, LOUISE_MICHEL

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("élèves", {"profile": {"student"}}),
        ("ELEVE", {"profile": {"student"}}),
        ("parents enseignantes", {"profile": {"relative", "teacher"}}),
        ("Personnel invités", {"profile": {"personnel", "guest"}}),
        ("profil:parents", {"profile": {"relative"}}),
        ("bloqués", {"state": {"blocked"}}),
        ("non-bloqués", {"state": {"unblocked"}}),
        ("nonbloques", {"state": {"unblocked"}}),
        ("actifs nonbloques", {"state": {"active", "unblocked"}}),
        ("inactifs", {"state": {"inactive"}}),
        ("doublons adml", {"only": {"duplicates", "administrators"}}),
        ("Administrateurs", {"only": {"administrators"}}),
        ("source:onde source:MANUAL", {"source": {"AAF1D", "MANUAL"}}),
        ("source : manuel", {"source": {"MANUAL"}}),
        ("tri:profil", {"sort": {"profile"}}),
        ("tri:nom", {}),
        ("", {}),
    ],
)
def test_filters_are_read_whatever_their_case_accents_and_number(typed: str, chosen: dict[str, set[str]]) -> None:
    filters, named = read(typed, TODAY)
    assert {facet: set(values) for facet, values in filters.chosen.items()} == chosen
    assert (filters.words, named) == ("", {})


@pytest.mark.parametrize("day", ["2026-09-01", "01/09/2026", "1/9/2026", "01.09.2026"])
def test_a_date_is_read_as_people_write_it(day: str) -> None:
    filters, _ = read(f"depuis:{day}", TODAY)
    assert created_between(filters, TODAY) == (date(2026, 9, 1), None)


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        ("10/7", date(2026, 7, 10)),
        ("10.07", date(2026, 7, 10)),
        ('"10 juillet"', date(2026, 7, 10)),
        ('"1er septembre 2025"', date(2025, 9, 1)),
        ("24/11", TODAY),
        ("25/11", date(2025, 11, 25)),
        ("29/2", date(2024, 2, 29)),
        ("10/07/25", date(2025, 7, 10)),
    ],
)
def test_a_day_without_a_year_is_the_last_one_that_was(day: str, meant: date) -> None:
    filters, _ = read(f"depuis:{day}", TODAY)
    assert created_between(filters, TODAY) == (meant, None)


@pytest.mark.parametrize(
    ("typed", "profile"),
    [("prof", "teacher"), ("Maîtresses", "teacher"), ("famille", "relative"), ("STAFF", "personnel")],
)
def test_a_profile_is_read_in_a_filter_as_in_every_other_command(typed: str, profile: str) -> None:
    filters, _ = read(f"profil:{typed}", TODAY)
    assert filters.values("profile") == {profile}


def test_before_a_day_means_until_its_eve() -> None:
    filters, _ = read("avant:01/09/2026", TODAY)
    assert created_between(filters, TODAY) == (None, date(2026, 8, 31))


def test_what_is_no_filter_is_a_name_in_any_order() -> None:
    filters, named = read("le élèves Goff classe:CE2_CM1 bloqués", TODAY)
    assert filters.words == "le Goff"
    assert named == {"class": ["CE2 CM1"]}


@pytest.mark.parametrize("typed", ['groupe:"Conseil des élèves"', "groupe : « Conseil des élèves »"])
def test_quotes_keep_the_words_of_a_name_together(typed: str) -> None:
    assert read(typed, TODAY)[1] == {"group": ["Conseil des élèves"]}


def test_a_family_named_parent_is_found_between_quotes() -> None:
    filters, _ = read('"Parent"', TODAY)
    assert (filters.words, filters.chosen) == ("Parent", {})


@pytest.mark.parametrize("typed", ["couleur:bleu", "tri:âge", "source:ailleurs", "classe:", "profil:bloqués", ":x"])
def test_an_unknown_filter_is_refused_by_its_name(typed: str) -> None:
    with pytest.raises(Refusal) as met:
        read(f"dupont élèves {typed}", TODAY)
    assert (met.value.reason, typed.partition(":")[0] in met.value.facts["name"]) == ("unknown-account-filter", True)


@pytest.mark.parametrize("day", ["naguère", "31/02/2026", "2026-13-01", "0001-01-01", "12/2026"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(Refusal) as met:
        read(f"avant:{day}", TODAY)
    assert (met.value.reason, met.value.facts) == ("bad-date", {"typed": day})


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    with suppress(Refusal):
        filters, _ = read(typed, TODAY)
        assert unpacked(filters.packed()) == filters


@pytest.mark.parametrize("facet", sorted(set(OPTIONS) - {"sort"}))
def test_a_second_tap_takes_a_choice_back(facet: str) -> None:
    for value in OPTIONS[facet]:
        once = toggled(Filters("dup"), facet, value)
        assert (once.values(facet), once.words) == (frozenset({value}), "dup")
        assert toggled(once, facet, value) == Filters("dup")


def test_several_profiles_may_be_chosen_at_once() -> None:
    both = toggled(toggled(Filters(), "profile", "student"), "profile", "relative")
    assert both.values("profile") == {"student", "relative"}


def test_a_choice_takes_its_opposite_back() -> None:
    filters = toggled(toggled(toggled(Filters(), "state", "active"), "state", "blocked"), "state", "inactive")
    assert filters.values("state") == {"inactive", "blocked"}


def test_another_school_takes_the_classes_and_groups_of_the_first_one_back() -> None:
    filters = Filters("", {"school": {"a": "A"}, "class": {"a/CP": "CP"}, "group": {"Lecture": "Lecture"}})
    assert toggled(filters, "school", "b", "B") == Filters("", {"school": {"b": "B"}})


@pytest.mark.parametrize(("facet", "value"), [("profile", "wizard"), ("colour", "red"), ("sort", ""), ("", "")])
def test_a_forged_choice_is_an_old_button(facet: str, value: str) -> None:
    with pytest.raises(Refusal) as met:
        toggled(Filters(), facet, value)
    assert met.value.reason == "old-button"


@pytest.mark.parametrize(
    ("value", "today", "since"),
    [
        ("month", date(2026, 11, 24), date(2026, 11, 1)),
        ("year", date(2026, 11, 24), date(2026, 8, 15)),
        ("year", date(2027, 6, 30), date(2026, 8, 15)),
        ("year", date(2026, 8, 15), date(2026, 8, 15)),
    ],
)
def test_this_year_begins_when_the_feed_comes_back_after_summer(value: str, today: date, since: date) -> None:
    assert created_between(toggled(Filters(), "created", value), today) == (since, None)


def test_an_exact_name_is_preferred_to_its_beginnings() -> None:
    assert groups_called("lecture", ["Club lecture", "Lecture", "Lectures du soir"]) == ["Lecture"]
    assert groups_called("lec", ["Club lecture", "Lecture", "Chorale"]) == ["Club lecture", "Lecture"]


def test_a_school_is_found_by_the_beginnings_of_its_words() -> None:
    assert called("louise", (JEAN_MOULIN, LOUISE_MICHEL, JULES_VERNE)) == [LOUISE_MICHEL]
    assert called("-", (JEAN_MOULIN,)) == []
