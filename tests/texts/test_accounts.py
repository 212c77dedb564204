"""The card of an account, and the account offered under an inline query."""

from __future__ import annotations

from typing import Any

import pytest

from bot import texts
from bot.terms import Button, Notice
from tests.texts import facts, telegram_html

CARD: dict[str, Any] = {
    "name": "Léa Martin",
    "login": "lea.martin",
    "profile": "student",
    "function": "student",
    "marks": [],
    "days": 0,
    "classes": ["CM2"],
    "places": ["École Jean-Moulin"],
    "groups": [],
    "family": ["Aurélie Martin"],
    "source": "AAF1D",
    "origin": "student",
    "arrives": 7,
    "resumes": "",
    "email": False,
    "created": "2025-09-01T08:00:00+00:00",
    "last_login": facts.MOMENT,
}


def card(**more: Any) -> str:
    """The card of an account, as it is shown."""
    return telegram_html.read(texts.word(Notice("account", CARD | more), "fr").text)


def label(button: Button) -> str:
    """The label of a button."""
    return texts.word(Notice("filters", facts.plain(), ((button,),)), "fr").rows[0][0].label


def test_a_card_says_what_the_ent_knows_and_nothing_of_what_it_does_not() -> None:
    assert card().splitlines() == [
        "🟠 Léa Martin · élève",
        "✅ Compte actif",
        "",
        "Identifiant\u00a0: lea.martin",
        "Classe\u00a0: CM2",
        "Structure\u00a0: École Jean-Moulin",
        "Famille\u00a0: Aurélie Martin",
        "Adresse mail\u00a0: aucune",
        "Source\u00a0: Annuaire (ONDE)",
        "↳ Noms, date de naissance, responsables, école et classe viennent d’ONDE\u00a0: c’est là qu’on les corrige."
        " Ici sous 24\u00a0h en théorie, 7 jours en pratique.",
        "Créé le 1er sept. 2025",
        "Dernière connexion\u00a0: 12 janv. 2026",
    ]


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("blocked", "⛔ Compte bloqué"),
        ("predeleted", "🗑️ Compte pré-supprimé\u00a0: il disparaît dans 12 jours"),
        ("awaiting", "🕓 Bientôt pré-supprimé"),
        ("duplicate", "👥 Doublon possible"),
        ("inactive", "💤 Compte jamais activé"),
    ],
)
def test_each_status_has_its_icon_and_its_words(mark: str, words: str) -> None:
    assert card(marks=[mark], days=12).splitlines()[1].startswith(words)


@pytest.mark.parametrize(
    ("profile", "sign"),
    [("teacher", "🟢"), ("student", "🟠"), ("relative", "🔵"), ("personnel", "🟣"), ("guest", "🔴")],
)
def test_each_profile_has_the_colour_of_the_ent(profile: str, sign: str) -> None:
    assert card(profile=profile).startswith(f"{sign} ")
    assert label(Button("pick", f"1:profile:{profile}")).startswith(f"{sign} ")


def test_an_account_never_used_has_no_last_login() -> None:
    assert "Dernière connexion" not in card(marks=["inactive"], last_login="")


@pytest.mark.parametrize("name", facts.HOSTILE)
def test_a_name_under_an_inline_query_is_one_short_line(name: str) -> None:
    made = {"name": name, "profile": "student", "marks": [], "where": name, "login": name}
    title, about = texts.suggestion(made, "fr")
    assert title.strip()
    assert "\n" not in title + about
    assert len(title) <= 90


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("student", "viennent d’ONDE : c’est là qu’on les corrige. Ici sous 24 h en théorie, 7 jours en pratique."),
        ("relative", "Noms, enfants, adresse, mail et téléphones viennent d’ONDE"),
        ("staff", "l’ERUN sait les faire corriger"),
        ("hand", "il se modifie dans l’ENT"),
    ],
)
def test_the_card_says_where_the_data_come_from_and_when_a_correction_arrives(origin: str, words: str) -> None:
    assert words in card(origin=origin)


def test_the_card_says_from_when_on_anything_arrives_again_in_summer() -> None:
    assert "Rien n’arrive ici pendant l’été, avant le 25 août 2027." in card(resumes="2027-08-25")


def test_a_card_without_an_origin_has_no_line_for_it() -> None:
    assert "↳" not in card(origin="")
