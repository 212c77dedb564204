"""The PDF, looked at by another engine: what it says, that it can be scanned, and that nothing runs over."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from bot.printing import Form, order, unwritten, wording
from bot.terms import Profile
from bot.texts import paper
from tests.printing.samples import LINK, PEOPLE, made, opened, sheet, squares, words

LAYOUTS = (Form.ONE, Form.FOUR)
POINTS = 72 / 25.4


@pytest.mark.parametrize("form", LAYOUTS)
def test_each_sheet_can_be_scanned_from_paper(form: Form) -> None:
    assert sorted(squares(made(form, PEOPLE))) == sorted(one.link for one in PEOPLE)


@pytest.mark.parametrize("form", LAYOUTS)
def test_each_sheet_says_login_code_and_name_as_text(form: Form) -> None:
    said = words(made(form, PEOPLE))
    for word in (
        "Zoé Martin",
        "N’Diaye",
        "Шевченко",
        "zoe.martin",
        "7K2M9PQX",
        "O0l1I8B5",
        "11 décembre 2026",
        "Creil",
    ):
        assert word in said.replace("\u00a0", " ")


@pytest.mark.parametrize("form", LAYOUTS)
def test_nothing_leaves_its_sheet(form: Form) -> None:
    across, inset = (1, 22 * POINTS) if form is Form.ONE else (2, 9 * POINTS)
    for page in opened(made(form, PEOPLE)):
        (wide, high), text = page.get_size(), page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
        assert boxes
        for left, bottom, right, top in boxes:
            column, row = int(left * across / wide), int(bottom * across / high)
            assert column * wide / across + inset - 2 <= left <= right <= (column + 1) * wide / across - inset + 2
            assert row * high / across + inset - 4 <= bottom <= top <= (row + 1) * high / across - inset + 4


def test_no_code_is_spoken_of_where_the_account_is_active() -> None:
    assert "activation" not in words(made(Form.ONE, [sheet()]))


def test_a_family_reads_its_language_and_the_teacher_french() -> None:
    said = words(made(Form.ONE, [sheet(language="es")]))
    assert "Escanea" in said
    assert "Scanne le carré" in said


@pytest.mark.parametrize(("consent", "said"), [("parent", "un de tes parents doit"), ("school", "l’école doit")])
def test_a_pupil_below_the_age_reads_who_must_say_yes_first(consent: str, said: str) -> None:
    assert f"Avant 15 ans, {said} dire oui" in words(made(Form.ONE, [sheet(consent=consent)]))
    assert "15" not in words(made(Form.ONE, [sheet(consent="")]))


def test_a_language_that_paper_lacks_is_french() -> None:
    assert words(made(Form.ONE, [sheet(language="xx")])) == words(made(Form.ONE, [sheet()]))


def test_each_class_of_pupils_begins_a_page() -> None:
    pupils = [sheet(classes=(name,), link=f"{LINK}{name}{n}") for name in ("CE1", "CM2") for n in range(5)]
    pages = list(opened(made(Form.FOUR, pupils)))
    assert ["CE1" in page.get_textpage().get_text_range() for page in pages] == [True, True, False, False]


def test_letters_that_no_shipped_font_has_stop_nobody() -> None:
    said = words(made(Form.ONE, [sheet("李明 🙂 ភាសា", "Wang")]))
    assert "Wang" in said
    assert "[…]" in said
    assert "? Wang" not in said


STRANGE = ("李明", "สมชาย", "🙂", "李 明", "Zoé\u05b0", "]\u064e", "x\u0e31y", "\u0b95\u0bbe\u064b")


@pytest.mark.parametrize("name", STRANGE)
def test_no_name_stops_the_sheets_whatever_its_letters_and_accents(name: str) -> None:
    assert "Wang" in words(made(Form.FOUR, [sheet(name, "Wang")]))


def test_names_that_cannot_be_written_are_told_and_others_are_not() -> None:
    pupils = [sheet("李明", "Wang"), sheet("Zoé", "Łukasz"), sheet("محمد", "N’Diaye")]
    pupils.append(sheet("Ana", children=("Som สมชาย",)))
    assert unwritten(pupils) == ["李明 Wang", "Som สมชาย"]


def test_what_turns_text_around_or_breaks_lines_is_left_out() -> None:
    assert "Zoé A Martin" in words(made(Form.ONE, [sheet("Zoé\u202e\nA\t", "Martin#set text()")]))


def test_it_is_accessible_and_names_nobody_in_its_metadata() -> None:
    people = [replace(one, link=f"{LINK}{n}") for n in range(5) for one in PEOPLE]
    read = pypdf.PdfReader(io.BytesIO(made(Form.ONE, people)), strict=True)
    root: Any = read.trailer["/Root"]
    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part>1<" in root["/Metadata"].get_data().decode()
    assert dict(read.metadata or {}).keys() == {"/Title", "/Creator"}
    assert read.metadata is not None
    assert read.metadata.title == "Fiches de connexion"
    assert len(read.pages) == len(people)
    assert not {"/Names", "/OpenAction", "/AA", "/AcroForm"} & root.keys()


def test_every_page_and_link_has_its_place_among_the_tags_of_the_whole_book() -> None:
    people = [replace(one, link=f"{LINK}{n}") for n in range(5) for one in PEOPLE]
    read = pypdf.PdfReader(io.BytesIO(made(Form.ONE, people)), strict=True)
    root: Any = read.trailer["/Root"]
    tree = root["/StructTreeRoot"]
    assert len(tree["/K"]) > 1
    tagged: dict[Any, Any] = {}
    for leaf in tree["/ParentTree"]["/Kids"]:
        nums = leaf.get_object()["/Nums"]
        tagged |= dict(zip(nums[::2], nums[1::2], strict=True))
    pages: list[Any] = list(read.pages)
    places: list[Any] = [page["/StructParents"] for page in read.pages]
    places += [note.get_object()["/StructParent"] for page in pages for note in page["/Annots"]]
    assert sorted(places) == sorted(tagged)
    for page in read.pages:
        assert all(
            tag.get_object()["/Pg"] == page for tag in tagged[page["/StructParents"]] if "/Pg" in tag.get_object()
        )


def test_the_same_sheets_are_the_same_document() -> None:
    assert made(Form.FOUR, PEOPLE) == made(Form.FOUR, PEOPLE)


def test_sheets_lie_by_class_and_name_as_a_french_dictionary_sorts() -> None:
    given = [("Éva", "Zola", "CE1"), ("Ana", "étienne", "CM2"), ("Ana", "Estève", "CM2"), ("Bo", "D’Arc", "CM2")]
    sheets = [sheet(first, last, classes=(name,)) for first, last, name in given] + [sheet("A", "A", classes=())]
    assert [one.last_name for one in order(sheets)] == ["Zola", "D’Arc", "Estève", "étienne", "A"]


@pytest.mark.parametrize("form", list(Form))
def test_no_sheets_are_no_document(form: Form) -> None:
    with pytest.raises(ValueError, match="no sheets"):
        made(form, [])


@pytest.mark.parametrize("form", LAYOUTS)
def test_an_account_without_a_name_is_called_by_its_login(form: Form) -> None:
    assert words(made(form, [sheet(first_name="", last_name="", login="sans.nom")])).count("sans.nom") > 1


@pytest.mark.parametrize("language", paper.LANGUAGES)
@pytest.mark.parametrize("profile", [Profile.STUDENT, Profile.RELATIVE])
def test_what_to_type_without_the_button_is_printed_in_each_language_and_in_the_guide(
    language: str, profile: Profile
) -> None:
    one = sheet(language=language, profile=profile)
    said = wording.shown(one)
    [step] = [step for step in said["steps"] if "/start" in step]
    guide = Path("docs/guides/familles.md").read_text("utf-8")

    assert "start=" in step
    assert "start=" in one.link
    assert "`start=` dans l’adresse" in guide
    assert "code écrit sous le lien" not in guide
