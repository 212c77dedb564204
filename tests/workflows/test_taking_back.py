"""A chat that an account leaves keeps nothing of other people: not their cards, what they wrote, nor reports."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.delivery import carrying
from bot.delivery.rules.retry import Sent
from bot.storage import cards as card_records
from bot.storage import deliveries
from bot.storage.deliveries import Delivery
from bot.storage.work import Work
from bot.terms import DeliveryState
from bot.workflows.desk import Caller
from bot.workflows.people import own_data, speaking
from bot.workflows.requests import leafing, verbs
from tests.workflows import wall
from tests.workflows.steps import linked
from tests.world import TELEGRAM, World

OTHER = Caller(6_000_009, 6_000_009)
CHAT = TELEGRAM["directeur"]


async def taken_over(world: World) -> None:
    """A new token links the director's account to another phone."""
    await linked(world, "directeur", OTHER)


async def erased(world: World) -> None:
    """The director erases their own data."""
    await world.act("directeur", own_data.erase)


async def vanished(world: World) -> None:
    """The director's account is deleted from the ENT."""
    await world.delete_account("directeur")
    await world.ask_again("directeur")


LEAVING = pytest.mark.parametrize("leave", [taken_over, erased, vanished])
Leave = Callable[[World], Awaitable[None]]


async def shown(world: World) -> tuple[int, set[int]]:
    """Shows the director a request with a note and a reply, and a report; returns its number and the messages."""
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await world.act("adjoint", verbs.note, number, world.saying("adjoint", "Sa mère a appelé"))
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Mot-très-privé"))
    publication = await wall.publish(world)
    await wall.report(world, publication, "lea.martin")
    await wall.look(world)
    await world.carry()
    await world.said("directeur", await world.act("directeur", leafing.leaf, number))
    rows = [*await world.rows("cards", chat_id=CHAT), *await world.rows("screens", chat_id=CHAT)]
    kinds = {row.get("kind", "screen") for row in rows}
    assert {"card", "replied", "screen"} <= kinds
    assert 0 in {row["person"] for row in rows}
    return number, {row["message_id"] for row in rows}


async def taken(world: World) -> set[int]:
    """The messages in the director's first chat whose deletion is queued."""
    return {row["message_id"] for row in await world.letters("directeur") if row["kind"] == "delete"}


async def stranded(world: World) -> list[str]:
    """Kinds of the deliveries that are dead, or wait for somebody in a chat where they are not linked."""
    linked_to = {row["id"]: row["telegram_id"] for row in await world.rows("people")}
    rows = [row for row in await world.rows("outbox") if row["person"] is not None]
    lost = [row for row in rows if linked_to[row["person"]] != row["chat_id"]]
    dead = [row["kind"] for row in await world.rows("outbox", state=DeliveryState.DEAD.value)]
    return dead + [row["kind"] for row in lost if row["state"] == DeliveryState.QUEUED.value]


@LEAVING
async def test_what_was_shown_of_others_is_deleted_in_the_chat_that_is_left(world: World, leave: Leave) -> None:
    number, messages = await shown(world)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Encore un mot"))  # edits wait for the chat

    await leave(world)

    assert await taken(world) == messages
    assert not await world.rows("cards", chat_id=CHAT)
    assert not await world.rows("screens", chat_id=CHAT)
    assert not await stranded(world)


@LEAVING
async def test_nothing_strands_there_when_the_pupil_erases_afterwards(world: World, leave: Leave) -> None:
    await shown(world)
    await leave(world)
    await world.carry()

    await wall.keep(world, "adjoint", int((await world.rows("reports"))[-1]["id"]))
    await world.act("eleve", own_data.erase)

    assert not await stranded(world)
    await world.carry()
    assert not await stranded(world)


@pytest.mark.parametrize("leave", [erased, vanished])
async def test_what_they_asked_for_themselves_stays_but_is_edited_no_more(world: World, leave: Leave) -> None:
    number = await world.file("directeur")
    await world.carry()
    mine = {row["message_id"] for row in await world.rows("cards", chat_id=CHAT, request=number)}
    assert mine

    await leave(world)

    assert not mine & await taken(world)
    assert not await stranded(world)


async def test_what_they_asked_for_themselves_goes_along_to_the_new_phone(world: World) -> None:
    await world.file("directeur")
    await world.carry()
    mine = {row["message_id"] for row in await world.rows("cards", chat_id=CHAT)}

    await taken_over(world)

    assert await taken(world) == mine


@LEAVING
async def test_an_answer_stays_where_another_account_of_the_chat_reads_the_request(
    world: World, leave: Leave
) -> None:
    _, messages = await shown(world)
    answers = {row["message_id"] for row in await world.rows("cards", chat_id=CHAT, person=0)}
    await linked(world, "adjoint", Caller(CHAT, CHAT))
    director = Caller(CHAT, CHAT, person=(await world.person("directeur")).id)
    await speaking.speak_as(world.desk, world.cause(), director)

    await leave(world)

    assert await taken(world) == messages - answers
    assert {row["message_id"] for row in await world.rows("cards", chat_id=CHAT, person=0)} == answers


@LEAVING
async def test_what_arrives_there_afterwards_is_deleted_too(world: World, leave: Leave) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await world.carry()
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Mot-très-privé"))
    sending = [one for one in await world.desk.put(_claim) if one.chat_id == CHAT and one.kind == "notice"]
    assert sending

    await leave(world)
    for message, one in enumerate(sending, 7000):
        await world.desk.put(carrying.record, one, Sent(message))

    assert set(range(7000, 7000 + len(sending))) <= await taken(world)
    assert not await world.rows("cards", chat_id=CHAT)


def _claim(work: Work) -> list[Delivery]:
    """Claims the director's next notice, once what stands before it has arrived."""
    while heads := deliveries.heads(work, 100):
        if wanted := [one for one in heads if one.chat_id == CHAT and one.kind == "notice"]:
            deliveries.claim(work, wanted, work.now + timedelta(seconds=15))
            return wanted
        for one in heads:
            carrying.record(work, one, Sent())
    return []


async def test_of_very_many_messages_the_newest_are_deleted_and_all_are_forgotten(sqlite_world: World) -> None:
    world = sqlite_world
    number, person = await world.file("eleve"), await world.person("directeur")
    for message in range(10_000, 10_510):
        await world.desk.put(card_records.record, CHAT, message, number, person.id, "card", True)

    await vanished(world)

    assert await taken(world) == set(range(10_010, 10_510))
    assert not await world.rows("cards", chat_id=CHAT)
