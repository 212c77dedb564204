"""An operator gives and withdraws a function: the linked person gains and loses what it brings, without a restart."""

from __future__ import annotations

from bot import granting
from bot.opening import Function, plant
from bot.terms.tree import StructureRecord
from bot.workflows.requests import queues, verbs
from tests.world import TELEGRAM, World


async def menus(world: World, key: str, after: int) -> int:
    """How many times the menu of that persona's chat was set since then."""
    rows = await world.rows("outbox", kind="menu")
    return len([row for row in rows if row["chat_id"] == TELEGRAM[key] and row["id"] > after])


async def test_a_teacher_who_is_made_an_administrator_treats_requests_two_minutes_later_and_not_after(
    world: World,
) -> None:
    number = await world.file("eleve")
    wanted = Function("enseignant", "adml", "jean-moulin")
    mark = await world.mark()
    await world.desk.do(world.cause(), granting.give, wanted)
    world.wait(minutes=3)

    assert (await world.act("enseignant", verbs.take, number)).kind == "done_taken"
    assert await menus(world, "enseignant", mark) == 1

    mark = await world.mark()
    await world.desk.do(world.cause(), granting.withdraw, wanted)
    world.wait(minutes=3)

    assert (await world.refused("enseignant", verbs.release, number)).reason == "unknown-request"
    assert (await world.refused("enseignant", queues.queue, "")).reason == "agents-only-queue"
    assert await menus(world, "enseignant", mark) == 1
    assert (await world.request(number)).holder is None


async def test_each_leaves_its_line_in_the_audit_and_a_second_time_none(world: World) -> None:
    wanted = Function("enseignant", "adml", "jean-moulin")
    for act in (granting.give, granting.give, granting.withdraw, granting.withdraw):
        await world.desk.do(world.cause(), act, wanted)

    lines = [line for line in await world.rows("audit") if line["act"].startswith("function_")]
    assert [line["act"] for line in lines] == ["function_given", "function_withdrawn"]
    assert {(line["account"], line["school"], line["person"]) for line in lines} == {
        ("enseignant", "jean-moulin", None)
    }
    assert {line["facts"]["function"] for line in lines} == {"adml"}


async def test_a_request_of_a_school_that_moves_goes_to_the_circonscription_that_serves_it_now(world: World) -> None:
    number = await world.file("enseignant")
    before = (await world.request(number)).desk
    moved = [StructureRecord(2, id="jean-moulin", parents=("beauvais",))]
    await world.desk.do(world.cause(), lambda work: plant(work.connection, moved))

    await world.ask_again("enseignant")

    assert (before, (await world.request(number)).desk) == ("creil", "beauvais")
    mark = await world.mark()
    await world.ask_again("erun")
    assert (await world.refused("erun", verbs.take, number)).reason == "unknown-request"
    assert (await world.act("erun2", verbs.take, number)).kind == "done_taken"
    assert "taken" in (await world.everybody_told(mark)).get("enseignant", [])


async def test_a_town_s_staff_treats_the_requests_of_its_schools_alone_and_not_those_of_a_school_that_left(
    world: World,
) -> None:
    towns = [
        StructureRecord(2, "syndicat", "smo", "", "SMO Oise", ("oise",)),
        StructureRecord(3, "ville", "ville-nogent", "", "Ville de Nogent", ("smo",)),
        StructureRecord(4, id="louise-michel", parents=("creil", "ville-nogent")),
    ]
    await world.desk.do(world.cause(), lambda work: plant(work.connection, towns))
    theirs, ours = await world.file("parent2"), await world.file("eleve")
    wanted = Function("enseignant", "adml", "ville-nogent")
    await world.desk.do(world.cause(), granting.give, wanted)
    world.wait(minutes=3)

    assert (await world.act("enseignant", verbs.take, theirs)).kind == "done_taken"
    assert (await world.refused("enseignant", verbs.take, ours)).reason == "unknown-request"
    lines = [line for line in await world.rows("audit") if line["act"] == "function_given"]
    assert [(line["account"], line["school"]) for line in lines] == [("enseignant", "louise-michel")]
    left = [StructureRecord(2, "ville", "ville-creil", "", "Ville de Creil", ("smo",))]
    left.append(StructureRecord(3, id="louise-michel", parents=("creil", "ville-creil")))
    await world.desk.do(world.cause(), lambda work: plant(work.connection, left))
    world.wait(minutes=3)
    assert (await world.refused("enseignant", verbs.release, theirs)).reason == "unknown-request"
