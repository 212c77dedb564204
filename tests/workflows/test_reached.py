"""Whoever was thought not to be reachable is found back by what they do, and by what arrives."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery import carrying
from bot.delivery.rules.retry import Gone, Outcome, Sent
from bot.opening import serve_as
from bot.storage import deliveries, people
from bot.terms import DeliveryState
from bot.workflows import talk
from bot.workflows.people import rights
from bot.workflows.requests import returning, serving, verbs
from tests.world import TELEGRAM, World

GONE = Gone("Forbidden: bot was blocked by the user")
NOT_FOUND = Gone("Bad Request: chat not found")


async def heads(world: World, key: str) -> deliveries.Delivery:
    """What is sent next to that persona, read as a courier reads it."""
    return next(one for one in await world.desk.put(deliveries.heads, 100) if one.chat_id == TELEGRAM[key])


async def carried(world: World, key: str, outcome: Outcome) -> DeliveryState:
    """Records that outcome of what is sent next to that persona; returns the delivery's state."""
    return await world.desk.put(carrying.record, await heads(world, key), outcome)


async def moved(world: World, key: str, can_be: bool) -> None:
    """That persona unblocks the bot, or blocks it."""
    await talk.reachable(world.desk, world.cause(), TELEGRAM[key], can_be)


async def test_a_refusal_recorded_after_the_unblocking_says_nothing_and_is_tried_again(world: World) -> None:
    await world.carry()
    await world.file("eleve")
    sending = await heads(world, "directeur")
    world.now += timedelta(seconds=1)
    await moved(world, "directeur", can_be=True)

    assert await world.desk.put(carrying.record, sending, GONE) is DeliveryState.QUEUED
    assert (await world.person("directeur")).reachable


async def test_a_message_sent_before_the_block_does_not_undo_it(world: World) -> None:
    await world.carry()
    await world.file("eleve")
    sending = await heads(world, "directeur")
    world.now += timedelta(seconds=1)
    await moved(world, "directeur", can_be=False)

    await world.desk.put(carrying.record, sending, Sent(77))

    assert not (await world.person("directeur")).reachable


async def test_a_message_that_arrives_says_that_its_reader_is_back(world: World) -> None:
    await world.carry()
    await world.file("eleve")
    assert await carried(world, "directeur", GONE) is DeliveryState.DEAD
    await world.file("parent")
    world.now += timedelta(seconds=1)

    await carried(world, "directeur", Sent(78))

    assert (await world.person("directeur")).reachable


async def test_whoever_writes_can_be_reached_before_what_they_do_is_handled(world: World) -> None:
    await world.enrol("parent2", TELEGRAM["directeur"])
    await moved(world, "directeur", can_be=False)

    await rights.renew(world.desk, world.caller("directeur"))

    mine = await world.desk.look(people.of_telegram, TELEGRAM["directeur"])
    assert [one.reachable for one in mine] == [True, True]


async def test_with_another_token_nobody_is_lost_and_each_is_told_once_they_come(world: World) -> None:
    await serve_as(world.desk, 1)
    number = await world.file("eleve")
    await world.carry()
    await serve_as(world.desk, 2)
    linked = await world.desk.look(people.unmet, 2)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Toujours rien"))
    for key in ("directeur", "adjoint"):
        assert await carried(world, key, NOT_FOUND) is DeliveryState.DROPPED
    await serving.settle(world.desk)
    assert (await world.request(number)).level == 0
    assert not await world.rows("outbox", state="dead")
    assert await returning.greet(world.desk) == 1  # the pupil, who wrote: the others did not come yet

    mark = await world.mark()
    await rights.renew(world.desk, world.caller("directeur"))
    await returning.greet(world.desk)

    assert await world.told("directeur", mark) == ["waits"]
    assert linked - await world.desk.look(people.unmet, 2) == 2


@pytest.mark.parametrize("again", [False, True])
async def test_who_blocks_again_before_they_are_told_is_told_later(world: World, again: bool) -> None:
    await world.file("eleve")
    await world.carry()
    for can_be in (False, True, *([False] if again else [])):
        world.now += timedelta(seconds=1)
        await moved(world, "directeur", can_be)

    assert await returning.greet(world.desk) == (0 if again else 1)

    if again:
        await moved(world, "directeur", can_be=True)
        assert await returning.greet(world.desk) == 1


async def test_a_desk_whose_agents_do_not_come_to_a_new_bot_is_served_above_until_they_do(world: World) -> None:
    await serve_as(world.desk, 1)
    number = await world.file("eleve")
    await world.carry()
    await serve_as(world.desk, 2)
    await rights.renew(world.desk, world.caller("erun"))  # who writes to the new bot at once
    world.now += world.desk.policy.meeting - timedelta(minutes=1)
    await serving.settle(world.desk)
    assert (await world.request(number)).level == 0

    world.now += timedelta(minutes=2)
    await serving.settle(world.desk)

    assert (await world.request(number)).level == 1
    mark = await world.mark()
    await rights.renew(world.desk, world.caller("directeur"))
    await returning.greet(world.desk)
    assert "waits" in await world.told("directeur", mark)
    assert (await world.person("directeur")).reachable
    assert (await world.person("eleve")).reachable  # families are not given up


async def test_an_agent_counted_as_away_from_a_new_bot_leaves_no_dead_notice(world: World) -> None:
    await serve_as(world.desk, 1)
    await world.file("eleve")
    await serve_as(world.desk, 2)
    world.now += world.desk.policy.meeting + timedelta(minutes=1)
    await serving.settle(world.desk)

    assert await carried(world, "directeur", NOT_FOUND) is DeliveryState.DROPPED
