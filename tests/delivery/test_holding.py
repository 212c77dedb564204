"""Waits that Telegram asks for: a chat's own holds that chat, and one of the whole bot holds everybody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery import pacing
from bot.delivery.rules.holding import NO_MESSAGES
from bot.storage import ahead, deliveries, outbox, rate_windows
from bot.terms import Refusal
from tests.delivery.test_pacing import replica
from tests.world import World


async def test_waits_of_several_chats_that_end_together_hold_everybody_for_as_long(world: World) -> None:
    one, two = replica(world), replica(world)
    for chat, seconds in ((7, 240.0), (8, 239.0), (9, 239.0)):
        await one.put(pacing.hold, chat, seconds)
        world.now += timedelta(seconds=0.5)

    world.now += timedelta(seconds=230)
    assert not await pacing.may(two, 99)
    assert 5 < await two.look(pacing.wait) < 10
    assert await two.look(pacing.room) == 0
    world.now += timedelta(seconds=10)
    assert await pacing.may(two, 99)
    assert await pacing.may(one, 7)


async def test_waits_of_several_chats_that_end_apart_hold_only_these(world: World) -> None:
    one, two = replica(world), replica(world)
    for chat, seconds in ((7, 240.0), (8, 120.0), (9, 60.0), (10, 30.0)):
        await one.put(pacing.hold, chat, seconds)

    world.now += timedelta(seconds=1.5)

    assert await pacing.may(two, 99)
    assert not await pacing.may(two, 10)


async def test_what_names_no_chat_holds_everybody_for_as_long_as_asked(world: World) -> None:
    one, two = replica(world), replica(world)
    await one.put(pacing.hold_all, 60.0)
    await one.put(pacing.hold, 7, 1.0)

    world.now += timedelta(seconds=59)
    assert not await pacing.may(two, 99)
    world.now += timedelta(seconds=2)
    assert await pacing.may(two, 99)


async def test_a_wait_of_the_whole_bot_explains_the_pause_and_outlasts_no_wrong_clock(world: World) -> None:
    desk = replica(world)
    await desk.do(world.cause(), outbox.say_later, 99, Refusal("bad-number", typed="x"), "fr")
    world.now += timedelta(hours=2)
    await desk.put(pacing.hold_all, 60.0)
    assert not await desk.look(deliveries.unexplained)
    world.now -= timedelta(hours=2)
    await desk.put(ahead.bring_back)

    world.now += timedelta(seconds=61)

    assert await desk.look(pacing.wait) == 0
    assert await desk.look(deliveries.unexplained)


async def test_a_wrong_clock_alone_makes_no_wait_longer_than_asked(world: World) -> None:
    desk = replica(world)
    world.now += timedelta(hours=2)
    await desk.put(pacing.hold, rate_windows.WHOLE_BOT, 60.0)
    world.now -= timedelta(hours=2)

    assert not await pacing.may(desk, 99)
    world.now += timedelta(seconds=61)
    assert await pacing.may(desk, 99)


@pytest.mark.parametrize("kind", sorted(NO_MESSAGES))
async def test_what_makes_no_message_holds_everybody_for_as_long_as_the_server_asks_of_a_whole_bot(
    world: World, kind: str
) -> None:
    one, two = replica(world), replica(world)
    await one.put(pacing.hold_after, kind, 7, 60.0)

    world.now += timedelta(seconds=59)
    assert not await pacing.may(two, 99)
    world.now += timedelta(seconds=2)
    assert await pacing.may(two, 99)


async def test_a_long_wait_for_menus_silences_nobody_else(world: World) -> None:
    one, two = replica(world), replica(world)
    for chat in (7, 8, 9, 10):
        await one.put(pacing.hold_after, "menu", chat, 3000.0)

    world.now += timedelta(seconds=2)
    assert await pacing.may(two, 99)
    assert await pacing.may(two, 10)  # messages are another method
