"""Files of pupils: every layout that occurs, and what is wrong in a row."""

from __future__ import annotations

from datetime import date

import pytest

from bot.terms.feed import Address, FeedKind
from tests.feed.making import ONDE, ZOE, fed, pupils, said, table


def test_a_file_of_onde_is_read_whole() -> None:
    made = fed(pupils(ZOE))

    (zoe,) = made.pupils
    assert made.kinds == {FeedKind.PUPILS}
    assert (zoe.last_name, zoe.first_name, zoe.birth_date, zoe.gender) == ("MARCHAND", "Zoé", date(2018, 9, 5), "F")
    assert (zoe.ine, zoe.class_name, zoe.class_id, zoe.year) == ("123456789AB", "CE1-CE2 Mme Roux", "4711", "CE2")
    assert zoe.address == Address("4 rue du Four", "80000", "AMIENS", "FRANCE")
    assert zoe.spot.line == 2
    assert said(made) == []


@pytest.mark.parametrize(
    "header",
    [
        "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Sexe; Cycle;Niveau;Classe",
        "NOM ELEVE;NOM D’USAGE ELEVE;PRENOM ELEVE;DATE DE NAISSANCE;SEXE;CYCLE;NIVEAU;CLASSES",
        "Nom de famille;Nom usage;Prénom;Né(e) le;Sexe;Cycle;Niveau;Classe ou regroupement",
        "Nom de l'élève*;Nom d'usage;Prénom de l'élève*;date_naiss*;Sexe;Cycle;Niveau;Libellé\xa0classe*",
        "Nom élève ;Nom d'usage élève ; Prénom élève;Date naissance;Sexe;Cycle;Niveau;Libellé  classe;;;",
    ],
)
def test_every_spelling_of_a_header_has_its_meaning(header: str) -> None:
    made = fed(f"{header}\nMARCHAND;ROUX;Zoé;05/09/2018;F;CYCLE II;CE2;CE2 A;;\n")

    assert [(one.last_name, one.used_name, one.first_name, one.class_name) for one in made.pupils] == [
        ("MARCHAND", "ROUX", "Zoé", "CE2 A")
    ]
    assert said(made) == []


def test_columns_may_stand_anywhere_and_unknown_ones_are_named_once() -> None:
    made = fed(pupils(ZOE, {**ZOE, "INE": "123456789AC", "Prénom élève": "Léo"}, columns=(*reversed(ONDE), "Taille")))

    assert [one.first_name for one in made.pupils] == ["Zoé", "Léo"]
    assert [(one.reason, dict(one.details)) for one in made.findings] == [
        ("unknown-columns", {"columns": "Taille", "perhaps": ""})
    ]


def test_the_models_of_the_editor_are_read() -> None:
    new = fed("Prénom*;Nom*;Date de naissance*;Classes*\nZoé;MARCHAND;05/09/2018;CE2 Mme Roux")
    old = fed("externalid;Prénom*;Nom*;Classe;Date de naissance*;telephone\nCSV_X_1;Zoé;MARCHAND;CE2;05/09/2018;")

    assert (new.pupils[0].class_name, new.pupils[0].birth_date) == ("CE2 Mme Roux", date(2018, 9, 5))
    assert old.kinds == {FeedKind.PUPILS}
    assert old.pupils[0].external_id == "CSV_X_1"


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        *(("Date naissance", cell, "date-excel") for cell in ("43348", "05/09/18", "5/9/2018", "5-sept-18", "####")),
        *(("Date naissance", cell, "date-excel") for cell in ("5 septembre 2018", "2018-09-05 00:00:00", "43348,5")),
        *(("Date naissance", cell, "date-impossible") for cell in ("2018-02-30", "31/04/2018", "09/14/2018")),
        ("Date naissance", "hier", "date-odd"),
        *(("Date naissance", cell, "birth-age") for cell in ("1985-03-04", "2025-06-01", "2030-01-01", "2010-11-26")),
        *(("INE", cell, "ine-excel") for cell in ("1,23E+10", "1.23457E+10", "1E+10")),
        *(("Libellé classe", cell, "date-excel") for cell in ("01/02/2026", "01-févr", "2-janv.")),
        *(("INE", cell, "ine-short") for cell in ("23456789AB", "123456789A", "1234567890", "3456789AB")),
        ("INE", "12345678901", "ine-digits"),
        *(("Nom élève", cell, "no-name") for cell in ("", "  ", "\xa0")),
        *(
            ("Prénom élève", cell, "name-odd")
            for cell in ("=1+1", "@SUM(A1)", "<script>x</script>", "Ma?lys", "#REF!")
        ),
        *(("Prénom élève", cell, "control") for cell in ("Zo\x01é", "Zo\x7fé")),
        *(("Libellé classe", cell, "text-odd") for cell in ("=cmd|' /C calc'!A0", "<b>CE2</b>", "-2+3", "@x")),
        ("Libellé classe", "x" * 5000, "cell-long"),
    ],
)
def test_a_cell_that_a_pupil_cannot_be_made_of_costs_the_row(column: str, cell: str, reason: str) -> None:
    made = fed(pupils({**ZOE, column: cell}, {**ZOE, "INE": "123456789AC", "Prénom élève": "Léo"}))

    assert said(made) == [("refused", 2, reason)]
    assert [one.first_name for one in made.pupils] == ["Léo"]
    assert made.findings[0].details == {"column": column.strip()}


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        *(("INE", cell, "ine-odd") for cell in ("ABC", "123456789ÀB")),
        ("Sexe", "X", "gender-odd"),
        ("Nom d'usage élève", "-", "name-odd"),
        ("Adresse1", "=cmd|x", "text-odd"),
        ("Cp1", "8", "postcode-odd"),
        ("Identifiant classe", "4 711", "id-odd"),
    ],
)
def test_another_cell_that_is_wrong_costs_its_value_only(column: str, cell: str, reason: str) -> None:
    made = fed(pupils({**ZOE, column: cell}))

    assert said(made) == [("noted", 2, reason)]
    assert made.findings[0].details == {"column": column}
    assert len(made.pupils) == 1


def test_names_lose_what_nobody_sees_and_keep_the_rest() -> None:
    row = {**ZOE, "Nom élève": "  D’ALMEIDA\xa0\u200b  LE\u00adROUX ", "Prénom élève": "Anne\u2010Lise\u0301 "}
    made = fed(pupils(row), encoding="utf-8")

    assert (made.pupils[0].last_name, made.pupils[0].first_name) == ("D'ALMEIDA LEROUX", "Anne-Lisé")
    assert said(made) == []


@pytest.mark.parametrize("cell", [" 123456789ab ", "1234 56789 AB", "123456789AB"])
def test_an_ine_is_compared_in_capitals_without_spaces(cell: str) -> None:
    assert fed(pupils({**ZOE, "INE": cell})).pupils[0].ine == "123456789AB"


@pytest.mark.parametrize("column", ["INE", "Libellé classe", "Date naissance"])
def test_a_pupil_without_ine_class_or_birth_date_is_kept_for_the_comparison(column: str) -> None:
    made = fed(pupils({**ZOE, column: ""}))

    assert said(made) == []
    assert len(made.pupils) == 1


def test_rows_of_one_pupil_are_one_with_all_groups() -> None:
    columns = (*ONDE, "Regroupement", "Regroupement")
    first, second = ([ZOE.get(name, "") for name in ONDE] for _ in range(2))
    made = fed(table(columns, [*first, "Chorale", "Latin"], [*second, "Chorale", "Échecs"]))

    assert [one.groups for one in made.pupils] == [("Chorale", "Latin", "Échecs")]


def test_an_ine_of_two_children_is_said_at_both_and_taken_at_none() -> None:
    made = fed(pupils(ZOE, {**ZOE, "Prénom élève": "Léo"}, {**ZOE, "INE": "1234567890A", "Prénom élève": "Ali"}))

    assert said(made) == [("refused", 2, "ine-twice"), ("refused", 3, "ine-twice")]
    assert [one.details["other"] for one in made.findings] == ["0.csv:3", "0.csv:2"]
    assert [one.first_name for one in made.pupils] == ["Ali"]
    assert "123456789AB" not in repr(made.findings)


def test_two_children_of_one_name_and_day_stay_two() -> None:
    made = fed(pupils(ZOE, {**ZOE, "INE": "123456789AC"}, {**ZOE, "INE": ""}))

    assert sorted(one.ine for one in made.pupils) == ["", "123456789AB", "123456789AC"]


def test_a_pupil_in_two_classes_is_in_the_first_and_the_other_is_said() -> None:
    made = fed(pupils(ZOE, {**ZOE, "Libellé classe": "ULIS"}))

    assert [one.class_name for one in made.pupils] == ["CE1-CE2 Mme Roux"]
    assert said(made) == [("noted", 3, "two-classes")]


@pytest.mark.parametrize(("state", "taken"), [("Admission définitive", 1), ("", 1), ("Inscrit", 0), ("Radié", 0)])
def test_only_an_admission_for_good_makes_a_pupil(state: str, taken: int) -> None:
    made = fed(pupils({**ZOE, "Etat": state}, columns=(*ONDE, "Etat")))

    assert len(made.pupils) == taken
    assert said(made) == ([] if taken else [("held", 2, "not-admitted")])


def test_two_labels_of_one_class_number_are_said_once_and_not_where_only_case_or_spaces_differ() -> None:
    others = [
        {**ZOE, "Prénom élève": name, "INE": f"12345678{at}AC", "Libellé classe": label}
        for at, (name, label) in enumerate(
            (("Ana", "CE1-CE2  MME ROUX"), ("Léo", "CE2 M. Roux"), ("Noé", "CE2 M. Roux"))
        )
    ]

    made = fed(pupils(ZOE, *others))

    assert [(one.spot.line, one.reason, dict(one.details)) for one in made.findings] == [
        (4, "class-labels", {"number": "4711", "labels": "CE1-CE2 Mme Roux, CE2 M. Roux"})
    ]
