"""Lanes: answers go before notices, notices before all else; a chat keeps its order, and no lane stands still."""

from __future__ import annotations

from sqlalchemy import text

from bot.delivery import carrying
from bot.delivery.rules.budget import ALL, FREE
from bot.delivery.rules.retry import Sent
from bot.storage import deliveries, outbox
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import DeliveryLane, Refusal
from tests.world import World

MANY = 300


async def announce(world: World, first: int, count: int) -> None:
    """Leaves the refusal of something to so many chats."""
    for chat in range(first, first + count):
        await world.desk.do(world.cause(), outbox.say_later, chat, Refusal("bad-number", typed="x"), "fr")


async def taken(world: World, limit: int) -> list[tuple[int, str]]:
    """What a courier with so many slots takes now: chat and kind of each delivery; all are sent."""
    found = await world.desk.put(deliveries.heads, limit)
    for one in found:
        await world.desk.put(carrying.record, one, Sent(1000 + one.id))
    return [(one.chat_id, one.kind) for one in found]


async def emptied(world: World) -> None:
    """Sends all that is queued, and leaves the tenth of a second that belongs to those that wait longest."""
    await world.carry()
    world.now = world.now.replace(microsecond=500_000)


async def test_who_writes_now_is_answered_before_hundreds_of_refusals(world: World) -> None:
    await emptied(world)
    await announce(world, 5000, MANY)
    world.wait(seconds=1)

    number = await world.file("eleve")

    first = await taken(world, 1)
    assert first == [(world.telegram["eleve"], "notice")]
    assert (await taken(world, 1))[0][0] == world.telegram["directeur"], f"the card of n°{number}"


async def test_what_stands_before_an_answer_in_its_chat_goes_with_it_in_the_old_order(world: World) -> None:
    number = await world.file("eleve")
    await emptied(world)
    await announce(world, 5000, MANY)
    await announce(world, world.telegram["eleve"], 1)
    world.wait(seconds=1)

    await world.file("eleve", text="Encore une")

    assert [await taken(world, 1) for _ in range(2)] == [
        [(world.telegram["eleve"], "refusal")],
        [(world.telegram["eleve"], "notice")],
    ], number


async def test_a_lane_that_others_always_pass_still_moves_on(world: World) -> None:
    await emptied(world)
    await announce(world, 5000, 5)
    kinds = []
    for _ in range(40):
        world.wait(milliseconds=150)
        await world.file("eleve")  # somebody writes without end
        kinds += [kind for _, kind in await taken(world, 1)]

    assert 1 <= kinds.count("refusal") <= 5
    assert kinds.count("notice") > kinds.count("refusal")


async def test_the_release_before_queues_without_a_lane(world: World) -> None:
    await emptied(world)
    row = {"kind": "delete", "payload": {}, "chat_id": 7, "message_id": 1, "state": "queued", "attempts": 0}
    row |= {"at": world.now, "not_before": world.now, "error": "", "dedupe": "old#0", "bot": 0}
    await world.desk.put(lambda work: work.execute(DESK.tables["outbox"].insert().values(**row)))

    assert [one.chat_id for one in await world.desk.put(deliveries.heads, 9)] == [7]


async def test_taking_the_next_of_thousands_reads_no_more_than_it_takes(sqlite_world: World) -> None:
    def plan(work: object) -> str:
        statement = deliveries._HEADS._direct["sqlite"].sql  # as it is run
        rows = work.execute(text(f"EXPLAIN QUERY PLAN {statement.replace('?', '1')}"))  # type: ignore[attr-defined]
        return "\n".join(row[-1] for row in rows)

    sqlite_world.now = sqlite_world.now.replace(microsecond=500_000)
    await sqlite_world.desk.put(deliveries.heads, 1)
    found = await sqlite_world.desk.look(plan)
    assert "outbox_lanes" in found
    assert "TEMP B-TREE" not in found


async def spread(world: World, count: int) -> None:
    """Queues an announcement for so many chats, whose people the desk need not know."""

    def queue(work: Work) -> None:
        row = {"kind": "screen", "payload": {"about": "announcement:1"}, "state": "queued", "attempts": 0}
        row |= {"at": work.now, "not_before": work.now, "error": "", "bot": 0, "lane": DeliveryLane.ANNOUNCEMENTS}
        rows = [row | {"chat_id": 50_000 + one, "dedupe": f"announcement:1:{one}#0"} for one in range(count)]
        work.execute(DESK.tables["outbox"].insert(), rows)

    await world.desk.put(queue)


async def round_of(world: World, paced: bool = True) -> carrying.Round[None]:
    """One round of a courier with many slots; what it claims is not sent yet."""
    capacity = carrying.Capacity(world.now + deliveries.CLAIM, 40)
    return await world.desk.put(carrying.go_round, capacity, (), paced, lambda *_: None)


async def test_a_notice_about_a_request_passes_thousands_of_announcements(world: World) -> None:
    await emptied(world)
    await spread(world, 2 * MANY)
    world.wait(seconds=1)

    await world.file("eleve")

    assert await taken(world, 1) == [(world.telegram["eleve"], "notice")]
    assert await taken(world, 1) == [(world.telegram["directeur"], "card")]


async def test_announcements_leave_half_of_the_pace_free_for_what_comes_meanwhile(world: World) -> None:
    await emptied(world)
    await spread(world, MANY)
    world.wait(seconds=2)

    first = await round_of(world)
    assert len(first.claimed) == ALL.limit - FREE
    assert first.due is not None
    assert world.now < first.due <= world.wait(seconds=1.2)  # not only when somebody wakes the courier
    world.wait(seconds=-1.2)

    await world.file("eleve")
    then = await round_of(world)
    assert {one.lane for one, _ in then.claimed} == {DeliveryLane.ANSWERS, DeliveryLane.NOTICES}

    world.wait(seconds=1.2)
    assert {one.lane for one, _ in (await round_of(world)).claimed} >= {DeliveryLane.ANNOUNCEMENTS}


async def test_in_its_own_chat_an_announcement_holds_up_no_notice(world: World) -> None:
    await emptied(world)
    director = await world.person("directeur")
    await world.desk.do(world.cause(), outbox.screen, director, "announcement:1")
    world.wait(seconds=1)

    await world.file("eleve")

    found = await world.desk.put(deliveries.heads, 9)
    assert next(one.kind for one in found if one.chat_id == director.telegram_id) == "card"
