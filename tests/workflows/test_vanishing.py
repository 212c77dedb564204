"""Codes whose messages cannot be taken back: the agent reads it, and whoever can still delete them."""

from __future__ import annotations

from bot.courier import Courier
from bot.delivery import carrying
from bot.delivery.rules.retry import Gone, Rejected, Sent
from bot.storage import bots, deliveries
from bot.storage.deliveries import Delivery
from bot.storage.work import Work
from bot.workflows.passwords import vanishing
from tests.delivery.test_courier import Telegram
from tests.workflows.absence import block, unblock
from tests.workflows.codes import given, handed
from tests.world import World


async def test_who_reads_a_code_that_stands_and_who_made_it_are_told_once(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("parent"))
    await handed(world, shown)
    world.wait(days=3)
    assert await vanishing.vanish(world.desk)
    await world.desk.put(_refuse)
    mark = await world.mark()

    for _ in range(2):
        await vanishing.own_up(world.desk)

    assert await world.told("parent", mark) == ["code_stands"]
    assert sorted(await world.told("directeur", mark)) == ["code_stands", "code_stands_there"]
    said = [row["payload"]["facts"] for row in await world.letters("parent", mark)]
    assert said == [{"name": "Inès"}]


async def test_whoever_comes_back_has_the_codes_deleted_that_could_not_be(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("parent"))
    await handed(world, shown)
    chat = world.telegram["parent"]
    await block(world, "parent")
    world.wait(minutes=10)
    assert await vanishing.vanish(world.desk)
    await world.desk.put(_gone)
    await vanishing.own_up(world.desk)

    world.wait(hours=1)
    await unblock(world, "parent")

    [again] = await world.rows("outbox", kind="delete", chat_id=chat)
    assert again["state"] == "queued"


async def test_what_is_too_old_to_be_deleted_is_not_tried_again(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("parent"))
    await handed(world, shown)
    await block(world, "parent")
    world.wait(minutes=10)
    await vanishing.vanish(world.desk)
    await world.desk.put(_gone)

    world.wait(hours=48)
    await unblock(world, "parent")

    assert not await world.rows("outbox", kind="delete", state="queued")


async def test_a_code_of_the_bot_before_is_owned_up_to_and_deleted_once_that_one_serves_again(world: World) -> None:
    world.desk.bot = 1
    await world.desk.put(bots.begin)
    await given(world, "directeur", "eleve")
    world.desk.bot = 2
    world.wait(minutes=10)
    await world.desk.put(bots.begin)
    mark = await world.mark()
    assert await vanishing.vanish(world.desk)
    courier = Courier(world.desk, Telegram())
    [row] = await world.desk.put(_deletions)
    refused = await world.desk.look(courier._prepare, row)
    assert isinstance(refused, Rejected)
    await world.desk.put(carrying.record, row, refused)
    await vanishing.own_up(world.desk)
    assert await world.told("directeur", mark) == ["delete", "code_stands"]

    world.desk.bot = 1
    world.wait(hours=1)
    await world.desk.put(bots.begin)

    [again] = await world.rows("outbox", kind="delete")
    assert (again["state"], again["bot"]) == ("queued", 1)


def _deletions(work: Work) -> list[Delivery]:
    """The deletions that are due; what stands before them has arrived."""
    while heads := deliveries.heads(work, 100):
        if found := [one for one in heads if one.kind == "delete"]:
            return found
        for one in heads:
            carrying.record(work, one, Sent())
    return []


def _gone(work: Work) -> None:
    """Records of every queued deletion that its reader blocked the bot, and of the rest that it arrived."""
    while heads := deliveries.heads(work, 100):
        for one in heads:
            carrying.record(work, one, Gone("bot was blocked by the user") if one.kind == "delete" else Sent())


def _refuse(work: Work) -> None:
    """Records of every queued deletion that Telegram refuses it, and of the rest that it arrived."""
    while heads := deliveries.heads(work, 100):
        for one in heads:
            carrying.record(work, one, Rejected("neither deleted") if one.kind == "delete" else Sent())
