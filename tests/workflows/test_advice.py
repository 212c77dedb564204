"""Before a request is filed, the help articles that may solve it are proposed; one that helps ends it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import texts
from bot.storage import advice
from bot.terms import Notice, Refusal, Saying
from bot.workflows.requests import filing
from tests.world import PHOTO, World

FORGOTTEN = "J'ai oublié mon mot de passe"


def proposed(said: Notice | None) -> dict[str, str]:
    """The keys of the articles that are proposed, by the words of their buttons."""
    assert said is not None
    return {key.words: key.target.rpartition(":")[2] for row in said.buttons for key in row if key.action == "advice"}


def actions(said: Notice | None) -> list[str]:
    """The actions of the buttons of an answer."""
    assert said is not None
    return [key.action for row in said.buttons for key in row]


async def prepared(world: World, words: str = FORGOTTEN) -> Notice:
    """The summary of a request of the parent's with those words."""
    await world.asked("parent", filing.start, "connexion", Saying())
    said = await world.say("parent", words)
    assert said is not None
    assert said.kind == "summary"
    return said


async def told(world: World) -> list[tuple[str, int, int]]:
    """What was counted of each article."""
    counted = await world.desk.look(lambda work: advice.since(work, work.now.date().replace(day=1)))
    return [(one.article, one.read, one.helped) for one in counted]


async def test_the_summary_proposes_what_may_solve_the_request(world: World) -> None:
    said = await prepared(world)

    assert "💡 Mot de passe oublié" in proposed(said)
    assert 1 <= len(proposed(said)) <= 3


@pytest.mark.parametrize("words", ["Bonjour", "zzzz", "Le toit du gymnase fuit"])
async def test_nothing_is_proposed_where_no_article_surely_helps(sqlite_world: World, words: str) -> None:
    assert proposed(await prepared(sqlite_world, words)) == {}


async def test_an_article_that_helps_ends_the_request_before_it_is_sent(world: World) -> None:
    await prepared(world)

    article = await world.press("parent", "advice", "password")
    assert article is not None
    assert (article.kind, article.facts["title"]) == ("advice", "Mot de passe oublié")
    assert actions(article)[:2] == ["solved", "unsolved"]
    thanks = await world.press("parent", "solved")

    assert thanks is not None
    assert (thanks.kind, actions(thanks)) == ("advice_solved", [])
    assert await world.rows("requests") == []
    assert await told(world) == [("password", 1, 1)]
    with pytest.raises(Refusal) as refused:
        await world.press("parent", "send")
    assert refused.value.reason in ("already-done", "old-button")


async def test_an_article_that_does_not_help_leads_back_to_the_request(world: World) -> None:
    await prepared(world)
    await world.press("parent", "advice", "password")

    back = await world.press("parent", "unsolved")
    assert back is not None
    assert (back.kind, back.facts["text"]) == ("summary", FORGOTTEN)
    await world.press("parent", "send")

    assert [row["category"] for row in await world.rows("requests")] == ["connexion"]
    assert await told(world) == [("password", 1, 0)]


async def test_words_and_pictures_under_an_article_join_the_request(world: World) -> None:
    await prepared(world)
    await world.press("parent", "advice", "password")

    said = await world.say("parent", "Le code ne marche pas non plus", PHOTO)

    assert said is not None
    assert (said.kind, said.facts["files"]) == ("summary", 1)
    assert said.facts["text"] == f"{FORGOTTEN}\nLe code ne marche pas non plus"


async def test_an_article_that_is_not_there_changes_nothing(sqlite_world: World) -> None:
    await prepared(sqlite_world)

    with pytest.raises(Refusal) as refused:
        await sqlite_world.press("parent", "advice", "gone")

    assert refused.value.reason == "old-button"
    await sqlite_world.press("parent", "send")
    assert len(await sqlite_world.rows("requests")) == 1


async def test_free_words_are_answered_with_articles_before_they_become_a_request(world: World) -> None:
    offer = await world.say("parent", FORGOTTEN)
    assert offer is not None
    assert "💡 Mot de passe oublié" in proposed(offer)
    assert "new" in actions(offer)

    await world.press("parent", "advice", "password")
    thanks = await world.press("parent", "solved")

    assert thanks is not None
    assert thanks.kind == "advice_solved"
    assert await world.rows("requests") == []


async def test_a_frightened_child_is_led_to_people_and_not_to_articles(sqlite_world: World) -> None:
    said = await sqlite_world.say("eleve", "j'ai peur, on me frappe")

    assert said is not None
    assert said.kind not in ("offer", "advice")
    assert proposed(said) == {}


@pytest.mark.parametrize(("code", "named"), [("fr", "« Continuer ma demande »"), ("en", "“Go on with my request”")])
async def test_an_article_read_while_a_request_is_written_names_the_button_below_it(
    sqlite_world: World, code: str, named: str
) -> None:
    await prepared(sqlite_world)
    article = await sqlite_world.press("parent", "advice", "password")
    assert article is not None
    english = next(one for one in sqlite_world.desk.policy.help[code] if one.key == "password")

    said = texts.word(replace(article, facts={"title": english.title, "body": english.body}), code).text

    assert named in said.replace("\u00a0", " ")
    assert "Nouvelle demande" not in said
    assert "New request" not in said
