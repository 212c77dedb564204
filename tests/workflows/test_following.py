"""Whoever follows a request with their own: they are heard, told of every end, and may go on by themselves."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from bot.terms import Notice, Status
from bot.workflows.desk import Turn
from bot.workflows.requests import prompts, silence, verbs
from tests.workflows.steps import escalated, letter, merged
from tests.world import PHOTO, World

# Being heard


async def test_words_about_a_merged_request_reach_whoever_treats_the_other(world: World) -> None:
    mine, other = await merged(world)
    await world.act("adjoint", verbs.take, other)
    mark = await world.mark()

    said = await world.act("eleve", verbs.speak, mine, world.saying("eleve", "Et moi ?", PHOTO))

    assert (said.kind, said.facts["number"], said.facts["into"]) == ("done_heard", mine, other)
    assert await world.everybody_told(mark) == {"adjoint": ["heard", "files"]}
    assert [m.text for m in await world.exchange(mine)] == ["Je n'y arrive pas", "Et moi ?"]
    assert (await world.request(mine)).status is Status.CLOSED


async def test_they_reach_the_level_that_treats_the_other_now_and_its_agent_may_answer(world: World) -> None:
    mine, other = await merged(world)
    await escalated(world, other, 1)
    mark = await world.mark()

    await world.act("eleve", verbs.speak, mine, world.saying("eleve", "Et moi ?"))
    assert (await letter(world, "erun", mark))["kind"] == "heard"

    mark = await world.mark()
    await world.act("erun", verbs.speak, mine, world.saying("erun", "Je regarde"))
    assert await world.everybody_told(mark) == {"eleve": ["answered"]}
    assert (await letter(world, "eleve", mark))["about"] == mine


async def test_the_button_for_an_answer_hears_a_follower_too(world: World) -> None:
    mine, _ = await merged(world)

    assert (await world.asked("eleve", prompts.prompt, "answer", mine)).kind == "ask_answer"
    said = await world.say("eleve", "Et moi ?")

    assert said is not None
    assert said.kind == "done_heard"


async def test_words_about_the_request_that_is_followed_are_heard_as_about_ones_own(world: World) -> None:
    mine, other = await merged(world)

    said = await world.act("eleve", verbs.speak, other, world.saying("eleve", "Et moi ?"))

    assert (said.kind, said.facts["number"]) == ("done_heard", mine)
    assert "Et moi ?" not in [message.text for message in await world.exchange(other)]
    assert "Et moi ?" in [message.text for message in await world.exchange(mine)]


@pytest.mark.parametrize("verb", [verbs.take, verbs.withdraw, verbs.confirm, verbs.reopen])
async def test_a_follower_does_nothing_to_the_request_they_follow(
    sqlite_world: World, verb: Callable[[Turn, int], Notice]
) -> None:
    _, other = await merged(sqlite_world)

    assert (await sqlite_world.refused("eleve", verb, other)).reason == "follower-only"


# Every end


async def test_followers_hear_what_solved_it_with_two_buttons_about_their_own(world: World) -> None:
    mine, other = await merged(world)
    await world.act("directeur", verbs.speak, other, world.saying("directeur", "Secret d'une autre famille"))
    mark = await world.mark()

    await world.act(
        "directeur", verbs.resolve_for_all, other, world.saying("directeur", "Le serveur est réparé.", PHOTO)
    )

    told = await letter(world, "eleve", mark)
    assert (told["kind"], told["about"], told["text"]) == ("followed_resolved", mine, "Le serveur est réparé.")
    assert (told["number"], told["follows"], told["own"]) == (other, mine, True)
    assert told["buttons"] == [("confirm", str(mine)), ("still", str(mine))]


@pytest.mark.parametrize(
    "words",
    [
        "Claire Martin a reçu son code",
        "Le compte de mme CARON est débloqué",
        "Écrit à claire.martin",
        "Le nouveau code de Zoé est remis",
        "zoé peut entrer",
        "Voir avec famille@exemple.fr",
    ],
)
async def test_words_that_name_somebody_are_not_shown_to_followers(sqlite_world: World, words: str) -> None:
    world = sqlite_world
    mine, other = await world.file("eleve"), await world.file("parent", text="Ma fille Zoé a perdu son code")
    await world.act("directeur", verbs.merge, mine, other)
    parent = await world.person("parent")
    mark = await world.mark()
    names = {"Claire Martin": parent.name, "CARON": (await world.person("eleve")).name.split()[-1].upper()}
    for invented, real in names.items():
        words = words.replace(invented, real)
    words = words.replace("claire.martin", parent.login)

    await world.act("directeur", verbs.resolve, other, world.saying("directeur", words))

    told = await letter(world, "eleve", mark)
    assert (told["kind"], told["text"]) == ("followed_resolved", "")
    assert words in json.dumps([row["payload"] for row in await world.letters("parent", mark)], ensure_ascii=False)


async def test_closing_by_its_requester_or_by_silence_reaches_followers(world: World) -> None:
    mine, other = await merged(world)
    await world.act("directeur", verbs.resolve, other)
    mark = await world.mark()
    await world.act("parent", verbs.confirm, other)
    assert (await letter(world, "eleve", mark))["kind"] == "followed_closed"

    mark = await world.mark()
    await world.act("parent", verbs.reopen, other)
    assert (await letter(world, "eleve", mark))["kind"] == "followed_reopened"

    await world.act("directeur", verbs.resolve, other)
    mark = await world.mark()
    world.wait(days=8)
    assert await silence.close_silent(world.desk) == 1
    told = await letter(world, "eleve", mark)
    assert (told["kind"], told["buttons"][1]) == ("followed_closed", ("still", str(mine)))


async def test_merging_into_a_resolved_request_tells_at_once_what_solved_it(world: World) -> None:
    mine, other = await world.file("eleve"), await world.file("parent")
    await world.act("directeur", verbs.resolve_for_all, other, world.saying("directeur", "Le serveur est réparé."))
    mark = await world.mark()

    await world.act("directeur", verbs.merge, mine, other)

    assert await world.everybody_told(mark) == {"eleve": ["merged", "followed_resolved"]}
    assert (await world.letters("eleve", mark))[-1]["payload"]["facts"]["text"] == "Le serveur est réparé."


async def test_who_follows_with_two_requests_is_told_of_each(world: World) -> None:
    first, second, other = await world.file("eleve"), await world.file("eleve"), await world.file("parent")
    for mine in (first, second):
        await world.act("directeur", verbs.merge, mine, other)
    mark = await world.mark()

    await world.act("directeur", verbs.resolve, other)

    about = [row["request"] for row in await world.letters("eleve", mark) if row["kind"] == "notice"]
    assert about == [first, second]


async def test_who_merged_duplicates_of_one_person_tells_them_once(world: World) -> None:
    first, second = await world.file("eleve"), await world.file("eleve")
    await world.act("directeur", verbs.merge, first, second)
    mark = await world.mark()

    await world.act("directeur", verbs.resolve, second)

    assert await world.everybody_told(mark) == {"eleve": ["resolved"]}
