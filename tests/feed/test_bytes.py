"""The bytes of files: encodings and dialects as they occur, and what only looks like a file of the feed."""

from __future__ import annotations

import gzip
from io import BytesIO
from zipfile import ZipFile

import pytest

from bot.feed.encodings import MOST_BYTES
from tests.feed.making import ADULTS, ONDE, SCHOOL, ZOE, adult, fed, pupils, said, table

HELENE = {**ZOE, "Nom élève": "L’HÉRITIER-ŒUVRARD", "Prénom élève": "Maëlys"}
LEO = {**ZOE, "Prénom élève": "Léo", "INE": "123456789AC"}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n", "\r\n\r\n", "\x1a"])
def test_encodings_and_line_ends_make_no_difference(encoding: str, end: str, last: str) -> None:
    made = fed((pupils(HELENE, LEO).replace("\r\n", end) + last).encode(encoding))

    assert [(one.last_name, one.first_name, one.spot.line) for one in made.pupils] == [
        ("L'HÉRITIER-ŒUVRARD", "Maëlys", 2),
        ("MARCHAND", "Léo", 3),
    ]
    assert said(made) == []


def test_two_marks_of_utf_8_are_as_good_as_one() -> None:
    assert len(fed(b"\xef\xbb\xbf\xef\xbb\xbf" + pupils(HELENE).encode()).pupils) == 1


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("before", ["", "\n\n", "sep={}\n"])
def test_the_separator_is_the_one_under_which_the_header_makes_sense(separator: str, before: str) -> None:
    row = {**ZOE, "Adresse1": f"4{separator} rue du Four"}
    content = "\n".join(
        separator.join(f'"{cell}"' for cell in cells) for cells in (ONDE, [row.get(name, "") for name in ONDE])
    )
    made = fed(before.format(separator) + content)

    assert [one.first_name for one in made.pupils] == ["Zoé"]
    assert said(made) == []


@pytest.mark.parametrize("name", ["Maëlys", "Élise", "HÉLÈNE", "Noël", "Île", "Åsa", "Zoé D’Œuvre", "Çelik"])
def test_a_row_that_was_encoded_twice_is_refused_and_the_others_are_taken(name: str) -> None:
    twice = name.encode().decode("cp1252", "replace").replace("\ufffd", "\x81")
    made = fed(pupils({**ZOE, "Prénom élève": twice}, LEO), encoding="utf-8")

    assert said(made) == [("refused", 2, "garbled")]
    assert [one.first_name for one in made.pupils] == ["Léo"]
    assert made.findings[0].about == ""


@pytest.mark.parametrize("lost", ["Ma\ufffdlys", "L\x92HÔTE", "Maï¿½lys"])
def test_a_row_with_letters_that_were_lost_is_refused(lost: str) -> None:
    made = fed(pupils({**ZOE, "Nom élève": lost}, LEO), encoding="utf-8")

    assert (said(made), len(made.pupils)) == ([("refused", 2, "garbled")], 1)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "RENÉ\xa0MARTIN",
            "JOÃO",
            "CRÉPIN",
            "ÇAĞLAR",
            "Łukasz",
            "Müller",
            "N’DIAYÉ",
            "ŸVÈS",
            "Ñuñez",
            "ÀÉÎÔÛ",
            "Šárka",
        ),
        *("Ægir", "Øystein", "Đặng", "Ștefan", "ΑΘΗΝΑ", "Зоя"),
    ],
)
def test_a_name_from_elsewhere_is_no_broken_one(name: str) -> None:
    made = fed(pupils({**ZOE, "Nom élève": name}), encoding="utf-8")

    assert said(made) == []
    assert made.pupils[0].last_name == name.replace("\xa0", " ").replace("’", "'")


def test_a_file_of_two_encodings_is_refused_with_the_line_that_differs() -> None:
    lines = pupils(ZOE, HELENE, LEO).split("\r\n")
    raw = b"\r\n".join(line.encode("utf-8" if number == 2 else "cp1252") for number, line in enumerate(lines))
    other = b"\r\n".join(line.encode("cp1252" if number == 2 else "utf-8") for number, line in enumerate(lines))

    assert said(fed(raw)) == [("refused", 3, "mixed")]
    assert fed(raw).pupils == fed(other).pupils == ()
    assert [reason for _, _, reason in said(fed(other))] == ["mixed"]


def test_a_file_with_a_broken_header_is_refused_as_a_whole() -> None:
    twice = pupils(ZOE).encode().decode("cp1252")

    assert said(fed(twice, encoding="utf-8")) == [("refused", 1, "garbled-file")]


@pytest.mark.parametrize("encoding", ["cp850", "mac-roman"])
def test_the_letters_of_older_systems_are_refused(encoding: str) -> None:
    made = fed(pupils(ZOE, HELENE).replace("’", "'").replace("Œ", "OE"), encoding=encoding)

    assert [(verdict, reason) for verdict, _, reason in said(made)] == [("refused", "unknown-encoding")]


def called(value: object) -> str:
    """The name of a case: bytes give none, since an archive that is made a second later has others."""
    return value if isinstance(value, str) else "file"


def _book() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as book:
        book.writestr("[Content_Types].xml", "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        *((raw, "empty-file") for raw in (b"", b"\xef\xbb\xbf", b"\r\n \r\n", b";;;\n;;;\n")),
        *((_book(), "workbook"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "workbook")),
        *((b"%PDF-1.7\n", "pdf"), (b"{\\rtf1 }", "document"), (gzip.compress(b"a;b"), "archive")),
        *((raw, "web-page") for raw in (b"<!DOCTYPE html><p>", b"\xef\xbb\xbf\n <html>", b"<?xml version='1.0'?>")),
        *((pupils(ZOE).encode(one), "utf-16") for one in ("utf-16", "utf-16-le", "utf-16-be", "utf-32")),
        *((bytes(range(256)) * 9, "binary"), (b"Nom;Pr\x00nom\n", "binary"), (b"\x89PNG\r\n\x1a\n", "binary")),
        (b"a" * (MOST_BYTES + 1), "too-large"),
        *((raw, "kind-unknown") for raw in (b"Bonjour,\nvoici la liste", b"MARCHAND;Zoe;CP\n", b"Nom|Prenom|INE\n")),
        (b"R1_NOM;R1_PRENOM;R2_NOM;R2_PRENOM\n", "kind-unknown"),
        (b"Nom;Prenom;Date de naissance;Classe;Telephone\n", "kind-unknown"),
        (b"Nom;Prenom;Courriel\n", "kind-unknown"),
        (b"Nom;Prenom;Courriel;Classe\n", "kind-unknown"),
        (b"Nom;Prenom;Sexe;Classe;Telephone\n", "kind-unknown"),
        (b"Civilite;Nom;Prenom;Sexe;Classe;Telephone\n", "kind-unknown"),
        (b"Civilite;Nom;Prenom;Adresse;CP;Commune;Courriel;Telephone portable\n", "kind-unknown"),
        *((b"Nom;;Prenom;INE\nA;;B;\n", "unnamed-column"), (b"Nom;INE\nA;\n", "no-name-column")),
        *((f"Nom;Prenom;{twice}\n".encode(), "column-twice") for twice in ("INE;INE", "Classe;Classes;INE")),
        ("Nom élève;Prénom élève;Date naissance;INE;Nom de famille\n".encode(), "column-twice"),
    ],
    ids=called,
)
def test_what_is_no_file_of_the_feed_is_refused_with_its_reason(raw: bytes, reason: str) -> None:
    made = fed(raw)

    assert [(verdict, why) for verdict, _, why in said(made)] == [("refused", reason)]
    assert (made.kinds, made.pupils, made.adults, made.staff) == (frozenset(), (), (), ())


def test_a_header_alone_is_a_file_of_its_kind_without_anybody() -> None:
    made = fed(pupils())

    assert (len(made.kinds), made.pupils, said(made)) == (1, (), [])


def test_addresses_may_go_over_lines_and_have_doubled_quotes() -> None:
    made = fed(pupils({**ZOE, "Adresse1": '4 rue du Four\nRés. "Les Lilas"\nBât. B'}, LEO))

    assert made.pupils[0].address.street == '4 rue du Four Rés. "Les Lilas" Bât. B'
    assert [one.spot.line for one in made.pupils] == [2, 5]


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('"MARCHAND";;"Zoé;"2018-09-05";"F"', 2),
        ('MARCHAND;;"Zoé;2018-09-05;F', 2),
        ('"MARCHAND";;"Zoé";"2018-09-05";"F";"123456789AB";"4 rue "du Four""', 2),
        ('"MARCHAND";;"Zoé";"2018-09-05";"F";"123456789AB";"4 rue du Four', 2),
    ],
)
@pytest.mark.parametrize("quoted", [True, False])
def test_an_open_quotation_mark_costs_its_own_line_only(broken: str, line: int, quoted: bool) -> None:
    rows = [{**LEO, "INE": f"1234567{number:02}AB"} for number in range(30)]
    head, *lines = pupils(
        *[{**one, "Nom élève": f"N{chr(65 + at)}"} for at, one in enumerate(rows[:20])], quoted=quoted
    ).split("\r\n")
    made = fed("\n".join((head, broken, *lines)))

    assert said(made) == [("refused", line, "quote")]
    assert [one.spot.line for one in made.pupils] == list(range(3, 23))


def test_two_open_quotation_marks_do_not_close_each_other_over_rows() -> None:
    made = fed('Prénom*;Nom*;Date de naissance*;Classes*\nA;"B;05/09/2018;CP\nC;D;05/09/2018;CP\nE;F;05/09/2018";CP')

    assert said(made)[0] == ("refused", 2, "quote")
    assert [one.first_name for one in made.pupils] == ["C"]
    assert [line for _, line, _ in said(made)] == [2, 4]


def test_long_rows_are_refused_if_something_stands_there_and_empty_ones_are_nothing() -> None:
    row = ";".join(ZOE.get(name, "") for name in ONDE)
    made = fed(
        "\n".join((";".join(ONDE) + ";;", row + ";;;;;;", "", ";;;;", "   ;", row.replace("AB", "AC") + ";x;"))
    )

    assert len(made.pupils) == 1
    assert said(made) == [("refused", 6, "row-long")]
    assert made.findings[0].about == "Zoé MARCHAND"


def test_the_header_in_the_middle_is_nobody() -> None:
    made = fed(table(ADULTS, adult("A", "Ana"), ADULTS, adult("B", "Bob")))

    assert ([one.first_name for one in made.adults], said(made)) == (["Ana", "Bob"], [("refused", 3, "header-again")])


@pytest.mark.parametrize("above", ["Liste des élèves", "École Jean-Moulin;;\n\nAnnée 2026-2027;;", "Classe;CP\n;"])
def test_lines_above_the_header_are_named_as_what_to_delete(above: str) -> None:
    made = fed(f"{above}\n{pupils(ZOE)}")

    assert said(made) == [("refused", 1, "header-below")]
    assert made.findings[0].details == {"header": str(above.count("\n") + 2)}


@pytest.mark.parametrize(
    ("codes", "other"), [((SCHOOL, "0609951R"), "0609951R"), (("0609951r", "0609951R"), "0609951R")]
)
def test_a_file_whose_rows_name_another_school_is_refused_as_a_whole(codes: tuple[str, str], other: str) -> None:
    rows = [{**one, "UAI": code} for one, code in zip((ZOE, LEO), codes, strict=True)]
    made = fed(pupils(*rows, columns=(*ONDE, "UAI")))

    assert (made.pupils, made.kinds, said(made)) == ((), frozenset(), [("refused", 0, "other-schools")])
    assert made.findings[0].details["schools"] == other


def test_a_file_whose_rows_name_its_own_school_is_taken_without_a_word() -> None:
    made = fed(pupils({**ZOE, "UAI": SCHOOL.lower()}, columns=(*ONDE, "UAI")))

    assert (len(made.pupils), said(made)) == (1, [])


@pytest.mark.parametrize("last", [["Total", "1"], ["", "Total : 1"], ["Effectif", ""], ["NOMBRE D’ÉLÈVES", "1"]])
def test_a_line_that_counts_is_nobody(last: list[str]) -> None:
    made = fed(pupils(ZOE) + "\n" + ";".join((*last, *[""] * (len(ONDE) - 2))))

    assert (len(made.pupils), said(made)) == (1, [("refused", 3, "total-line")])


def test_a_pupil_whose_name_begins_as_a_total_does_is_one() -> None:
    assert len(fed(pupils({**ZOE, "Nom élève": "TOTALI"})).pupils) == 1


@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("cut", [6, 40])
def test_a_file_that_ends_within_a_row_is_cut_off_and_that_row_is_nobody(quoted: bool, cut: int) -> None:
    rows = [{**ZOE, "Prénom élève": name, "INE": f"12345678{at}AC"} for at, name in enumerate(("Ana", "Bob", "Léo"))]
    whole = pupils(*rows, quoted=quoted)
    made = fed(whole[: whole.rindex("\n") + cut])

    assert [one.first_name for one in made.pupils] == ["Ana", "Bob"]
    assert said(made) == [("refused", 4, "cut-off")]


@pytest.mark.parametrize("end", ["", "\n"])
def test_rows_of_different_lengths_are_no_cut(end: str) -> None:
    rows = [";".join(ZOE.get(name, "") for name in ONDE[:17]), ";".join({**LEO}.get(name, "") for name in ONDE[:18])]

    assert said(fed("\n".join((";".join(ONDE), *rows)) + end)) == []


@pytest.mark.parametrize(("head", "rows"), [(",", ";"), ("\t", ";"), (";", ",")])
def test_a_header_with_another_separator_than_the_rows_is_named_as_that(head: str, rows: str) -> None:
    columns = ("Nom élève", "Prénom élève", "Date naissance", "INE", "Libellé classe")
    row = ("MARCHAND", "Zoé", "2018-09-05", "123456789AB", "CP")

    made = fed(f"{head.join(columns)}\r\n{rows.join(row)}\r\n{rows.join(row)}")

    assert said(made) == [("refused", 1, "separators")]
