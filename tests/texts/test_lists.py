"""A page of a list of accounts, and the labels of filters."""

from __future__ import annotations

from bot import texts
from bot.terms import Button, Notice
from tests.texts import facts, telegram_html


def label(button: Button) -> str:
    """The label of a button."""
    return texts.word(Notice("filters", facts.plain(), ((button,),)), "fr").rows[0][0].label


def test_a_choice_that_is_made_is_marked() -> None:
    assert label(Button("pick", "1:class:3", words="CM2")) == "CM2"
    assert label(Button("pick", "1:class:3", words="CM2", style="success")) == "✅ CM2"
    assert label(Button("facet", "1:state", style="success")) == "✅ État"


def test_the_longest_class_name_still_fits_its_marked_button() -> None:
    assert len(label(Button("pick", "1:class:3", words="Classe " * 12, style="success"))) <= 40


def test_a_list_whose_count_is_not_known_shows_none() -> None:
    line = {"number": 3, "name": "Léa Martin", "profile": "student", "marks": ["blocked"], "where": "CM2"}
    lines = [{**line, "login": ""}, {**line, "login": "lea.martin2"}]
    made = {"lines": lines, "count": None, "further": False, "words": "", "chosen": []}
    said = telegram_html.read(texts.word(Notice("account_list", made), "fr").text)
    shown = ["3. 🟠 ⛔ Léa Martin · CM2", "3. 🟠 ⛔ Léa Martin · CM2 · lea.martin2"]
    assert said.splitlines() == ["Comptes", "", *shown, "", "Touchez un numéro pour ouvrir la fiche.", "⛔ bloqué"]
