"""How accounts that are offered to choose from are told apart."""

from __future__ import annotations

from dataclasses import replace

from bot.terms import Account, Kind, Profile, Structure
from bot.workflows.rules import naming

SCHOOL = Structure("s", "École Jean-Moulin", Kind.SCHOOL)


def account(login: str, first: str, last: str, *classes: str) -> Account:
    """A pupil of that name, in those classes."""
    places = tuple(Structure(name, name, Kind.CLASS, (SCHOOL,)) for name in classes)
    return Account(login, login, first, last, Profile.STUDENT, (SCHOOL,), classes=places)


def test_a_name_is_shown_with_the_class_or_else_the_school() -> None:
    pupil, teacher = account("a", "Léa", "Martin", "CM2"), account("b", "Marc", "Petit")
    assert naming.labels([pupil, teacher]) == ["Léa Martin (CM2)", "Marc Petit (École Jean-Moulin)"]


def test_the_same_name_in_another_class_needs_no_login() -> None:
    assert not naming.alike([account("a", "Léa", "Martin", "CM2"), account("b", "Léa", "Martin", "CM1")])


def test_the_same_name_in_the_same_class_is_told_apart_by_the_login_whatever_the_accents() -> None:
    found = [account("a", "Léa", "Martin", "CM2"), account("b", "LEA", "MARTIN", "CM2"), account("c", "Lou", "Roy")]
    assert naming.labels(found)[:2] == ["a · Léa Martin", "b · LEA MARTIN"]
    assert naming.alike(found) == {"a", "b"}


def test_names_that_differ_only_where_a_button_ends_are_told_apart_too() -> None:
    long = "Marie-Antoinette-Joséphine de la Fontaine-Saint-Germain"
    assert naming.alike([account("a", long, "Un", "CM2"), account("b", long, "Deux", "CM2")]) == {"a", "b"}


def test_the_school_stands_beside_the_class_where_accounts_are_of_several_schools() -> None:
    other = Structure("t", "École Louise-Michel", Kind.SCHOOL)
    here, there = account("a", "Léa", "Martin", "CM2", "CP"), account("b", "Lou", "Roy", "CE1")
    there = replace(there, places=(other,), classes=(Structure("CE1", "CE1", Kind.CLASS, (other,)),))

    assert naming.labels([here, there]) == [
        "Léa Martin (CM2, CP, École Jean-Moulin)",
        "Lou Roy (CE1, École Louise-Michel)",
    ]
    assert naming.labels([here], several=True) == ["Léa Martin (CM2, CP, École Jean-Moulin)"]
    assert naming.labels([here]) == ["Léa Martin (CM2, CP)"]


def test_classes_of_two_schools_each_have_their_school_beside_them() -> None:
    other = Structure("t", "École Louise-Michel", Kind.SCHOOL)
    parent = account("a", "Léa", "Martin", "CM2")
    parent = replace(parent, classes=(*parent.classes, Structure("CE1", "CE1", Kind.CLASS, (other,))))

    assert naming.where(parent, several=True) == "CM2, École Jean-Moulin · CE1, École Louise-Michel"
