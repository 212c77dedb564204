"""« de » or « d’ » before a name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import texts
from bot.texts.elision import of

SOURCES = sorted(Path(texts.__file__).parent.glob("fr*/*.ftl"))
DATES = {
    "day",
    "born",
    "date",
    "created",
    "starts",
    "until",
    "when",
    "published",
    "moment",
    "ends",
    "earliest",
    "reported",
    "resumes",
}


@pytest.mark.parametrize(
    "name",
    [
        *("Inès Roux", "Élodie", "elodie", "ÉLODIE", "Adam", "Omar", "Ulysse", "Œdipe", "Ève", "E\u0301lodie"),
        *("Yves", "Yvette Petit", "Yvonne", "YVES", "Ysé", "Hélène", "HELENE", "Henri", "Hélène-Marie", "  Inès"),
    ],
)
def test_a_vowel_elides_and_so_does_a_mute_h(name: str) -> None:
    assert of(name) == "d’"


@pytest.mark.parametrize(
    "name",
    [
        *("Yann", "Yasmine", "Yohan", "Youssef", "YANN", "Yaël", "Hamza", "Hugo", "Hassan", "Hanaé", "Hicham"),
        *("Zoé", "Marie-Hélène", "Çelik", "Y", "", "   ", "…", "12", "أمين", "<b>", "’"),
    ],
)
def test_anything_else_keeps_de(name: str) -> None:
    assert of(name) == "de "


@pytest.mark.parametrize("source", SOURCES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_de_stands_before_no_fact_but_by_the_rule(source: Path) -> None:
    text = source.read_text("utf-8")
    assert re.findall(r"(?:\b(?:de|que|la)\s+|[dl]’\s*)(?:<\w+>)?\{ \$(?!limit|count|minutes)\w+", text) == []
    assert set(re.findall(r"\ble (?:<\w+>)?\{ \$(\w+)", text)) <= DATES
    assert len(re.findall(r"\{ \$d \}(?:<b>)?\{ \$name \}", text)) == text.count("{ $d }")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_name_of_a_school_stands_in_brackets_where_french_wants_an_article(source: Path) -> None:
    bare = r"(?:\bà|\bde|\bchez|\bconcerne|\bdéjà|\btoujours|, pour) (?:<b>)?\{ \$(?:place|places|schools|at_place)\b"
    found = re.findall(bare, source.read_text("utf-8").replace("\u00a0", " "))
    assert found == []
