"""Somebody comes, or comes back: they read what waits, and what others served for them is given back by one tap."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery import carrying
from bot.delivery.carrying import Capacity
from bot.delivery.rules.retry import Gone
from bot.terms import Level, Role, Status
from bot.workflows import upkeep
from bot.workflows.desk import Desk
from bot.workflows.people import own_data, rights, speaking
from bot.workflows.requests import queues, returning, verbs
from tests.workflows.absence import block, unblock
from tests.workflows.steps import actions, filed, linked, pressed, resolved
from tests.world import World

SCHOOL = Role(Level.SCHOOL, "jean-moulin")
CREIL = Role(Level.CIRCONSCRIPTION, "creil")


async def notice(world: World, key: str, kind: str, after: int) -> dict[str, Any]:
    """The one notice of that kind queued for that persona after the mark."""
    [row] = [row for row in await world.letters(key, after) if row["payload"].get("kind") == kind]
    payload: dict[str, Any] = row["payload"]
    return payload


async def lists(world: World, key: str, after: int) -> dict[str, str]:
    """What that persona was told waits for them, after the mark: by list, the numbers."""
    told = await notice(world, key, "waits", after)
    return {name: numbers for name, _, numbers in told["facts"]["lists"]}


# Coming back


async def test_any_update_makes_its_sender_reachable_again(world: World) -> None:
    for view in (queues.mine, speaking.accounts):
        await block(world, "eleve")
        assert not (await world.person("eleve")).reachable

        await world.desk.see(world.caller("eleve"), view)

        assert (await world.person("eleve")).reachable


async def test_only_who_was_thought_unreachable_gives_the_chores_work(world: World) -> None:
    stirred = world.desk.stirred()
    await world.act("eleve", queues.mine)
    assert not stirred.is_set()
    await block(world, "eleve")
    stirred.clear()

    await world.act("eleve", queues.mine)

    assert stirred.is_set()


async def test_a_refused_update_makes_its_sender_reachable_too(world: World) -> None:
    await block(world, "eleve")

    await world.refused("eleve", verbs.take, 4711)

    assert (await world.person("eleve")).reachable


async def test_who_comes_back_reads_what_waits_for_them_once(world: World) -> None:
    asked = await world.file("eleve")
    await world.act("directeur", verbs.ask, asked, world.saying("directeur", "Quelle classe ?"))
    solved, _ = await resolved(world)
    await block(world, "eleve")
    mark = await world.mark()

    await unblock(world, "eleve")
    await upkeep.tend(world.desk)

    assert await lists(world, "eleve", mark) == {"asked": f"n°{asked}", "solved": f"n°{solved}"}


async def test_replicas_greet_who_comes_back_once(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.ask, number, world.saying("directeur", "Quelle classe ?"))
    await block(world, "eleve")
    mark = await world.mark()
    await world.desk.see(world.caller("eleve"), queues.mine)
    replicas = [Desk(world.desk.records, world.desk.directory, world.desk.policy, world.desk.clock) for _ in range(4)]

    await asyncio.gather(*(returning.greet(desk) for desk in replicas))

    assert await world.told("eleve", mark) == ["waits"]
    assert await world.told("directeur", mark) == ["reads_again"]


async def test_who_comes_back_to_nothing_is_not_disturbed(world: World) -> None:
    await block(world, "parent")
    mark = await world.mark()

    await unblock(world, "parent")

    assert not await world.everybody_told(mark)


async def test_whoever_was_told_that_a_requester_does_not_read_hears_that_they_do_again(world: World) -> None:
    number, _ = await filed(world)
    await block(world, "eleve")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))
    mark = await world.mark()

    await unblock(world, "eleve")

    assert await world.told("directeur", mark) == ["reads_again"]


async def test_colleagues_hear_that_a_holder_reads_again(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    await block(world, "adjoint")
    mark = await world.mark()

    await unblock(world, "adjoint")

    assert await world.told("directeur", mark) == ["holder_back"]
    assert await lists(world, "adjoint", mark) == {"held": f"n°{number}"}


async def undeliverable(world: World, key: str) -> None:
    """All that is queued for that persona fails, since they blocked the bot."""
    capacity = Capacity(world.now + timedelta(minutes=1), 100)
    while True:
        claimed, _, _ = await world.desk.put(carrying.claim, capacity, False, lambda _work, _delivery: None)
        mine = [delivery for delivery, _ in claimed if delivery.chat_id == world.telegram[key]]
        if not mine:
            return
        for delivery in mine:
            await world.desk.put(carrying.record, delivery, Gone("blocked"))


async def test_a_failed_delivery_tells_the_agent_once_and_the_requester_when_they_come_back(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))
    mark = await world.mark()

    await undeliverable(world, "eleve")

    assert not (await world.person("eleve")).reachable
    assert await world.told("directeur", mark) == ["unreachable"]
    await unblock(world, "eleve")
    assert await lists(world, "eleve", mark) == {"missed": f"n°{number}"}


@pytest.mark.parametrize("back", ["command", "door", "unblock"])
async def test_what_was_refused_long_after_it_was_queued_is_told_once_whatever_brings_them_back(
    world: World, back: str
) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))
    world.wait(seconds=30)
    await undeliverable(world, "eleve")
    world.wait(minutes=5)
    mark = await world.mark()

    if back == "command":
        await world.desk.see(world.caller("eleve"), queues.mine)
    elif back == "door":
        await rights.renew(world.desk, world.caller("eleve"))
    else:
        await unblock(world, "eleve")
    await upkeep.tend(world.desk)

    assert await lists(world, "eleve", mark) == {"missed": f"n°{number}"}
    mark = await world.mark()
    world.wait(days=1)
    await world.desk.see(world.caller("eleve"), queues.mine)
    await upkeep.tend(world.desk)
    assert await world.told("eleve", mark) == []


async def test_what_was_queued_before_they_blocked_the_bot_is_told_too(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))
    world.wait(seconds=30)
    await block(world, "eleve")
    await undeliverable(world, "eleve")
    world.wait(minutes=5)
    mark = await world.mark()

    await unblock(world, "eleve")

    assert await lists(world, "eleve", mark) == {"missed": f"n°{number}"}


# Giving back


async def test_who_serves_above_gives_back_by_one_tap_once_somebody_reads_again(world: World) -> None:
    await block(world, "directeur", "adjoint")
    number = await world.file("eleve")
    await world.act("erun", verbs.take, number)
    mark = await world.mark()

    await unblock(world, "directeur")

    offer = await notice(world, "erun", "offer_back", mark)
    assert [button["action"] for row in offer["buttons"] for button in row] == ["give_back"]
    assert await lists(world, "directeur", mark) == {"above": f"n°{number}"}
    assert (await world.request(number)).at == CREIL  # nothing moves without whoever answers it
    mark = await world.mark()

    assert (await world.act("erun", returning.give_back, number)).kind == "done_given_back"

    request = await world.request(number)
    assert (request.at, request.proper, request.status, request.holder) == (SCHOOL, (), Status.NEW, None)
    told = await world.everybody_told(mark)
    assert (told["eleve"], told["directeur"]) == (["given_back"], ["card:given_back"])


async def test_somebody_newly_linked_reads_what_waits_and_is_given_it_back(world: World) -> None:
    await world.act("adjoint", own_data.erase)
    await world.act("directeur", own_data.erase)
    number = await world.file("eleve")
    mark = await world.mark()

    await linked(world, "directeur", world.caller("directeur"))

    assert await lists(world, "directeur", mark) == {"above": f"n°{number}"}
    assert await world.told("erun", mark) == ["offer_back"]


async def test_a_second_reader_is_no_reason_to_offer_again(world: World) -> None:
    await block(world, "directeur", "adjoint")
    await world.file("eleve")
    await unblock(world, "directeur")
    mark = await world.mark()

    await unblock(world, "adjoint")

    assert not await world.told("erun", mark)


async def test_all_is_given_back_by_one_tap_but_what_a_colleague_holds(world: World) -> None:
    await world.appoint("francoise.boeuf", ("erun", "creil"))
    await world.enrol("francoise.boeuf", 6_000_001)
    await block(world, "directeur", "adjoint")
    first, second, held = [await world.file(key) for key in ("eleve", "parent", "eleve")]
    await world.act("francoise.boeuf", verbs.take, held)
    mark = await world.mark()
    await unblock(world, "directeur")
    offer = await notice(world, "erun", "offer_back", mark)
    assert [button["action"] for button in offer["buttons"][-1]] == ["give_back_all"]

    said = await world.act("erun", returning.give_back_all, first)

    assert (said.kind, said.facts["count"]) == ("done_given_back_all", 2)
    assert [(await world.request(n)).at for n in (first, second, held)] == [SCHOOL, SCHOOL, CREIL]
    assert (await world.refused("erun", returning.give_back, held)).reason == "held"


async def test_nothing_is_given_back_to_a_desk_where_nobody_reads(world: World) -> None:
    await block(world, "directeur", "adjoint")
    number = await world.file("eleve")

    assert "give_back" not in actions(await world.card("erun", number))
    assert (await world.refused("erun", returning.give_back, number)).reason == "nothing-to-give-back"
    assert (await world.refused("erun", returning.give_back_all, number)).reason == "nothing-to-give-back"


async def test_whoever_may_not_read_a_request_meets_the_same_as_where_there_is_none(world: World) -> None:
    number = await world.file("eleve")

    for key in ("parent2", "directrice", "erun"):
        met = [await world.refused(key, returning.give_back_all, one) for one in (number, 99_999)]
        assert [refusal.reason for refusal in met] == ["unknown-request"] * 2


async def test_the_card_has_a_button_to_give_back(world: World) -> None:
    await block(world, "directeur", "adjoint")
    number = await world.file("eleve")
    await unblock(world, "adjoint")

    assert pressed(await world.card("erun", number), "give_back") == str(number)


async def test_only_agents_of_the_desk_give_back(world: World) -> None:
    await block(world, "directeur", "adjoint")
    number = await world.file("eleve")
    await unblock(world, "directeur")

    assert (await world.refused("directeur", returning.give_back, number)).reason == "elsewhere"
    assert (await world.refused("eleve", returning.give_back, number)).reason == "agents-only"
