"""Help: the articles chosen for a profile, the search in them, one article with its buttons, and the thanks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.handlers.buttons import LIMIT, encode
from bot.terms import Button, Notice, Profile
from bot.workflows import help as help_
from bot.workflows import nouns
from bot.workflows.desk import Turn
from bot.workflows.policy import Article, read_policy
from config.settings import Settings
from tests.world import World


def titles(said: Notice) -> list[str]:
    """The titles of the articles offered as buttons."""
    return [button.words for row in said.buttons for button in row if button.action == "article"]


def actions(said: Notice) -> list[str]:
    """The actions of the buttons, without the articles offered."""
    return [button.action for row in said.buttons for button in row if button.action != "article"]


def written(world: World, *articles: Article) -> None:
    """Puts these articles in place of those that are shipped."""
    world.desk.policy = replace(world.desk.policy, help={"fr": articles})


def tables(*articles: dict[str, object]) -> dict[str, object]:
    """The operator's tables with these help articles."""
    return {**Settings(_env_file=None).tables(), "help": {"fr": list(articles)}}


def article(title: str, **more: object) -> dict[str, object]:
    """An article as an operator writes it."""
    return {"title": title, "words": "", "body": "Un mot.", **more}


# The menu


async def test_help_shows_the_articles_of_the_profile_as_buttons_and_the_commands(world: World) -> None:
    said = await world.act("enseignant", nouns.help_on, "")

    assert said.kind == "help"
    assert "Je ne vois pas ma classe" in titles(said)
    assert "Mon enfant ne se connecte pas" not in titles(said)
    assert "aide" in said.facts["commands"]
    assert actions(said) == ["new"]


async def test_a_pupil_is_shown_the_articles_written_for_pupils(sqlite_world: World) -> None:
    said = await sqlite_world.act("eleve", nouns.help_on, "")

    assert "J’ai oublié mon mot de passe" in titles(said)
    assert "Mot de passe oublié" not in titles(said)


async def test_an_article_for_everybody_is_shown_to_everybody(sqlite_world: World) -> None:
    written(sqlite_world, Article("lost", "Perdu", "", "Un mot."))

    for key in ("eleve", "parent", "enseignant", "directeur"):
        assert titles(await sqlite_world.act(key, nouns.help_on, "")) == ["Perdu"]


async def test_more_articles_than_telegram_shows_as_buttons_still_make_a_menu(sqlite_world: World) -> None:
    written(sqlite_world, *(Article(f"a{n}", f"Question {n}", "", "Un mot.") for n in range(200)))

    said = await sqlite_world.act("eleve", nouns.help_on, "")

    assert len(titles(said)) == 40
    assert titles(await sqlite_world.act("eleve", nouns.help_on, "199")) == []


# The search


async def test_several_articles_that_match_are_offered_three_at_most(sqlite_world: World) -> None:
    said = await sqlite_world.act("parent", nouns.help_on, "compte")

    assert said.kind == "help_found"
    assert 2 <= len(titles(said)) <= help_.MOST
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
    assert (await sqlite_world.act("enseignant", nouns.help_on, "fils fille")).kind == "help_nothing"


@pytest.mark.parametrize("typed", ["zzzz", "?", "  ", "de"])
async def test_help_without_a_match_says_so_and_leads_on(sqlite_world: World, typed: str) -> None:
    said = await sqlite_world.act("eleve", nouns.help_on, typed)

    assert said.kind == "help_nothing"
    assert actions(said) == ["new", "help"]


# One article


async def test_the_button_of_each_article_shows_it(sqlite_world: World) -> None:
    menu = await sqlite_world.act("parent", nouns.help_on, "")

    for button in (button for row in menu.buttons for button in row if button.action == "article"):
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


def test_an_operators_article_needs_no_key_and_gets_the_same_at_every_start() -> None:
    first, second = (read_policy(tables(article("Perdu"), article("Trouvé"))) for _ in range(2))

    keys = [one.key for one in first.help["fr"]]
    assert keys == [one.key for one in second.help["fr"]]
    assert len(set(keys)) == 2
    assert first.help["fr"][0].readers == frozenset()


def test_the_longest_key_fits_into_a_button_of_the_last_person() -> None:
    kept = read_policy(tables(article("Perdu", key="k" * 24, **{"for": ["student"]}))).help["fr"][0]

    assert kept.readers == {Profile.STUDENT}
    for action in ("article", "help_thanks"):
        assert len(encode(Button(action, kept.key, 10**18 - 1)).encode()) <= LIMIT


@pytest.mark.parametrize(
    "wrong",
    [{"key": "k" * 25}, {"key": "Clé"}, {"key": "a|b"}, {"for": ["wizard"]}, {"colour": "red"}],
)
def test_an_operator_reads_what_is_wrong_with_an_article(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="the operator's tables"):
        read_policy(tables(article("Perdu", **wrong)))


def test_two_articles_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="same key"):
        read_policy(tables(article("Un", key="a"), article("Deux", key="a")))


@pytest.mark.parametrize("word", ["harcelé", "frappe", "mourir", "suicide", "battu", "harcelement"])
@pytest.mark.parametrize("key", ["parent", "enseignant", "eleve"])
async def test_words_of_harm_find_the_numbers_to_call(sqlite_world: World, key: str, word: str) -> None:
    said = await sqlite_world.act(key, nouns.help_on, word)

    article = next((button.target for row in said.buttons for button in row if button.action == "article"), "")
    shown = await sqlite_world.act(key, help_.read, article) if article else said
    assert all(number in shown.facts["body"] for number in ("3018", "119", "17"))
