"""There is always somebody at the other end: where nobody of a desk can be reached, the level above serves."""

from __future__ import annotations

import asyncio

from bot import texts
from bot.storage import requests
from bot.terms import Level, Notice, Role, Status
from bot.workflows import upkeep
from bot.workflows.desk import Desk
from bot.workflows.people import own_data
from bot.workflows.requests import serving, verbs
from tests.workflows.absence import block, unblock
from tests.workflows.steps import escalated, filed
from tests.world import World

SCHOOL = Role(Level.SCHOOL, "jean-moulin")
CREIL = Role(Level.CIRCONSCRIPTION, "creil")
OISE = Role(Level.DSDEN, "oise")


# Filing


async def test_a_request_for_a_school_where_nobody_reads_goes_above_and_both_sides_know_why(world: World) -> None:
    await block(world, "directeur", "adjoint")
    mark = await world.mark()

    number = await world.file("eleve")

    request = await world.request(number)
    assert (request.at, request.proper, request.visited) == (CREIL, (SCHOOL,), (SCHOOL, CREIL))
    assert await world.told("eleve", mark) == ["filed_above"]
    assert await world.told("erun", mark) == ["card:filed_above"]
    [receipt] = [row for row in await world.letters("eleve", mark) if row["kind"] == "notice"]
    assert receipt["payload"]["facts"]["proper"] == request.place.name


async def test_what_is_served_above_is_answered_and_sent_back_as_any_other(world: World) -> None:
    await block(world, "directeur", "adjoint")
    number = await world.file("eleve")

    await world.act("erun", verbs.take, number)
    await world.act("erun", verbs.speak, number, world.saying("erun", "Je regarde"))

    assert (await world.request(number)).status is Status.OPEN
    await unblock(world, "directeur")
    await world.act("erun", verbs.send_back, number, world.saying("erun", "À voir sur place"))
    request = await world.request(number)
    assert (request.at, request.proper) == (SCHOOL, ())


async def test_a_level_where_nobody_reads_is_passed_over(world: World) -> None:
    await block(world, "directeur", "adjoint", "erun")

    number = await world.file("eleve")

    assert (await world.request(number)).at == OISE


async def test_where_nobody_reads_anywhere_the_requester_is_told_whom_to_phone(world: World) -> None:
    await block(world, "directeur", "adjoint", "erun", "danei", "plateforme", "editeur")
    mark = await world.mark()

    number = await world.file("eleve")

    request = await world.request(number)
    assert (request.at, request.stranded_at) == (SCHOOL, world.now)
    assert await world.told("eleve", mark) == ["filed_unread"]


async def test_a_stranded_request_is_taken_up_by_whoever_comes_first(world: World) -> None:
    await block(world, "directeur", "adjoint", "erun", "danei", "plateforme", "editeur")
    number = await world.file("eleve")
    mark = await world.mark()

    await unblock(world, "danei")

    request = await world.request(number)
    assert (request.at, request.proper, request.stranded_at) == (OISE, (SCHOOL,), None)
    assert await world.told("eleve", mark) == ["moved_up"]
    assert await world.told("danei", mark) == ["card:moved_up"]


async def test_a_stranded_request_is_found_by_its_own_desk(world: World) -> None:
    await block(world, "directeur", "adjoint", "erun", "danei", "plateforme", "editeur")
    number = await world.file("eleve")
    mark = await world.mark()

    await unblock(world, "directeur")

    request = await world.request(number)
    assert (request.at, request.proper, request.stranded_at) == (SCHOOL, (), None)
    assert await world.told("eleve", mark) == ["found"]
    assert "card:found" in await world.told("directeur", mark)


# The last reader goes


async def test_what_stands_at_a_desk_goes_above_when_its_last_reader_blocks_the_bot(world: World) -> None:
    free, held = await world.file("eleve"), await world.file("parent")
    await world.act("directeur", verbs.take, held)
    await block(world, "adjoint")
    mark = await world.mark()

    await block(world, "directeur")

    for number in (free, held):
        request = await world.request(number)
        assert (request.at, request.proper, request.status, request.holder) == (CREIL, (SCHOOL,), Status.NEW, None)
    assert await world.told("erun", mark) == ["card:moved_up", "card:moved_up"]
    assert "moved_up" in await world.told("eleve", mark)
    assert "moved_up" in await world.told("parent", mark)


async def test_what_was_served_above_comes_back_when_nobody_reads_there_any_more(world: World) -> None:
    await block(world, "directeur", "adjoint")
    number = await world.file("eleve")
    await unblock(world, "directeur")
    mark = await world.mark()

    await block(world, "erun")

    request = await world.request(number)
    assert (request.at, request.proper) == (SCHOOL, ())
    assert await world.told("directeur", mark) == ["card:moved_down"]
    assert await world.told("eleve", mark) == ["given_back"]


async def test_nothing_moves_while_a_colleague_can_be_reached(world: World) -> None:
    number, mark = await filed(world)

    await block(world, "directeur")

    assert (await world.request(number)).at == SCHOOL
    assert not await world.told("erun", mark)


async def test_the_last_agents_erasure_sends_what_they_leave_above(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await block(world, "adjoint")

    asked = await world.act("directeur", own_data.erase_asked)
    await world.act("directeur", own_data.erase)
    await upkeep.tend(world.desk)

    assert (asked.kind, asked.facts["goes"], asked.facts["level"]) == ("erase_asked_agent", "above", 1)
    assert asked.facts["numbers"] == f"n°{number}"
    assert (await world.request(number)).at == CREIL


async def test_an_agent_with_colleagues_reads_before_the_erasure_that_they_take_over(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)

    asked = await world.act("directeur", own_data.erase_asked)

    assert (asked.kind, asked.facts["goes"]) == ("erase_asked_agent", "colleagues")


async def test_who_leaves_nothing_open_is_asked_as_anybody(world: World) -> None:
    assert (await world.act("directeur", own_data.erase_asked)).kind == "erase_asked"


async def test_a_lost_function_sends_what_nobody_reads_any_more_above(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    await block(world, "directeur")
    await world.appoint("adjoint")
    world.wait(hours=7)
    mark = await world.mark()

    await upkeep.tend(world.desk)

    assert (await world.request(number)).at == CREIL
    [left] = [row for row in await world.letters("adjoint", mark) if row["payload"].get("kind") == "left_desk"]
    assert (left["payload"]["facts"]["goes"], left["payload"]["facts"]["level"]) == ("above", 1)


async def test_replicas_that_look_at_once_move_a_request_once(world: World) -> None:
    number = await world.file("eleve")
    await block(world, "adjoint")
    await world.act("directeur", own_data.erase)
    mark = await world.mark()
    replicas = [Desk(world.desk.records, world.desk.directory, world.desk.policy, world.desk.clock) for _ in range(4)]

    await asyncio.gather(*(serving.settle(desk) for desk in replicas))

    assert (await world.request(number)).at == CREIL
    assert await world.told("erun", mark) == ["card:moved_up"]
    assert await world.told("eleve", mark) == ["moved_up"]


async def test_looking_where_nothing_is_to_be_moved_leaves_no_trace(world: World) -> None:
    await block(world, "directeur", "adjoint", "erun", "danei", "plateforme", "editeur")
    number = await world.file("eleve")
    before = len(await world.desk.look(requests.events, number))

    await serving.settle(world.desk)

    assert len(await world.desk.look(requests.events, number)) == before
    assert not [row for row in await world.rows("causes") if row["cause"].startswith("serve:")]


# Sending on and back


async def test_escalating_passes_over_a_level_where_nobody_reads(world: World) -> None:
    number, _ = await filed(world)
    await block(world, "erun")
    mark = await world.mark()

    said = await world.act("directeur", verbs.escalate, number, world.saying("directeur", "Essayé"))

    request = await world.request(number)
    assert (said.kind, said.facts["level"]) == ("done_escalated_past", 2)
    assert texts.word(said, "fr").text.count("ERUN") == 1
    for language in ("fr", "fr-tu", "en"):
        (letter,) = await world.letters("eleve", mark)
        heard = texts.word(Notice("escalated_past", letter["payload"]["facts"]), language).text
        assert "DANEI" not in heard
        assert "personne ne lit" not in heard
    assert (request.at, request.proper) == (OISE, (CREIL,))
    assert await world.everybody_told(mark) == {"eleve": ["escalated_past"], "danei": ["card:escalated_past"]}


async def test_escalating_to_nobody_is_refused(world: World) -> None:
    number, _ = await filed(world)
    await block(world, "erun", "danei", "plateforme", "editeur")

    refusal = await world.refused("directeur", verbs.escalate, number, world.saying("directeur", "Essayé"))

    assert refusal.reason == "nobody-escalate"
    assert (await world.request(number)).at == SCHOOL


async def test_sending_back_to_nobody_is_refused(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    await block(world, "directeur", "adjoint")

    refusal = await world.refused("erun", verbs.send_back, number, world.saying("erun", "À voir sur place"))

    assert refusal.reason == "nobody-send_back"
