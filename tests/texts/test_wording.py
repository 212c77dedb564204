"""Every notice, headline, refusal and button has words in every language, and Telegram can read them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings

from bot import texts
from bot.terms import Button, Notice, Refusal
from bot.texts import wording
from bot.texts.languages import language
from tests.texts import facts, spoken, telegram_html
from tests.texts.telegram_html import units

KINDS, HEADLINES, REASONS = sorted(spoken.kinds()), sorted(spoken.headlines()), sorted(spoken.reasons())
ACTIONS = sorted(spoken.actions())
#: actions whose button has a row of its own, hence more room
WIDE = {"someone"}

_EXACT = {
    "take": "Prendre",
    "answer": "Répondre",
    "ask": "En attente",
    "escalate": "Escalader",
    "send_back": "Renvoyer",
    "resolve": "Résoudre",
    "reopen": "Rouvrir",
    "confirm": "C'est résolu",
    "send": "Envoyer",
    "erase_now": "Confirmer",
    "cancel": "Annuler",
    "accept": "Accepter",
}


def readable(text: str) -> str:
    """The text as a person reads it; `AssertionError` if Telegram would reject it."""
    shown = telegram_html.read(text)
    assert 0 < units(shown.strip()) <= 4096
    return shown


@pytest.fixture(params=texts.LANGUAGES)
def spoken_in(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_notice_has_words(kind: str, spoken_in: str) -> None:
    readable(texts.word(Notice(kind, facts.plain()), spoken_in).text)


@pytest.mark.parametrize("headline", HEADLINES)
def test_every_headline_stands_above_the_card(headline: str, spoken_in: str) -> None:
    card = Notice("card", facts.plain())
    alone = readable(texts.word(card, spoken_in).text)
    under = readable(texts.word_card(card, headline, facts.plain(), spoken_in).text)
    assert under.endswith(alone)
    assert under != alone


@pytest.mark.parametrize("reason", REASONS)
def test_every_refusal_has_words(reason: str, spoken_in: str) -> None:
    readable(texts.refuse(Refusal(reason, **facts.plain()), spoken_in).text)


@pytest.mark.parametrize("action", ACTIONS)
def test_every_button_has_a_label_that_fits_a_phone(action: str, spoken_in: str) -> None:
    button = Button(
        action, target="connexion", words="École Jean-Moulin" if action in ("open", "whom", "run") else ""
    )
    if action in ("place", "speak_as"):
        button = Button(action, words="École Jean-Moulin, à Creil, rue des Écoles")
    (row,) = texts.word(Notice("erased", {}, ((button,),)), spoken_in).rows
    assert 0 < len(row[0].label) <= (44 if action in WIDE else 40)


@pytest.mark.parametrize(("action", "word"), _EXACT.items())
def test_the_words_that_people_learned_stand_on_the_buttons(action: str, word: str) -> None:
    (row,) = texts.word(Notice("erased", {}, ((Button(action),),)), "fr").rows
    assert row[0].label.endswith(word)
    assert not any(sign.isalnum() for sign in row[0].label.removesuffix(word))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None)
@given(made=facts.hostile())
def test_nothing_typed_breaks_a_notice(kind: str, made: dict[str, Any]) -> None:
    for code in texts.LANGUAGES:
        readable(texts.word(Notice(kind, made), code).text)


@pytest.mark.parametrize("headline", HEADLINES)
@settings(max_examples=15, deadline=None)
@given(made=facts.hostile())
def test_nothing_typed_breaks_a_card_under_a_headline(headline: str, made: dict[str, Any]) -> None:
    readable(texts.word_card(Notice("card", made), headline, made, "fr").text)


@settings(max_examples=25, deadline=None)
@given(made=facts.hostile())
def test_nothing_typed_breaks_a_refusal(made: dict[str, Any]) -> None:
    for reason in REASONS:
        readable(texts.refuse(Refusal(reason, **made), "fr").text)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.startswith("done_")])
@settings(max_examples=10, deadline=None)
@given(made=facts.hostile())
def test_a_receipt_fits_a_toast_and_needs_no_markup(kind: str, made: dict[str, Any]) -> None:
    for code in texts.LANGUAGES:
        text = texts.word(Notice(kind, made), code).text
        assert not set(re.findall(r"<.*?>", text)) - {"<code>", "</code>"}  # a toast shows what is inert without
        assert units(texts.plain(text)) <= 200


@pytest.mark.parametrize("reason", REASONS)
def test_a_refusal_is_one_sentence(reason: str) -> None:
    text = readable(texts.refuse(Refusal(reason, **facts.plain()), "fr").text)
    if reason.startswith("usage-"):
        assert re.search(r", par exemple\u00a0: /[a-z]+ 12", text)
    else:
        assert re.fullmatch(r"[^.!?…]+[.!?]", text), text


def test_a_request_of_another_school_is_refused_like_one_that_does_not_exist() -> None:
    refusals = {texts.refuse(Refusal("unknown-request", number=n), "fr").text for n in (12, 99)}
    assert len(refusals) == 1


def test_a_sentence_said_again_has_the_facts_of_its_own() -> None:
    said = [texts.word(Notice("done_replied", {"number": number}), "fr").text for number in (12, 13, 12)]
    assert [re.findall(r"n°(\d+)", text) for text in said] == [["12"], ["13"], ["12"]]


def test_facts_added_stand_beside_those_made_when_asked_for() -> None:
    known = {"name": "Élodie & fils", "status": "open", "whom": None}
    made = wording.named(language("fr"), known) | {"age": "une heure"}

    assert [made[name] for name in ("age", "name", "d", "state", "someone")] == [
        "une heure",
        "Élodie &amp; fils",
        "d’",
        language("fr").say("status-open"),
        "yes",
    ]
    with pytest.raises(KeyError):
        made["whom"]


def test_an_unknown_kind_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        texts.word(Notice("no-such-kind"), "fr")


def test_an_unknown_language_is_answered_in_french() -> None:
    assert texts.word(Notice("erased"), "pt").text == texts.word(Notice("erased"), "fr").text


def test_both_languages_have_the_same_sentences() -> None:
    french, english = (set(language(code).names()) for code in texts.LANGUAGES)
    assert french == english


def test_no_sentence_is_left_that_nobody_says() -> None:
    said_by_code = {f"notice-{kind}" for kind in KINDS} | {f"refusal-{reason}" for reason in REASONS}
    said_by_code |= {f"headline-{name}" for name in HEADLINES} | {f"button-{action}" for action in ACTIONS}
    ours = {key for key in language("fr").names() if key.split("-")[0] in ("notice", "refusal", "headline", "button")}
    assert ours <= said_by_code


def test_what_is_done_on_the_ent_has_a_name_in_the_exchange_and_in_doubt() -> None:
    names = set(language("fr").names())
    assert {f"deed-{deed}" for deed in spoken.deeds()} == {name for name in names if name.startswith("deed-")}
    assert {f"act-{act}" for act in spoken.acts()} <= names


def test_no_noun_declares_a_notice_or_a_button_that_nobody_makes() -> None:
    assert texts._NOTICES.keys() <= set(KINDS)
    assert texts._LABELS.keys() <= set(ACTIONS)


@pytest.mark.parametrize("kind", KINDS)
def test_french_is_typeset_as_french(kind: str) -> None:
    shown = readable(texts.word(Notice(kind, facts.plain()), "fr").text)
    assert not re.search(r" [?!:;»]|« |\w'\w", shown)
    assert "ticket" not in shown.lower()


@pytest.mark.parametrize(
    ("button", "words"),
    [
        (Button("category", "a1b2c3:connexion"), "Connexion, mot de passe"),
        (Button("block_profile", "a1b2c3:student"), "Élèves"),
        (Button("language", "en"), "English"),
        (Button("place", "a1b2c3:louise-michel", words="École Louise-Michel"), "École Louise-Michel"),
    ],
)
def test_a_choice_has_its_own_words_in_a_conversation_too(button: Button, words: str) -> None:
    speech = texts.word(Notice("ask_whom", {}, ((button,),)), "fr")
    assert speech.rows[0][0].label.endswith(words)
