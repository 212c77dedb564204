"""A typed name, as people write one: with a title, in one word or in several."""

from __future__ import annotations

import pytest

from bot.workflows.rules import naming, spelling


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mme Bœuf", "Bœuf"),
        ("mme. Bœuf", "Bœuf"),
        ("Monsieur Le Goff", "Le Goff"),
        ("M. et Mme Bœuf", "Bœuf"),
        ("Mlle  Léa   Martin", "Léa Martin"),
        ("M.Bœuf", "Bœuf"),
        ("m.martin", "m.martin"),
        ("Martin M", "Martin M"),
        ("M’Baye", "M’Baye"),
        ("Madame", "Madame"),
        ("Et Martin", "Et Martin"),
        ("", ""),
    ],
)
def test_titles_in_front_are_no_part_of_a_name(typed: str, name: str) -> None:
    assert spelling.untitled(typed) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("legoff", "Gwenaëlle Le Goff"),
        ("gwen legoff", "Gwenaëlle Le Goff"),
        ("dartagnan", "Charles D Artagnan"),
        ("delatour", "Anne de La Tour"),
        ("delatour", "Anne de Latour"),
        ("desmoulins", "Lou des Moulins"),
        ("jeanbaptiste", "Jean-Baptiste Martin"),
        ("d’artagnan", "Charles Dartagnan"),
        ("Le-Goff", "Gwenaëlle Legoff"),
    ],
)
def test_a_name_in_one_word_is_one_in_several_and_the_other_way_round(typed: str, name: str) -> None:
    assert any(naming.begins(one.words, name) and one.fits(name) for one in spelling.otherwise(typed))


@pytest.mark.parametrize(
    ("typed", "name"), [("larue", "Laure Ruet"), ("legoff", "Goffart Le"), ("legoff", "Léa Goff")]
)
def test_words_that_do_not_stand_together_are_somebody_else_s(typed: str, name: str) -> None:
    assert not any(one.fits(name) for one in spelling.otherwise(typed))


def test_few_spellings_are_tried_however_much_is_typed() -> None:
    assert len(spelling.otherwise("delamarie jeandelatour dedelale saintdenis")) <= 6
    assert spelling.otherwise("le la le la le la") == spelling.otherwise("-’") == []
