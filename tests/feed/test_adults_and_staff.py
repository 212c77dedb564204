"""Files of responsible adults with their blocks of children, and files of staff made by hand."""

from __future__ import annotations

import pytest

from bot.terms.feed import FeedKind, NamedChild
from tests.feed.making import ADULTS, STAFF, adult, fed, said, table

ZOE = ("", "MARCHAND", "Zoé", "CE2 Mme Roux")


def test_each_block_is_a_child_and_short_and_padded_rows_are_whole() -> None:
    two = adult("MARCHAND", "Ana", *ZOE, "", "MARCHAND", "Léo", "CP")
    padded = adult("DIOP", "Awa", *ZOE, *[""] * 8)
    made = fed(table(ADULTS, two, padded))

    assert made.kinds == {FeedKind.ADULTS}
    assert [one.children for one in made.adults] == [
        (
            NamedChild("MARCHAND", "Zoé", "", "CE2 Mme Roux"),
            NamedChild("MARCHAND", "Léo", "", "CP"),
        ),
        (NamedChild("MARCHAND", "Zoé", "", "CE2 Mme Roux"),),
    ]
    assert [one.title for one in made.adults] == ["Mme", "Mme"]
    assert said(made) == []


def test_the_triplets_and_the_identifiers_of_the_editor_name_children() -> None:
    triplet = ("Nom de l'élève", "Prénom de l'élève", "Classes de l'élève")
    head = ("Nom*", "Prénom*", "Adresse", "Code postal", "Ville", "Pays", "Courriel", "Téléphone")
    new = fed(
        table((*head, *triplet, *triplet), ["MARCHAND", "Ana", *[""] * 6, "MARCHAND", "Zoé", "CE2", "", "", ""])
    )
    old = fed("externalid;Prénom*;Nom*;email;Childexternalid*;Childexternalid\nR1;Ana;MARCHAND;;S1;S2")

    assert new.adults[0].children == (NamedChild("MARCHAND", "Zoé", "", "CE2"),)
    assert old.adults[0].children == (NamedChild(external_id="S1"), NamedChild(external_id="S2"))
    assert old.adults[0].external_id == "R1"


@pytest.mark.parametrize("lead", [[], [""]])
def test_the_host_organisations_below_are_not_people(lead: list[str]) -> None:
    below = [*lead, "Intitulé", "Adresse Organisme"], [*lead, "Foyer des Tilleuls", "2 rue Basse"]
    made = fed(table(ADULTS, adult("MARCHAND", "Ana", *ZOE), *below))

    assert [one.first_name for one in made.adults] == ["Ana"]
    assert said(made) == [("noted", 3, "host-organisations")]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        *(
            ("06 12 34 56 78", "0612345678"),
            ("06.12.34.56.78", "0612345678"),
            ("+33 (0)6 12 34 56 78", "+33612345678"),
        ),
        *(("0033612345678", "+33612345678"), ("612345678", ""), ("6,12E+08", ""), ("voir mamie", ""), ("0", "")),
    ],
)
def test_a_phone_is_whole_or_is_left_out(typed: str, kept: str) -> None:
    made = fed(table(ADULTS, adult("MARCHAND", "Ana", *ZOE, mobile=typed)))

    assert made.adults[0].mobile == kept
    assert said(made) == ([] if kept else [("noted", 2, "phone-odd")])
    assert typed not in repr(made.findings) or typed == "0"


@pytest.mark.parametrize("typed", ["ana", "ana@", "ana@x", "=ana@x.fr", "ana@x.fr;b", "a b@x.fr"])
def test_a_bad_mail_costs_the_mail_only(typed: str) -> None:
    made = fed(table(ADULTS, adult("MARCHAND", "Ana", *ZOE, email=f'"{typed}"')))

    assert made.adults[0].email == ""
    assert said(made) == [("noted", 2, "email-odd")]
    assert typed not in repr(made.findings)


def test_rows_of_one_name_are_never_joined_here() -> None:
    made = fed(table(ADULTS, adult("PETITJEAN", "Sophie", *ZOE), adult("PETITJEAN", "Sophie", *ZOE)))

    assert len(made.adults) == 2


def test_half_a_child_is_left_out_and_said() -> None:
    made = fed(table(ADULTS, adult("MARCHAND", "Ana", "", "MARCHAND", "", "CP")))

    assert made.adults[0].children == ()
    assert said(made) == [("noted", 2, "child-half")]


def test_an_adult_who_only_has_a_used_name_goes_by_it() -> None:
    row = adult("", "Ana", *ZOE)
    row[1] = "ROUX"

    assert fed(table(ADULTS, row)).adults[0].last_name == "ROUX"


def test_staff_have_all_their_classes_and_a_director_is_one() -> None:
    head = ["Mme", "", "LEROY", "Claire", *[""] * 4, "c.leroy@ecole.fr", "", "", "oui", "CP", "CE1"]
    made = fed(table(STAFF, head, ["M.", "", "BA", "Ali", *[""] * 7, "non", "CP"]))

    assert made.kinds == {FeedKind.STAFF}
    assert [(one.director, one.classes, one.email) for one in made.staff] == [
        (True, ("CP", "CE1"), "c.leroy@ecole.fr"),
        (False, ("CP",), ""),
    ]


def test_the_same_teacher_twice_is_one_and_another_mail_is_another() -> None:
    rows = (["M.", "", "BA", "Ali", *[""] * 4, mail, "", "", "non", name] for mail, name in _ROWS)
    made = fed(table(STAFF, *rows))

    assert [(one.email, one.classes) for one in made.staff] == [("a@b.fr", ("CP", "CE1")), ("c@d.fr", ("CM2",))]


_ROWS = (("a@b.fr", "CP"), ("", "CE1"), ("c@d.fr", "CM2"))


@pytest.mark.parametrize(
    ("function", "teaches"),
    [("", True), ("Enseignante", True), ("Directrice", True), ("AESH", False), ("ATSEM", False)],
)
def test_the_function_tells_who_teaches(function: str, teaches: bool) -> None:
    made = fed(f"Prénom*;Nom*;date de naissance;fonction;email\nAli;BA;13/08/1980;{function};")

    assert made.staff[0].teaches is teaches
    assert made.staff[0].director is (function == "Directrice")
