"""The second half of a text that Telegram cut joins the first, for the same readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.terms import Notice, Refusal, Status, Voice
from bot.workflows.requests import continuing, verbs
from tests.workflows.steps import filed
from tests.world import PHOTO, World

FIRST = "x" * 4000
Verb = Callable[..., Any]


async def goes_on(world: World, key: str, text: str = "la fin") -> Notice | None:
    """That persona writes words without a command; returns what they are answered if they continue a text."""
    return await world.act(key, continuing.continue_, world.saying(key, text))


@pytest.mark.parametrize(
    ("verb", "voice", "receipt", "told"),
    [
        (verbs.speak, Voice.ANSWER, "done_answered", {"eleve": ["answered"]}),
        (verbs.ask, Voice.QUESTION, "done_asked", {"eleve": ["asked"]}),
        (verbs.note, Voice.NOTE, "done_noted", {"adjoint": ["noted"]}),
    ],
)
async def test_an_agents_second_half_has_the_voice_and_the_readers_of_the_first(
    world: World, verb: Verb, voice: Voice, receipt: str, told: dict[str, list[str]]
) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verb, number, world.saying("directeur", FIRST))
    mark = await world.mark()
    world.wait(seconds=14)

    said = await goes_on(world, "directeur")

    assert said is not None
    assert (said.kind, said.facts["number"]) == (receipt, number)
    message = (await world.exchange(number))[-1]
    assert (message.voice, message.text) == (voice, "la fin")
    assert await world.everybody_told(mark) == told


async def test_the_second_half_of_a_description_reaches_the_desk(world: World) -> None:
    number = await world.file("eleve", text=FIRST)
    mark = await world.mark()

    said = await goes_on(world, "eleve")

    assert said is not None
    assert said.kind == "done_replied"
    assert await world.told("directeur", mark) == ["replied"]
    assert [message.text for message in await world.exchange(number)] == [FIRST, "la fin"]


async def test_a_third_part_continues_a_second_one_that_is_long_too(world: World) -> None:
    number = await world.file("eleve", text=FIRST)
    await goes_on(world, "eleve", FIRST)
    world.wait(seconds=10)

    assert await goes_on(world, "eleve") is not None
    assert len(await world.exchange(number)) == 3


async def test_the_second_half_of_a_solution_does_not_open_the_request_again(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", FIRST))

    assert await goes_on(world, "directeur") is not None
    assert (await world.request(number)).status is Status.RESOLVED


@pytest.mark.parametrize(("text", "seconds"), [("x" * 3499, 1), (FIRST, 16)])
async def test_words_after_a_short_text_or_a_while_are_something_new(world: World, text: str, seconds: int) -> None:
    number = await world.file("eleve", text=text)
    world.wait(seconds=seconds)

    assert await goes_on(world, "eleve") is None
    assert len(await world.exchange(number)) == 1


async def test_words_in_another_chat_and_files_are_something_new(world: World) -> None:
    number = await world.file("eleve", text=FIRST)

    assert await goes_on(world, "parent") is None
    assert await world.act("eleve", continuing.continue_, world.saying("eleve", "la fin", PHOTO)) is None
    assert await world.act("eleve", continuing.continue_, world.saying("eleve")) is None
    assert len(await world.exchange(number)) == 1


async def test_a_second_half_that_is_too_long_is_refused(world: World) -> None:
    await world.file("eleve", text=FIRST)

    with pytest.raises(Refusal, match="text-too-long"):
        await goes_on(world, "eleve", "x" * 4097)
