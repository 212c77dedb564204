"""What changes while its card is on its way to a chat: the chat shows the change all the same."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from sqlalchemy import text
from sqlalchemy.util import await_only

from bot.delivery import carrying
from bot.delivery.carrying import Capacity
from bot.delivery.rules.retry import Sent
from bot.storage.deliveries import Delivery
from bot.storage.engine import open_records
from bot.storage.work import Work
from bot.terms import Origin
from bot.workflows.reports import treating
from bot.workflows.requests import amending, verbs
from tests.workflows import wall
from tests.world import World

T = TypeVar("T")
ARRIVED = Sent(message_id=77)
WAITING = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


@pytest.fixture
async def shared(inhabited_postgres_url: str) -> AsyncIterator[World]:
    """The demo's people on PostgreSQL, where two changes may be under way at once."""
    opened = open_records(inhabited_postgres_url)
    yield World(opened)
    await opened.close()


async def taken_in_hand(world: World, key: str, kind: str) -> Delivery:
    """What a courier has in hand of that kind for that persona, worded and not said; what comes before it is said."""
    chat = world.telegram[key]
    capacity = Capacity(world.now + timedelta(minutes=1), 100)
    while True:
        taken, _, _ = await world.desk.put(carrying.claim, capacity, False, lambda _work, _delivery: None)
        [delivery] = [one for one, _ in taken if one.chat_id == chat]
        if delivery.kind == kind:
            return delivery
        await world.desk.put(carrying.record, delivery, Sent())


async def reported(world: World) -> tuple[int, Delivery]:
    """The number of a report, and its card on its way to the deputy."""
    await wall.report(world, await wall.publish(world), "lea.martin")
    await wall.look(world)
    [report] = await world.rows("reports")
    return report["id"], await taken_in_hand(world, "adjoint", "screen")


async def drawn_again(world: World, key: str) -> int:
    """How often the message that has just arrived in that persona's chat is to be edited."""
    rows = await world.rows("outbox", chat_id=world.telegram[key], kind="refresh")
    return len([row for row in rows if row["message_id"] == ARRIVED.message_id])


class Pausing:
    """A change that was made and is not committed until it is let go."""

    def __init__(self) -> None:
        self.made, self.go = asyncio.Event(), asyncio.Event()

    def after(self, change: Callable[..., T]) -> Callable[..., T]:
        """The change, which then waits."""

        def changed(*args: Any) -> T:
            result = change(*args)
            self.made.set()
            await_only(self.go.wait())
            return result

        return changed


async def overlap(
    world: World, pausing: Pausing, first: Coroutine[Any, Any, Any], second: Coroutine[Any, Any, Any]
) -> None:
    """Begins the second while the first is made and not committed, and ends both."""
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        tasks.create_task(first)
        await pausing.made.wait()
        later = tasks.create_task(second)
        waiting = 0
        while not later.done() and not waiting:
            waiting = await world.desk.records.read(lambda connection: connection.execute(WAITING).scalar_one())
        pausing.go.set()


async def test_a_card_whose_request_moved_meanwhile_is_drawn_again(world: World) -> None:
    number = await world.file("eleve")
    delivery = await taken_in_hand(world, "adjoint", "card")
    await world.act("directeur", verbs.take, number)

    await world.desk.put(carrying.record, delivery, ARRIVED)

    assert await drawn_again(world, "adjoint") == 1


async def test_a_card_whose_words_were_edited_meanwhile_is_drawn_again(world: World) -> None:
    await world.file("eleve")
    [message] = await world.rows("messages")
    delivery = await taken_in_hand(world, "adjoint", "card")
    origin = Origin(message["chat_id"], message["message_id"])
    await world.act("eleve", amending.edit, origin, "Je n'y arrive toujours pas")

    await world.desk.put(carrying.record, delivery, ARRIVED)

    assert await drawn_again(world, "adjoint") == 1


async def test_a_card_whose_request_stood_still_is_left_as_it_is(world: World) -> None:
    await world.file("eleve")
    delivery = await taken_in_hand(world, "adjoint", "card")

    await world.desk.put(carrying.record, delivery, ARRIVED)

    assert await drawn_again(world, "adjoint") == 0


async def test_a_card_that_arrives_while_its_request_is_being_taken_is_drawn_again(shared: World) -> None:
    number = await shared.file("eleve")
    delivery = await taken_in_hand(shared, "adjoint", "card")
    pausing = Pausing()
    taking = shared.act("directeur", pausing.after(verbs.take), number)

    await overlap(shared, pausing, taking, shared.desk.put(carrying.record, delivery, ARRIVED))

    assert await drawn_again(shared, "adjoint") == 1


async def test_a_card_being_worded_while_its_request_is_being_taken_is_drawn_again(shared: World) -> None:
    number = await shared.file("eleve")
    pausing, carried = Pausing(), list[Delivery]()

    async def carry() -> None:
        shared.wait(seconds=1)  # the change is of an earlier moment, and comes later
        carried.append(await taken_in_hand(shared, "adjoint", "card"))

    taking = shared.act("directeur", pausing.after(verbs.take), number)
    await overlap(shared, pausing, taking, carry())
    [one] = carried
    await shared.desk.put(carrying.record, one, ARRIVED)

    assert await drawn_again(shared, "adjoint") == 1


async def test_whoever_takes_a_request_waits_for_the_card_that_is_being_noted(shared: World) -> None:
    number = await shared.file("eleve")
    delivery = await taken_in_hand(shared, "adjoint", "card")
    pausing = Pausing()
    noting = shared.desk.put(pausing.after(carrying.record), delivery, ARRIVED)

    await overlap(shared, pausing, noting, shared.act("directeur", verbs.take, number))

    assert await drawn_again(shared, "adjoint") == 1


async def test_a_reports_card_that_arrives_while_it_is_being_treated_is_drawn_after_that(shared: World) -> None:
    number, delivery = await reported(shared)
    pausing, waited = Pausing(), list[bool]()

    def noted(work: Work) -> None:
        carrying.record(work, delivery, ARRIVED)
        waited.append(pausing.go.is_set())

    treated = shared.act("directeur", pausing.after(treating.talk), number)
    await overlap(shared, pausing, treated, shared.desk.put(noted))

    assert waited == [True]
    assert await drawn_again(shared, "adjoint") == 1


async def test_whoever_treats_a_report_waits_for_its_card_that_is_being_noted(shared: World) -> None:
    number, delivery = await reported(shared)
    pausing = Pausing()
    noting = shared.desk.put(pausing.after(carrying.record), delivery, ARRIVED)

    await overlap(shared, pausing, noting, shared.act("directeur", treating.talk, number))

    assert await drawn_again(shared, "adjoint") == 2  # as every card that arrives, and for what was done
