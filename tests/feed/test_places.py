"""Which files paths stand for, through folders and archives, and of which school each is."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.feed import find, placed, read
from bot.feed.encodings import MOST_BYTES
from bot.terms.feed import SchoolFeed
from tests.feed.making import ADULTS, TODAY, ZOE, adult, pupils, said, table
from tests.feed.test_bytes import called

PUPILS, RELATIVES = pupils(ZOE).encode("cp1252"), table(ADULTS, adult("MARCHAND", "Ana")).encode("cp1252")


def put(path: Path, content: bytes = PUPILS) -> Path:
    """Writes a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def zipped(**members: bytes) -> bytes:
    """An archive with these members."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def schools(*paths: Path, school: str = "") -> dict[str, SchoolFeed]:
    """What is read of these paths, by school; each file must have one."""
    sources, homeless = placed(find(paths), school)
    assert homeless == []
    return {made.place: made for made in read(sources, TODAY)}


@pytest.mark.parametrize(
    "name",
    [
        "0801234A/eleves.csv",
        "Zola (0801234a)/2026/eleves.csv",
        "Ecole Zola@77_0801234A_CP/eleves.csv",
        "0801234A-eleves.csv",
        "export_0801234A_2026.csv",
    ],
)
def test_a_path_with_a_code_is_of_that_school(tmp_path: Path, name: str) -> None:
    put(tmp_path / name)

    assert list(schools(tmp_path)) == ["0801234A"]


def test_a_folder_names_the_class_of_those_whose_row_names_none(tmp_path: Path) -> None:
    put(tmp_path / "Zola@77_0801234A_CP A" / "e.csv", pupils({**ZOE, "Libellé classe": ""}).encode("cp1252"))

    assert schools(tmp_path)["0801234A"].pupils[0].class_name == "CP A"


def test_a_folder_without_code_is_named_by_its_identifier(tmp_path: Path) -> None:
    put(tmp_path / "Zola@ecole-77" / "eleves.csv")

    assert list(schools(tmp_path)) == ["ecole-77"]


def test_archives_and_folders_are_looked_through_whatever_they_are_called(tmp_path: Path) -> None:
    put(tmp_path / "0801234A.zip", zipped(**{"a": PUPILS, "sub/b": RELATIVES}))
    put(tmp_path / "more" / "all.dat", zipped(**{"0805678B.zip": zipped(e=PUPILS), "0809999C/e": PUPILS}))
    put(tmp_path / "more" / "0801234A" / "x.csv", RELATIVES)

    made = schools(tmp_path)

    assert {place: len(one.files) for place, one in made.items()} == {"0801234A": 3, "0805678B": 1, "0809999C": 1}
    assert (len(made["0801234A"].pupils), len(made["0801234A"].adults)) == (1, 2)
    assert all(str(tmp_path) in name for one in made.values() for name in one.files)


def test_what_systems_leave_in_folders_is_no_file_of_the_feed(tmp_path: Path) -> None:
    put(tmp_path / "0801234A.zip", zipped(e=PUPILS, **{"__MACOSX/a": b"x", ".DS_Store": b"x"}))
    put(tmp_path / ".hidden", b"x")
    put(tmp_path / "Thumbs.db", b"x")

    assert len(find([tmp_path])) == 1


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    file = put(tmp_path / "0801234A.csv")
    os.link(file, tmp_path / "0801234A-again.csv")

    assert len(find([tmp_path, file, tmp_path / "." / file.name])) == 1


def test_a_file_of_two_schools_is_refused_with_the_choice(tmp_path: Path) -> None:
    sources = find([put(tmp_path / "0801234A" / "0805678B.csv"), put(tmp_path / "0801234A" / "e.csv")])

    taken, homeless = placed(sources, "")
    _, other = placed(sources, "0809999C")

    assert [one.place for one in taken] == ["0801234A"]
    assert [(one.reason, dict(one.details)) for one in homeless] == [
        ("two-schools", {"schools": "0801234A, 0805678B"})
    ]
    assert [one.details["schools"] for one in other] == ["0801234A, 0805678B, 0809999C", "0801234A, 0809999C"]


def test_a_file_of_no_school_is_of_the_one_that_is_named(tmp_path: Path) -> None:
    file = put(tmp_path / "eleves.csv")

    assert [one.reason for one in placed(find([file]), "")[1]] == ["no-school"]
    assert list(schools(file, school="0801234A")) == ["0801234A"]
    assert list(schools(put(tmp_path / "0801234a.csv"), school="0801234A")) == ["0801234A"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped(a=PUPILS)[:-30], "bad-archive"),
        (zipped(**{"../a.csv": PUPILS}), "climbing-path"),
        (zipped(**{"/a.csv": PUPILS}), "climbing-path"),
        (zipped(**{"..\\a.csv": PUPILS}), "climbing-path"),
        (zipped(a=b"a" * (MOST_BYTES + 1)), "too-large"),
        (zipped(a=zipped(a=zipped(a=zipped(a=PUPILS)))), "archive-too-large"),
        (zipped(**{"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "workbook"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "workbook"),
    ],
    ids=called,
)
def test_an_archive_that_cannot_be_trusted_is_refused_with_its_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    made = schools(put(tmp_path / "0801234A.csv", content))["0801234A"]

    assert [(verdict, why) for verdict, _, why in said(made)] == [("refused", reason)]
    assert made.pupils == ()


def test_the_order_of_the_paths_makes_no_difference(tmp_path: Path) -> None:
    files = [
        put(tmp_path / "0801234A" / name, content)
        for name, content in (
            ("b.csv", PUPILS),
            ("a.csv", RELATIVES),
            ("c.csv", pupils({**ZOE, "Niveau": ""}).encode()),
        )
    ]

    assert schools(*files) == schools(*reversed(files)) == schools(tmp_path)


def test_a_text_beside_the_files_is_a_stray_but_never_a_list_or_what_cannot_be_read(tmp_path: Path) -> None:
    put(tmp_path / "lisez-moi.txt", b"Bonjour,\nvoici les fichiers.")
    put(tmp_path / "0801234A" / "note.csv", b"Bonjour")
    put(tmp_path / "0801234A" / "eleves.txt", b"Nom;Colonne\nX;Y")
    put(tmp_path / "0801234A" / "eleves", PUPILS)
    put(tmp_path / "0801234A" / "broken.txt", b"\x00\x01\x02")
    put(tmp_path / "all.zip", zipped(**{"lire.txt": b"Bonjour", "0805678B/e": PUPILS}))

    strays = [Path(one.name).name for one in find([tmp_path]) if one.stray]

    assert sorted(strays) == ["lire.txt", "lisez-moi.txt"]
    assert [one.stray for one in find([tmp_path / "lisez-moi.txt"])] == [False]
