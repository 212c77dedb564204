"""How a request is closed, and how it is reopened."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.terms import Level, Role, Status
from bot.workflows import upkeep
from bot.workflows.requests import silence, verbs
from tests.workflows.steps import escalated, filed, resolved
from tests.world import World


async def test_resolving_asks_the_requester_to_confirm(world: World) -> None:
    number = await world.file("eleve")
    mark = await world.mark()

    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "Code remis"))

    request = await world.request(number)
    assert (request.status, request.resolved_at) == (Status.RESOLVED, world.now)
    assert await world.everybody_told(mark) == {"eleve": ["resolved"]}
    [letter] = await world.letters("eleve", mark)
    assert [button["action"] for row in letter["payload"]["buttons"] for button in row] == ["confirm", "reopen"]


async def test_confirming_closes_and_tells_the_holder(world: World) -> None:
    number, mark = await resolved(world)

    await world.act("eleve", verbs.confirm, number)

    request = await world.request(number)
    assert (request.status, request.closed_at) == (Status.CLOSED, world.now)
    assert await world.everybody_told(mark) == {"directeur": ["confirmed"]}


async def test_only_the_requester_confirms(world: World) -> None:
    number, _ = await resolved(world)

    assert (await world.refused("directeur", verbs.confirm, number)).reason == "requester-only"


async def test_an_answer_to_a_resolved_request_reopens_it_at_the_same_level(world: World) -> None:
    number = await world.file("eleve")
    await escalated(world, number, 1)
    await world.act("erun", verbs.resolve, number)
    mark = await world.mark()

    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Toujours pas"))

    request = await world.request(number)
    assert (request.status, request.at) == (Status.OPEN, Role(Level.CIRCONSCRIPTION, "creil"))
    assert (request.resolved_at, request.closed_at) == (None, None)
    assert await world.everybody_told(mark) == {"erun": ["reopened"]}


@pytest.mark.parametrize("thanks", ["merci", "Merci beaucoup !", "👍", "Parfait, merci"])
async def test_thanks_ask_first_and_reopen_nothing(sqlite_world: World, thanks: str) -> None:
    number, mark = await resolved(sqlite_world)

    said = await sqlite_world.act("eleve", verbs.speak, number, sqlite_world.saying("eleve", thanks))

    assert said.kind == "thanks"
    assert [button.action for row in said.buttons for button in row] == ["confirm", "reopen"]
    assert (await sqlite_world.request(number)).status is Status.RESOLVED
    assert not await sqlite_world.everybody_told(mark)


async def test_seven_days_of_silence_close_a_resolved_request(world: World) -> None:
    number, mark = await resolved(world)
    world.wait(days=6, hours=23)
    assert await silence.close_silent(world.desk) == 0

    world.wait(hours=1)
    assert await silence.close_silent(world.desk) == 1

    request = await world.request(number)
    assert (request.status, request.closed_at) == (Status.CLOSED, world.now)
    assert await world.everybody_told(mark) == {"eleve": ["expired"]}


async def test_what_time_brings_comes_once(world: World) -> None:
    _, mark = await resolved(world)
    world.wait(days=8)

    await upkeep.tend(world.desk)
    await upkeep.tend(world.desk)

    assert await world.everybody_told(mark) == {"eleve": ["expired"]}


@pytest.mark.parametrize(("days", "opens"), [(30, True), (31, False)])
async def test_a_closed_request_reopens_within_thirty_days(world: World, days: int, opens: bool) -> None:
    number, _ = await resolved(world)
    await world.act("eleve", verbs.confirm, number)
    world.wait(days=days)

    said = await world.act("eleve", verbs.reopen, number)

    assert said.kind == ("done_reopened" if opens else "ask_renew")

    assert (await world.request(number)).status is (Status.OPEN if opens else Status.CLOSED)


async def test_an_agent_does_not_reopen_what_is_closed(world: World) -> None:
    number, _ = await resolved(world)
    await world.act("eleve", verbs.confirm, number)

    assert (await world.refused("directeur", verbs.reopen, number)).reason == "guard-reopen"


async def test_a_reopened_request_is_due_anew(world: World) -> None:
    number, _ = await resolved(world)
    world.wait(days=5)

    await world.act("eleve", verbs.reopen, number)

    assert (await world.request(number)).due_at - world.now >= timedelta(days=2)


async def test_a_new_request_can_be_withdrawn(world: World) -> None:
    number, _ = await filed(world)

    await world.act("eleve", verbs.withdraw, number)

    assert (await world.request(number)).status is Status.CLOSED


async def test_a_request_that_somebody_took_is_not_withdrawn(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)

    assert (await world.refused("eleve", verbs.withdraw, number)).reason == "not-now"


async def test_a_withdrawn_request_that_nobody_held_reopens_as_new(world: World) -> None:
    number, _ = await filed(world)
    await world.act("eleve", verbs.withdraw, number)

    await world.act("eleve", verbs.reopen, number)

    request = await world.request(number)
    assert (request.status, request.holder, request.closed_at) == (Status.NEW, None, None)
