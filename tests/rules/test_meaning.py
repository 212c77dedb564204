"""Whom typed words mean, and in which form sheets are wanted: in any order, in the words that people write."""

from __future__ import annotations

import pytest

from bot.terms import Kind, Structure
from bot.workflows.rules import meaning
from bot.workflows.rules.sheets import reading

NAMES = ("CP", "CE2-CM1", "CM2", "CE2 Mme Roux", "CE1 A", "CE1 D", "Toute petite section", "Tout-petits")
SCHOOL = Structure("school", "École Jean-Moulin", Kind.SCHOOL)
CLASSES = [Structure(name, name, Kind.CLASS, (SCHOOL,)) for name in NAMES]


def meant(typed: str, *more: str) -> list[str]:
    """What the words after `/fiches` mean, as profile and class."""
    classes = [*CLASSES, *(Structure(name, name, Kind.CLASS, (SCHOOL,)) for name in more)]
    said = reading.read(typed, [one.name for one in classes])
    found = meaning.read(said.whom, classes)
    return [f"{one.profile or ''}/{', '.join(place.name for place in one.places)}" for one in found]


@pytest.mark.parametrize(
    "typed",
    [
        *("parents CM2", "CM2 parents", "Parent cm2", "les PARENTS de la classe CM2", "parents d’élèves CM 2"),
        *("familles du CM2", "CM2 : responsables légaux", "parents cm2 csv", "xls CM2 parents tous"),
        *("tous CM2 parents", "tous les parents CM2", "parents CM2 en csv"),
    ],
)
def test_a_profile_within_a_class_is_read_in_any_order(typed: str) -> None:
    assert meant(typed) == ["relative/CM2"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("CE2-CM1", ["/CE2-CM1"]),
        ("ce2 cm1", ["/CE2-CM1"]),
        ("CE2 Mme Roux", ["/CE2 Mme Roux"]),
        ("roux", ["/CE2 Mme Roux"]),
        ("élèves Mme Roux", ["student/CE2 Mme Roux"]),
        ("élève CE1 D", ["student/CE1 D"]),
        ("élèves de CE1 A", ["student/CE1 A"]),
        ("CE2", ["/CE2-CM1", "/CE2 Mme Roux"]),
        ("toute petite section", ["/Toute petite section"]),
        ("Tout-petits", ["/Tout-petits"]),
        ("tout petits", ["/Tout-petits"]),
        ("CE1 élèves parents", ["student/CE1 A", "relative/CE1 A", "student/CE1 D", "relative/CE1 D"]),
        ("CM9", []),
        ("lea.martin", []),
        ("la classe", []),
    ],
)
def test_a_class_is_read_by_its_name_or_the_beginnings_of_its_words(typed: str, names: list[str]) -> None:
    assert meant(typed) == names


@pytest.mark.parametrize(
    ("typed", "profile"),
    [
        *(("élèves", "student"), ("ELEVE", "student"), ("Parents", "relative"), ("les enseignantes", "teacher")),
        *(("personnels", "personnel"), ("Invité", "guest"), ("tous les parents d’élèves de l’école", "relative")),
    ],
)
def test_a_profile_is_read_in_every_form(typed: str, profile: str) -> None:
    assert meant(typed) == [f"{profile}/"]


@pytest.mark.parametrize("typed", ["école", "toute l’école", "l’école entière", "tout le monde", "ECOLE xlsx"])
def test_the_whole_school_is_read(typed: str) -> None:
    assert meant(typed) == ["/"]


def test_a_class_with_the_name_of_a_profile_may_be_both() -> None:
    assert meant("parents", "Parents") == ["/Parents", "relative/"]
    assert meant("CP prof. Roux", "CP Prof Roux") == ["/CP Prof Roux"]


@pytest.mark.parametrize(
    ("typed", "whom", "everybody", "form"),
    [
        ("CM2", "CM2", False, ""),
        ("CM2 tous", "CM2", True, ""),
        ("CM2 tout", "CM2", True, ""),
        ("toutes CM2", "CM2", True, ""),
        ("cm2 xls", "cm2", False, "xlsx"),
        ("csv CM2", "CM2", False, "csv"),
        ("CM2 Excel tous parents", "CM2 parents", True, "xlsx"),
        ("CM2 PDF", "CM2", False, "pdf"),
        ("tous les parents", "les parents", False, ""),
        ("toute l’école tous", "toute l’école", True, ""),
        ("Tous Risques", "Tous Risques", False, ""),
        ("tous", "tous", False, ""),
        ("", "", False, ""),
    ],
)
def test_form_and_everybody_stand_anywhere_and_a_class_keeps_its_name(
    typed: str, whom: str, everybody: bool, form: str
) -> None:
    assert reading.read(typed, ["CM2", "Tous Risques"]) == reading.Typed(whom, everybody, form)
