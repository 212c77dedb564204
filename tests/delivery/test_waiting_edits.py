"""An edit that Telegram refuses or slows holds up no message, and a call for help is tried where a chat is held."""

from __future__ import annotations

from bot.delivery import carrying, pacing
from bot.delivery.carrying import Capacity
from bot.delivery.rules.retry import NotWritten, Sent, Wait
from bot.storage import cards, deliveries, outbox
from bot.storage.deliveries import Delivery
from bot.terms import Refusal
from tests.delivery.test_courier import capacity
from tests.delivery.test_pacing import replica
from tests.workflows.test_alarm import called
from tests.world import World

CHAT = 7


async def paced(world: World) -> list[Delivery]:
    """What a courier claims that keeps Telegram's pace."""
    given = Capacity(capacity(world).until, 100)
    taken, _, _ = await world.desk.put(carrying.claim, given, True, lambda _work, _delivery: None)
    return [delivery for delivery, _ in taken]


async def told(world: World, word: str) -> None:
    await world.desk.do(world.cause(), outbox.say_later, CHAT, Refusal("bad-number", typed=word), "fr")


async def an_edit(world: World) -> Delivery:
    """An edit of a card in a chat, which a courier has in hand."""
    await world.desk.do(world.cause(), outbox.redraw, CHAT, 50, 0, "request:1")
    [edit] = [one for one in await paced(world) if one.chat_id == CHAT]
    return edit


async def test_a_wait_for_an_edit_holds_edits_alone(world: World) -> None:
    await world.carry()
    await world.desk.put(carrying.record, await an_edit(world), Wait(600))
    world.wait(seconds=5)
    await told(world, "derrière")

    assert [one.kind for one in await paced(world) if one.chat_id == CHAT] == ["refusal"]
    desk = replica(world)
    assert await desk.look(pacing.closed, CHAT) == 0
    assert await desk.look(pacing.closed, CHAT, True) > 500
    assert not await desk.look(deliveries.unexplained)


async def test_direct_answers_go_though_an_edit_must_wait(world: World) -> None:
    await world.carry()
    await world.desk.put(carrying.record, await an_edit(world), Wait(900))
    world.wait(seconds=5)
    desk = replica(world)

    assert await pacing.until(desk, CHAT) > 800
    assert await pacing.may(desk, CHAT)


async def test_a_message_that_telegram_slows_holds_the_chat(world: World) -> None:
    await world.carry()
    await told(world, "attend")
    [one] = [one for one in await paced(world) if one.chat_id == CHAT]
    await world.desk.put(carrying.record, one, Wait(600))
    world.wait(seconds=5)
    await told(world, "derrière")

    assert not [one for one in await paced(world) if one.chat_id == CHAT]
    assert not await pacing.may(replica(world), CHAT)


async def test_edits_that_three_chats_wait_for_together_still_hold_the_bot(world: World) -> None:
    desk = replica(world)
    for chat in (7, 8, 9):
        await desk.put(pacing.hold, chat, 240.0, edits=True)
    world.wait(seconds=2)

    assert not await pacing.may(desk, 99)


async def test_an_edit_that_fails_again_and_again_lets_messages_pass_in_their_order(world: World) -> None:
    await world.carry()
    edit = await an_edit(world)
    for _ in range(3):
        await world.desk.put(carrying.record, edit, NotWritten("500"))
    await told(world, "un")
    await told(world, "deux")

    [first] = [one for one in await paced(world) if one.chat_id == CHAT]
    assert first.payload["facts"]["typed"] == "un"
    assert not [one for one in await paced(world) if one.chat_id == CHAT]  # the second waits for the first
    await world.desk.put(carrying.record, first, Sent(60))
    world.wait(seconds=4)
    assert {one.kind for one in await paced(world) if one.chat_id == CHAT} >= {"refusal"}


async def test_an_older_edit_never_overwrites_a_newer_one_of_its_message(world: World) -> None:
    await world.carry()
    await world.desk.put(carrying.record, await an_edit(world), NotWritten("500"))
    await world.desk.do(world.cause(), outbox.redraw, CHAT, 50, 0, "request:1")

    assert not [one for one in await paced(world) if one.chat_id == CHAT]


async def test_a_call_for_help_is_tried_where_the_chat_is_held_and_messages_wait(world: World) -> None:
    await world.carry()
    for key in ("directeur", "adjoint"):
        await world.desk.put(pacing.hold, world.telegram[key], 900.0)
        answer = Refusal("bad-number", typed="x")
        await world.desk.do(world.cause(), outbox.say_later, world.telegram[key], answer, "fr")
    world.wait(seconds=5)
    number = await called(world)

    tried = [one for one in await paced(world) if one.kind == "card" and one.request == number]

    assert {one.chat_id for one in tried} >= {world.telegram["directeur"]}
    assert not await world.desk.look(cards.live, number)
