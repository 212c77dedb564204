"""Whoever administers nothing any more reads that, and not that a request or a button never was."""

from __future__ import annotations

import pytest

from bot.terms import Refusal
from bot.workflows import talk
from bot.workflows.accounts import finding
from bot.workflows.requests import queues, verbs
from tests.world import World


async def said(world: World, key: str, refusal: Refusal) -> str:
    """The reason that the person reads."""
    return (await talk.addressed(world.desk, world.caller(key), refusal)).reason


async def demoted(world: World, key: str = "adjoint") -> int:
    """Takes every right from somebody who took a request; returns its number."""
    number = await world.file("eleve")
    await world.carry()
    await world.act(key, verbs.take, number)
    await world.appoint(key)
    world.wait(minutes=3)
    return number


async def test_the_card_of_a_request_says_that_it_is_not_theirs_any_more(world: World) -> None:
    number = await demoted(world)

    assert (await world.refused("adjoint", verbs.resolve, number)).reason == "no-longer-yours"
    unseen = await world.file("enseignant")
    assert (await world.refused("adjoint", verbs.take, unseen)).reason == "unknown-request"


async def test_a_command_or_a_card_says_that_they_administer_nothing_any_more(world: World) -> None:
    await demoted(world)

    with pytest.raises(Refusal) as met:
        await finding.administrator(world.desk, world.caller("adjoint"))
    assert await said(world, "adjoint", met.value) == "no-longer-administrator"
    refusal = await world.refused("adjoint", queues.queue, "")
    assert await said(world, "adjoint", refusal) == "no-longer-administrator"


async def test_whoever_never_did_or_still_does_reads_what_they_read_before(world: World) -> None:
    for key in ("parent", "enseignant"):
        with pytest.raises(Refusal) as met:
            await finding.administrator(world.desk, world.caller(key))
        assert await said(world, key, met.value) == "administrators-only"
    await world.act("directeur", verbs.take, await world.file("eleve"))
    assert await said(world, "directeur", Refusal("agents-only-queue")) == "agents-only-queue"
