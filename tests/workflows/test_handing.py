"""A code is handed to its requester or a parent: once, with the first name only, and only the newest code."""

from __future__ import annotations

import asyncio

import pytest

from bot.terms import Refusal
from bot.workflows.passwords import handing
from tests.workflows.codes import asked, given, handed
from tests.workflows.steps import actions, pressed
from tests.world import World


async def test_the_code_is_handed_to_whoever_asked_by_first_name_alone(world: World) -> None:
    number = await world.file("parent")
    shown = await given(world, "directeur", "eleve", number)

    said = await handed(world, shown)

    chat, received = world.whispers[-1]
    assert chat == world.telegram["parent"]
    assert received.secret
    assert received.facts["code"] == shown.facts["code"]
    assert "Caron" not in str(received)
    assert received.facts["name"] == "Inès"
    assert said.facts == {"name": "Sophie Caron"}
    assert actions(said) == ["resolve"]
    assert [m.text for m in await world.exchange(number)][-1] == "handed Sophie Caron"


async def test_without_a_request_the_pupil_and_their_linked_parents_can_be_handed_the_code(world: World) -> None:
    await asked(world, "directeur", "eleve")

    shown = world.whispers[-1][1]
    deed, heir = pressed(shown, "hand").split(":")
    choice = await world.desk.see(world.caller("directeur"), handing.choose, int(deed), shown.facts["code"])

    assert heir == "0"
    assert choice.facts == shown.facts
    assert choice.secret
    heirs = [pressed(choice, "hand", i).split(":")[1] for i in range(actions(choice).count("hand"))]
    assert heirs == [str((await world.person(key)).id) for key in ("eleve", "parent")]
    assert (await handed(world, choice, 1)).facts == {"name": "Sophie Caron"}


async def test_a_code_is_handed_to_the_same_person_once(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("eleve"))
    await handed(world, shown)

    with pytest.raises(Refusal, match="already-handed"):
        await handed(world, shown)
    assert len(world.whispers) == 2


async def test_two_presses_at_once_hand_a_code_over_once(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("eleve"))

    ends = await asyncio.gather(*(handed(world, shown) for _ in range(2)), return_exceptions=True)

    refused = [str(end) for end in ends if isinstance(end, Refusal)]
    assert len(refused) == 1
    assert refused[0] in ("under-way", "already-handed")
    assert len(world.whispers) == 2  # the one for the agent, and one for the heir


async def test_only_who_made_a_code_hands_it_on(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("eleve"))
    deed, heir = map(int, pressed(shown, "hand").split(":"))

    for key in ("adjoint", "directrice", "erun", "parent"):
        with pytest.raises(Refusal, match="old-button"):
            await handing.hand_over(world.desk, world.cause(), world.caller(key), deed, heir, "abcd3456")


async def test_a_code_that_does_not_reach_its_reader_is_said_to_have_failed(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("eleve"))
    world.deaf.add(world.telegram["eleve"])

    with pytest.raises(Refusal, match="code-not-handed"):
        await handed(world, shown)
    world.deaf.clear()
    assert (await handed(world, shown)).kind == "code_handed"


async def test_a_code_that_a_newer_one_replaced_is_not_handed_on(world: World) -> None:
    number = await world.file("parent")
    first = await given(world, "directeur", "eleve", number)
    second = await given(world, "directeur", "eleve", number)

    with pytest.raises(Refusal, match="code-replaced"):
        await handed(world, first)
    assert (await handed(world, second)).kind == "code_handed"
