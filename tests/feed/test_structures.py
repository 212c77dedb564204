"""Files of structures, as spreadsheets and people write them: what each row says, and what is refused of it."""

from __future__ import annotations

import pytest

from bot.feed.structures import read
from bot.terms.tree import StructureRecord

HEADER = "UAI;Nom;Type;Parent;Zone;Commune"
ROW = "0601234R;École Jules-Ferry;École primaire;circo-creil | ville-creil;Zone b;Creil"
FERRY = StructureRecord(
    2, "school", "", "0601234R", "École Jules-Ferry", ("circo-creil", "ville-creil"), "B", "Creil"
)


def reasons(name: str, content: bytes) -> list[tuple[int, str]]:
    """The lines that are refused, each with its reason."""
    return [(remark.line, remark.reason) for remark in read(name, content)[1]]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_a_csv_file_reads_the_same_however_a_spreadsheet_saves_it(encoding: str, end: str, sign: str) -> None:
    text = end.join((HEADER, ROW)).replace(";", sign)

    assert read("arbre.csv", text.encode(encoding)) == ([FERRY], [], [])


@pytest.mark.parametrize(
    "header",
    [
        "Code UAI;Libellé;NATURE;Rattachement;zone de vacances;Ville",
        "RNE;name;Kind;parent;ZONE;town",
        "Code;Dénomination;Catégorie;Structure parente;Zone;commune",
    ],
)
def test_columns_are_known_by_their_french_and_english_names(header: str) -> None:
    assert read("x.csv", f"{header}\n{ROW}\n".encode())[0] == [FERRY]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        *(("Éditeur", "vendor"), ("ACADÉMIE", "rectorat"), ("département", "dsden"), ("Circo", "circonscription")),
        *(("école maternelle", "school"), ("ECOLES", "school"), ("Syndicat mixte", "syndicat"), ("Mairie", "ville")),
        *(("rectorat", "rectorat"), ("primary school", "school"), ("E.E.PU", "school"), ("collège", "")),
    ],
)
def test_kinds_are_known_in_any_case_and_with_or_without_accents(typed: str, kind: str) -> None:
    records, refused, _ = read("x.csv", f"nom;type\nX;{typed}\n".encode())

    assert [one.kind for one in records] == ([kind] if kind else [])
    assert [one.reason for one in refused] == ([] if kind else ["unknown-kind"])


def test_toml_lists_structures_with_several_parents_and_names_the_line_of_each() -> None:
    content = """# l’arbre
[[structures]]
code = "0601234R"
nom = "École Jules-Ferry"
type = "école"
parent = ["circo-creil", "ville-creil"]
zone = "B"
commune = "Creil"

[[structures]]
nom = ["a", "b"]
type = "lycée"
"""
    assert read("arbre.toml", content.encode())[0] == [FERRY]
    assert reasons("arbre.txt", content.encode()) == [(10, "several-values"), (10, "unknown-kind")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('0601234R;"École;school;creil;;', "open-quote"),
        ("0601234R;École;school;creil;;;;trop", "too-many-cells"),
        ("06012345;École;school;creil;;", "bad-uai"),
        ("0601234R;CM2;classe;creil;;", "class"),
        ("0601234R;École;school;creil;D;", "bad-zone"),
        (f"0601234R;{'E' * 201};school;creil;;", "too-long"),
        (";;school;creil;;", "no-name"),
    ],
)
def test_a_bad_row_is_said_with_its_line_and_the_others_are_read(row: str, reason: str) -> None:
    records, refused, _ = read("x.csv", f"{HEADER}\n{row}\n{ROW}\n".encode())

    assert [(remark.line, remark.reason) for remark in refused] == [(2, reason)]
    assert [record.line for record in records] == [3]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\x14\x00", [(0, "workbook")]),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", [(0, "workbook")]),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", [(0, "web-page")]),
        (b"", [(0, "empty-file")]),
        (HEADER.encode(), [(0, "empty")]),
        (b"couleur;taille\nrouge;2\n", [(1, "no-header")]),
        (b"nom;ville;commune\nX;Y;Z\n", [(1, "columns-alike")]),
        ("nom\nÉcole\n".encode() + "École\n".encode("cp1252"), [(2, "mixed")]),
        ("nom\nÃ‰cole\n".encode(), [(2, "garbled")]),
        (b"nom\n\x81\x8d\n", [(2, "unknown-encoding")]),
        ("nom\nÉcole Molière\n".encode("mac-roman"), [(2, "unknown-encoding")]),
        ("nom\nLycée\n".encode("cp850"), [(2, "unknown-encoding")]),
        (b"nom\nX\x00\n", [(2, "binary")]),
        ("nom\nX\n".encode("utf-16"), [(0, "utf-16")]),
        (b"[[structures]]\nnom = \n", [(0, "bad-toml")]),
        (b"[structures]\nnom = 'X'\n", [(0, "no-tables")]),
        (b'[[structures]]\nnom = "X\\u001b[2J"\n', [(1, "no-words"), (1, "no-name")]),
        (b'[[structures]]\nnom = 1.5\nid = "x"\n', [(1, "no-words")]),
    ],
)
def test_a_file_that_is_no_list_of_structures_is_told_in_one_remark(content: bytes, said: list[object]) -> None:
    assert reasons("x.csv", content) == said


def test_columns_that_are_not_read_are_noted_and_short_and_empty_rows_are_no_fault() -> None:
    records, refused, noted = read("x.csv", b"sep=;\nnom;type;T\xe9l\n;;\nCreil\n\n")

    assert [(record.line, record.name, record.kind) for record in records] == [(4, "Creil", "")]
    assert refused == []
    assert [(remark.reason, dict(remark.facts)) for remark in noted] == [
        ("unread-column", {"column": "Tél", "perhaps": ""})
    ]


def test_a_code_that_is_no_uai_is_an_identifier_and_an_identifier_that_is_one_is_a_uai() -> None:
    records, _, _ = read("x.csv", b"code;nom\ncreil;Creil\n0601234r;Ferry\n")
    others, _, _ = read("x.csv", b"id;nom\n0601234r;Ferry\n")

    assert [(record.id, record.uai) for record in (*records, *others)] == [
        ("creil", ""),
        ("", "0601234R"),
        ("", "0601234R"),
    ]


@pytest.mark.parametrize(
    ("heading", "guess"), [("denomnation", "denomination"), ("comune", "commune"), ("couleur", "")]
)
def test_a_mistyped_column_of_structures_is_told_what_it_may_be(heading: str, guess: str) -> None:
    _, _, noted = read("x.csv", f"uai;{heading}\n0801234A;Creil\n".encode())

    assert [one.facts["perhaps"] for one in noted] == [guess and f"; is {heading} meant to be {guess}?"]
