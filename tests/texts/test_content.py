"""The tables that an operator may edit, as they are shipped: charters, help, levels; and the command menus."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from bot import texts
from bot.handlers import COMMANDS
from bot.terms import Level, Notice, Profile, Role
from bot.texts.languages import language
from bot.workflows.nouns import menu
from bot.workflows.policy import Policy, read_policy
from config.settings import Settings
from tests.texts import telegram_html


@pytest.fixture
def tables() -> dict[str, Any]:
    """The tables as shipped."""
    return Settings().tables()


@pytest.fixture
def policy(tables: dict[str, Any]) -> Policy:
    """The policy read from the shipped tables."""
    return read_policy(tables)


def test_every_command_is_in_somebodys_menu() -> None:
    assert set(menu([Role(level, "") for level in Level])) == set(COMMANDS)


def test_families_do_not_see_the_agents_commands() -> None:
    assert not {"file", "prendre", "note"} & set(menu([]))


def test_above_the_school_nobody_is_shown_what_only_the_school_may_do() -> None:
    schools_own = {"bloquer", "debloquer", "blocage", "deblocage", "historique"}
    for level, reads_reports in ((1, True), (2, False), (3, False), (4, False)):
        shown = set(menu([Role(Level(level), "")]))
        assert not schools_own & shown
        assert ("signalements" in shown) is reads_reports
        assert {"code", "comptes", "file"} <= shown


def test_a_menu_words_the_commands_it_is_given_in_their_order() -> None:
    assert texts.commands(["aide", "start"], "en") == [("aide", "Find an answer"), ("start", "My account")]


def test_a_stranger_is_offered_only_to_link_an_account() -> None:
    assert [name for name, _ in texts.stranger_commands("fr")] == ["start"]


@pytest.mark.parametrize("code", texts.LANGUAGES)
def test_the_menu_fits_telegram(code: str) -> None:
    for name, words in texts.commands(menu([Role(level, "") for level in Level]), code):
        assert re.fullmatch("[a-z]{1,32}", name)
        assert 3 <= len(words) <= 40


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("code", texts.LANGUAGES)
def test_each_profile_has_a_charter_of_eight_articles_for_a_phone(
    policy: Policy, profile: Profile, code: str
) -> None:
    text = policy.charters[profile].text[code]
    facts = {"name": "Ana Ito", "profile": profile.value, "text": text, "version": 1}
    shown = telegram_html.read(texts.word(Notice("charter_to_accept", facts), code).text)
    assert len(text) < 2500
    assert re.findall(r"^(\d)\.", shown, re.MULTILINE) == list("12345678")
    assert "Telegram" in shown
    assert "/mesdonnees" in shown


def test_help_has_the_same_articles_for_the_same_people_in_every_language(policy: Policy) -> None:
    kept = [[(article.key, article.readers) for article in articles] for articles in policy.help.values()]
    assert set(policy.help) == set(texts.LANGUAGES)
    assert all(one == kept[0] for one in kept)


@pytest.mark.parametrize("profile", list(Profile))
def test_each_profile_has_some_articles_and_no_topic_fills_two_screens(policy: Policy, profile: Profile) -> None:
    shown = [article for article in policy.help["fr"] if profile in article.readers]
    assert len(shown) >= 5
    assert max(Counter(article.topic for article in shown).values()) <= 20


@pytest.mark.parametrize("code", texts.LANGUAGES)
def test_help_articles_are_short_and_readable(policy: Policy, code: str) -> None:
    for article in policy.help[code]:
        facts = {"title": article.title, "body": article.body}
        shown = telegram_html.read(texts.word(Notice("help_article", facts), code).text)
        assert article.title.split()[0] in shown
        assert len(article.title) <= 40  # the room on its button
        assert len(article.body) < 700
        assert not set("<{}") & set(shown)


def test_a_pupil_is_spoken_to_as_tu_in_help_and_charter(policy: Policy) -> None:
    articles = [one for one in policy.help["fr"] if not one.readers or Profile.STUDENT in one.readers]
    said = [f"{one.title} {one.body}" for one in articles] + [policy.charters[Profile.STUDENT.value].text["fr"]]
    assert not [text for text in said if re.search(r"\b(vous|votre|vos)\b|\w\wez\b", text, re.IGNORECASE)]


@pytest.mark.parametrize("code", texts.LANGUAGES)
def test_every_category_has_a_name(policy: Policy, code: str) -> None:
    assert all(language(code).has(f"category-{key}") for key in policy.categories)


def test_the_five_levels_are_there_and_families_reach_the_third_by_mail_for_login_alone(
    policy: Policy, tables: dict[str, Any]
) -> None:
    assert set(policy.levels) == set(Level)
    assert tables["levels"]["level"][3]["by_mail"] == {"families": ["connexion"]}
    assert "families" not in policy.levels[Level.RECTORAT].serves
