"""Help: the articles chosen for a profile, the search in them, one article with its buttons, and the thanks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.handlers.buttons import LIMIT, encode
from bot.storage import advice
from bot.terms import Button, Notice, Profile
from bot.workflows import advising, nouns
from bot.workflows import help as help_
from bot.workflows.desk import Turn
from bot.workflows.policy import read_policy
from bot.workflows.rules.help.articles import Article, Topic
from config.settings import Settings
from tests.world import World


def titles(said: Notice) -> list[str]:
    """The titles of the articles offered as buttons."""
    return [button.words for row in said.buttons for button in row if button.action == "article"]


def topics(said: Notice) -> dict[str, str]:
    """The topics offered as buttons: their keys by their names."""
    return {button.words: button.target for row in said.buttons for button in row if button.action == "topic"}


def actions(said: Notice) -> list[str]:
    """The actions of the buttons, without the articles and topics offered."""
    offered = ("article", "topic")
    return [button.action for row in said.buttons for button in row if button.action not in offered]


def written(world: World, *articles: Article) -> None:
    """Puts these articles in place of those that are shipped."""
    world.desk.policy = replace(world.desk.policy, help={"fr": articles})


def tables(articles: dict[str, dict[str, object]], listed: Sequence[str] = ()) -> dict[str, object]:
    """The operator's tables with these help articles, in one topic that lists them all or those keys."""
    made = [{"key": "all", "fr": "Tout", "articles": [*(listed or articles)]}]
    return {**Settings(_env_file=None).tables(), "help": {"topics": made, "articles": {"fr": articles}}}


def article(title: str, **more: object) -> dict[str, object]:
    """An article as an operator writes it."""
    return {"title": title, "words": "", "body": "Un mot.", **more}


# The menu


async def test_help_shows_the_articles_of_the_profile_as_buttons_and_the_commands(world: World) -> None:
    said = await world.act("enseignant", nouns.help_on, "")

    assert said.kind == "help"
    assert topics(said)["🏫 Ma classe, mon école"] == "school"
    assert "aide" in said.facts["commands"]
    mine = await world.act("enseignant", help_.topic, "school")
    assert "Je ne vois pas ma classe" in titles(mine)
    assert actions(mine) == ["new", "help_back"]
    assert "Mon enfant ne se connecte pas" not in titles(await world.act("enseignant", help_.topic, "login"))


async def test_a_pupil_is_shown_the_articles_written_for_pupils(sqlite_world: World) -> None:
    said = await sqlite_world.act("eleve", help_.topic, "login")

    assert "J’ai oublié mon mot de passe" in titles(said)
    assert "Mot de passe oublié" not in titles(said)


async def test_an_article_for_everybody_is_shown_to_everybody(sqlite_world: World) -> None:
    written(sqlite_world, Article("lost", "Perdu", "", "Un mot."))

    for key in ("eleve", "parent", "enseignant", "directeur"):
        assert titles(await sqlite_world.act(key, nouns.help_on, "")) == ["Perdu"]


async def test_more_articles_than_telegram_shows_as_buttons_still_make_a_menu(sqlite_world: World) -> None:
    one = Topic("all", "Tout")
    written(sqlite_world, *(Article(f"a{n}", f"Question {n}", "", "Un mot.", topic=one) for n in range(200)))

    assert topics(await sqlite_world.act("eleve", nouns.help_on, "")) == {"Tout": "all"}
    said = await sqlite_world.act("eleve", help_.topic, "all")

    assert len(titles(said)) == 40
    assert titles(await sqlite_world.act("eleve", nouns.help_on, "199")) == []


# The search


async def test_several_articles_that_match_are_offered_three_at_most(sqlite_world: World) -> None:
    said = await sqlite_world.act("parent", nouns.help_on, "compte")

    assert said.kind == "help_found"
    assert 2 <= len(titles(said)) <= advising.MOST
    assert actions(said) == ["new", "help_back"]


async def test_one_article_that_matches_is_shown_at_once_though_typed_without_accents(world: World) -> None:
    said = await world.act("eleve", nouns.help_on, "mot de passe oublie")

    assert (said.kind, said.facts["title"]) == ("help_article", "J’ai oublié mon mot de passe")
    assert actions(said) == ["help_thanks", "new", "help_back"]


async def test_a_frightened_child_finds_whom_to_call(sqlite_world: World) -> None:
    for typed in ("on m'embête", "j'ai peur", "il me menace"):
        said = await sqlite_world.act("eleve", nouns.help_on, typed)
        assert "3018" in said.facts["body"], typed
        assert "119" in said.facts["body"], typed


async def test_an_agent_finds_the_articles_written_for_others(sqlite_world: World) -> None:
    said = await sqlite_world.act("directeur", nouns.help_on, "mon enfant fils fille")

    assert said.facts["title"] == "Mon enfant ne se connecte pas"
    said = await sqlite_world.act("enseignant", nouns.help_on, "mon enfant fils fille")
    assert "Mon enfant ne se connecte pas" not in titles(said)


@pytest.mark.parametrize("typed", ["zzzz", "?", "  ", "de"])
async def test_help_without_a_match_says_so_and_leads_on(sqlite_world: World, typed: str) -> None:
    said = await sqlite_world.act("eleve", nouns.help_on, typed)

    assert said.kind == "help_nothing"
    assert actions(said) == ["new", "help"]


# One article


async def test_the_button_of_each_article_shows_it(sqlite_world: World) -> None:
    for topic in topics(await sqlite_world.act("parent", nouns.help_on, "")).values():
        listed = await sqlite_world.act("parent", help_.topic, topic)
        for button in (button for row in listed.buttons for button in row if button.action == "article"):
            said = await sqlite_world.act("parent", help_.read, button.target)
            assert (said.kind, said.facts["title"]) == ("help_article", button.words)


async def test_whoever_was_helped_is_thanked_and_keeps_the_article(sqlite_world: World) -> None:
    said = await sqlite_world.act("parent", help_.thank, "password")

    assert (said.kind, said.facts["title"], said.buttons) == ("help_thanks", "Mot de passe oublié", ())


@pytest.mark.parametrize("verb", [help_.read, help_.thank])
async def test_an_article_that_is_gone_is_an_old_button(
    sqlite_world: World, verb: Callable[[Turn, str], Notice]
) -> None:
    for key in ("gone", "", "x" * 60):
        assert (await sqlite_world.refused("eleve", verb, key)).reason == "old-button"


# The operator's table


def test_an_article_for_nobody_in_particular_is_for_everybody() -> None:
    (kept,) = read_policy(tables({"lost": article("Perdu")})).help["fr"]

    assert (kept.key, kept.readers, kept.topic.name) == ("lost", frozenset(), "Tout")


def test_the_longest_key_fits_into_a_button_of_the_last_person() -> None:
    (kept,) = read_policy(tables({"k" * 24: article("Perdu", **{"for": ["student"]})})).help["fr"]

    assert kept.readers == {Profile.STUDENT}
    for action in ("article", "help_thanks"):
        assert len(encode(Button(action, kept.key, 10**18 - 1)).encode()) <= LIMIT


@pytest.mark.parametrize("wrong", [{"for": ["wizard"]}, {"colour": "red"}])
def test_an_operator_reads_what_is_wrong_with_an_article(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="the operator's tables"):
        read_policy(tables({"lost": article("Perdu", **wrong)}))


@pytest.mark.parametrize("key", ["k" * 25, "Clé", "a|b"])
def test_a_key_that_no_button_can_hold_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="the key of a help article"):
        read_policy(tables({key: article("Perdu")}))


def test_an_article_that_is_listed_twice_or_not_written_is_refused() -> None:
    with pytest.raises(ValueError, match="listed twice"):
        read_policy(tables({"lost": article("Perdu")}, ["lost", "lost"]))
    with pytest.raises(ValueError, match="not written in 'fr'"):
        read_policy(tables({"lost": article("Perdu")}, ["found"]))


@pytest.mark.parametrize("word", ["harcelé", "frappe", "mourir", "suicide", "battu", "harcelement"])
@pytest.mark.parametrize("key", ["parent", "enseignant", "eleve"])
async def test_words_of_harm_find_the_numbers_to_call(sqlite_world: World, key: str, word: str) -> None:
    said = await sqlite_world.act(key, nouns.help_on, word)

    article = next((button.target for row in said.buttons for button in row if button.action == "article"), "")
    shown = await sqlite_world.act(key, help_.read, article) if article else said
    assert all(number in shown.facts["body"] for number in ("3018", "119", "17"))


# Which tool


async def test_the_tools_are_listed_by_what_one_wants_to_do(sqlite_world: World) -> None:
    said = await sqlite_world.act("enseignant", help_.tools, "")

    assert (said.kind, said.facts["tools"]) == ("help_topic", True)
    assert "Être sûr qu’un mot est lu" in titles(said)
    assert "Être sûr qu’un mot est lu" not in titles(await sqlite_world.act("eleve", help_.tools, ""))


async def test_words_lead_to_the_tool_that_serves_them(sqlite_world: World) -> None:
    said = await sqlite_world.act("enseignant", help_.tools, "devoirs à la maison")

    assert (said.kind, said.facts["title"]) == ("help_article", "Donner du travail à la maison")


async def test_words_that_no_tool_serves_show_every_tool(sqlite_world: World) -> None:
    assert (await sqlite_world.act("enseignant", help_.tools, "zzzz")).kind == "help_topic"


# What is counted


async def test_what_is_read_and_what_helps_is_counted_by_month_and_of_nobody(world: World) -> None:
    for key in ("parent", "parent2"):
        await world.act(key, help_.read, "password")
    await world.act("parent", help_.thank, "password")

    told = await world.desk.look(lambda work: advice.since(work, work.now.date().replace(day=1)))
    assert told == [("password", 2, 1)]
    assert await world.desk.look(lambda work: advice.since(work, work.now.date() + timedelta(days=40))) == []
