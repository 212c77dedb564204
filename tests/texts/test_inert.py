"""Nothing that a person wrote can be touched where it is read: TDLib, Telegram's own code, finds nothing there."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot import texts
from bot.terms import Notice, Refusal
from bot.texts import markup
from bot.texts.inert import inert
from tests import tdlib
from tests.texts import facts, spoken, telegram_html

TRAPS = (
    *("/evil", "/evil@evil_bot", "@evil_bot", "evil.com", "https://evil.example/a?b=c#d", "HTTP://EVIL.FR"),
    *("tg://resolve?domain=evil", "ton://evil", "evil@mail.fr", "evil.name+1@mail.fr", "#evil", "#1evil", "$EVIL"),
    *("https://user:word@evil.fr/", "http://1.2.3.4/evil", "evil.xn--p1ai", "evil.\u0440\u0444", "t.me/evil"),
    "ftp://evil.fr:21",
)
ALL = " ".join(TRAPS)
#: notices whose text is the operator's, where links are to be touched
OPERATORS = {
    *("charter", "charter_to_accept", "family_asked"),
    *("help_article", "help_thanks", "help_topic", "advice", "advice_solved"),
}
WORDS = st.sampled_from(
    (*TRAPS, "1.2.3.4", "4111 1111 1111 1111", "\u00b7", "#1\u00b7a", "é", "e\u0301", "\u200d", "l'")
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=3), st.sampled_from("./@#$:?!,;()\"' \n\t-<>&"))).map("".join)


@pytest.mark.parametrize("text", [*TRAPS, "1.2.3.4"])
def test_tdlib_would_have_each_trap_touched(text: str) -> None:
    assert tdlib.touchable(markup.escape(text))


@settings(max_examples=300, deadline=None)
@example(ALL)
@example("Voir(evil.com),ou\n/evil.")
@given(TEXTS)
def test_nothing_in_quoted_words_can_be_touched_and_they_read_as_they_were_written(text: str) -> None:
    quoted = markup.quote(text, 4096)
    assert tdlib.touchable(quoted) == []
    assert markup.plain(quoted) == markup.clean(text)[: len(markup.plain(quoted))]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_nothing_in_a_name_can_be_touched(text: str) -> None:
    assert tdlib.touchable(f"<b>{markup.name(text)}</b>") == []


@pytest.mark.parametrize("kind", sorted(spoken.kinds() - OPERATORS))
def test_no_notice_lets_anybody_touch_what_somebody_wrote(kind: str) -> None:
    for trap in (ALL, *TRAPS):
        said = texts.word(Notice(kind, facts.trapped(trap)), "fr").text
        assert not [touched for touched in tdlib.touchable(said) if "evil" in touched.lower()]


@pytest.mark.parametrize("headline", sorted(spoken.headlines()))
def test_no_headline_does(headline: str) -> None:
    made = facts.trapped(ALL)
    said = texts.word_card(Notice("card", made), headline, made, "fr").text
    assert not [touched for touched in tdlib.touchable(said) if "evil" in touched.lower()]


@pytest.mark.parametrize("reason", sorted(spoken.reasons()))
def test_no_refusal_does(reason: str) -> None:
    for trap in (ALL, *TRAPS):
        said = texts.refuse(Refusal(reason, **facts.trapped(trap)), "fr").text
        assert not [touched for touched in tdlib.touchable(said) if "evil" in touched.lower()]


def test_what_could_be_touched_is_copied_by_a_touch_as_it_was_written() -> None:
    assert inert("Voir https://a.fr/x?y=1&z, merci") == "Voir <code>https://a.fr/x?y=1&amp;z</code>, merci"
    assert inert("Écrivez /code @un_bot") == "Écrivez <code>/code</code> <code>@un_bot</code>"


@pytest.mark.parametrize("number", ["06 12 34 56 78", "+33 6 12 34 56 78", "(06.12.34.56.78)", "4111 1111 1111 1111"])
def test_numbers_to_call_or_to_pay_with_are_copied_too(number: str) -> None:
    assert inert(number).replace("(", "").replace(")", "") == f"<code>{number.strip('()')}</code>"


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour, ma page est blanche. Merci !",
        "et/ou 18/20, n°12 #12 le 27/11/2026 à 10:30",
        "3,5 ou 3.5 ; M. Roux a dit « non »… fin.",
        "Émile a 12 ans. (CM2)",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert inert(text) == text


def test_a_code_stays_covered_whatever_it_is_made_of() -> None:
    said = texts.word(Notice("code_given", facts.trapped("x") | {"code": "@evil.fr"}), "fr").text
    _, entities = tdlib.kept(said)
    assert any(kind == "spoiler" for kind, _, _ in entities)


def test_a_text_full_of_links_has_few_marks() -> None:
    said = " ".join(f"a{number}.com" for number in range(400))
    quoted = markup.quote(said, 4096)
    assert quoted.count("<code>") == 1
    assert tdlib.touchable(quoted) == []
    assert telegram_html.read(quoted)


def test_a_long_text_is_read_in_no_time() -> None:
    assert inert("a" * 4096) == "a" * 4096
    assert inert("1" + " " * 4000 + "1")
