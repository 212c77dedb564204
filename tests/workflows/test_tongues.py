"""Everything a pupil is told says *tu*: what they do, what they may not, what the courier brings, and codes."""

from __future__ import annotations

import asyncio

import pytest

from bot import texts
from bot.courier import Courier
from bot.terms import Refusal
from bot.workflows import nouns, talk
from bot.workflows.desk import Caller
from bot.workflows.passwords import codes
from bot.workflows.people import charters, issuing, linking, speaking
from bot.workflows.requests import queues, verbs
from tests.delivery.test_courier import Telegram
from tests.workflows.codes import given, handed
from tests.workflows.steps import linked, pressed
from tests.world import World

WHO = [("eleve", "fr-tu"), ("parent", "fr")]


@pytest.mark.parametrize(("key", "tongue"), WHO)
async def test_an_answer_and_a_refusal_are_in_the_tongue_of_the_person(
    sqlite_world: World, key: str, tongue: str
) -> None:
    world = sqlite_world

    assert (await world.act(key, queues.mine, None)).language == tongue
    assert (await world.refused(key, verbs.confirm, 99)).language == tongue
    assert (await talk.addressed(world.desk, world.caller(key), Refusal("unsupported"))).language == tongue
    assert (await charters.read_charter(world.desk, world.caller(key))).language == tongue
    with pytest.raises(Refusal) as met:
        await codes.ask(world.desk, world.cause(), world.caller(key), "Martin")
    assert met.value.language == tongue


async def test_a_pupil_who_chooses_english_reads_english(sqlite_world: World) -> None:
    said = await sqlite_world.act("eleve", speaking.speak_language, "en")

    assert said.language == "en"
    assert (await sqlite_world.act("eleve", queues.mine, None)).language == "en"


@pytest.mark.parametrize(("key", "tongue"), WHO)
async def test_somebody_who_links_an_account_is_spoken_to_as_its_profile_asks(
    sqlite_world: World, key: str, tongue: str
) -> None:
    world = sqlite_world
    _, token = await issuing.issue_token(world.desk, key)
    caller = world.caller("inconnu")

    charter = await linking.present(world.desk, world.cause(), caller, token)
    welcome = await linking.accept(world.desk, world.cause(), caller, pressed(charter, "accept"))

    assert [charter.language, welcome.language] == [tongue, tongue]
    assert (await world.desk.see(caller, speaking.accounts)).language == tongue


async def brought(world: World, chat: int, enough: int) -> list[str]:
    """What the courier brings to that chat, once it is so many messages."""
    telegram, stop = Telegram(), asyncio.Event()

    def heard() -> None:
        if len([text for whose, text in telegram.said if whose == chat]) == enough:
            stop.set()

    telegram.heard = heard
    async with asyncio.timeout(20):
        await Courier(world.desk, telegram).run(stop)
    return [text for whose, text in telegram.said if whose == chat]


async def test_what_the_courier_brings_to_a_pupil_says_tu(sqlite_world: World) -> None:
    world = sqlite_world
    number = await world.file("eleve")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Bonjour"))

    filed, answered = await brought(world, world.telegram["eleve"], 2)

    assert filed.startswith("✅ Ta demande")
    assert "te répond" in answered


async def test_the_chat_that_an_account_left_hears_of_it(sqlite_world: World) -> None:
    world = sqlite_world
    await linked(world, "eleve", Caller(6_000_009, 6_000_009))

    [told] = await brought(world, world.telegram["eleve"], 1)

    assert "Si ce n’est pas toi" in told


async def test_a_code_that_a_pupil_receives_says_tu(sqlite_world: World) -> None:
    world = sqlite_world
    await handed(world, await given(world, "directeur", "eleve", await world.file("eleve")))

    chat, received = world.whispers[-1]
    assert (chat, received.language) == (world.telegram["eleve"], "fr-tu")
    assert "Voici ton code" in texts.word(received, received.language).text


async def test_help_says_tu_to_a_pupil(sqlite_world: World) -> None:
    said = await sqlite_world.act("eleve", nouns.help_on, "")

    assert (said.kind, said.language) == ("help", "fr-tu")
    assert "t’aider" in texts.word(said, said.language).text
