"""Whoever administers a town's space, or the syndicat above it, acts at its schools in chat, and nowhere else."""

from __future__ import annotations

import pytest

from bot import granting
from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.opening import Function, plant
from bot.terms import Account, Notice, Profile, Refusal
from bot.terms.tree import StructureRecord
from bot.workflows.accounts import finding
from bot.workflows.classes import choosing
from bot.workflows.linking import giving
from bot.workflows.passwords import codes
from bot.workflows.requests import filing, queues, verbs
from bot.workflows.rules.screens import mark
from bot.workflows.towns import asking
from tests.world import World

HALL = Enrolment(id="mairie", login="mairie", first_name="Odile", last_name="Prévost", profile=Profile.PERSONNEL)
TREE = [
    StructureRecord(2, "syndicat", "smo", "", "SMO Oise", ("oise",)),
    StructureRecord(3, "ville", "ville-creil", "", "Ville de Creil", ("smo",)),
    StructureRecord(4, "ville", "ville-nogent", "", "Ville de Nogent", ("smo",)),
    StructureRecord(5, id="jean-moulin", parents=("creil", "ville-creil")),
    StructureRecord(6, id="louise-michel", parents=("creil", "ville-nogent")),
]
TOWN, SYNDICAT = "ville-creil", "smo"
PHONE = 5_900_001


async def hired(world: World, space: str) -> World:
    """The same world, with two towns of a syndicat, and a linked administrator of that space."""
    await world.desk.do(world.cause(), lambda work: enrol(work.connection, [], [HALL]))
    await world.desk.do(world.cause(), lambda work: plant(work.connection, TREE))
    await world.desk.do(world.cause(), granting.give, Function("mairie", "adml", space))
    await world.enrol("mairie", PHONE)
    return world


async def seen(world: World, login: str) -> list[Account]:
    """The accounts that the town's staff finds by that login."""
    me = await finding.administrator(world.desk, world.caller("mairie"))
    return await finding.named(world.desk, me, login)


async def classes(world: World, typed: str) -> Notice | None:
    return await choosing.ask(world.desk, world.cause(), world.caller("mairie"), typed)


@pytest.mark.parametrize(("space", "sees"), [(TOWN, [True, False, False]), (SYNDICAT, [True, True, False])])
async def test_they_find_the_accounts_of_their_schools_and_of_no_other(
    world: World, space: str, sees: list[bool]
) -> None:
    await hired(world, space)

    found = [bool(await seen(world, login)) for login in ("enseignant", "parent2", "enseignant2")]
    assert found == sees


async def test_they_say_who_teaches_what_give_a_code_and_a_link(world: World) -> None:
    await hired(world, TOWN)

    await classes(world, "enseignant CE1")
    said = await world.press("mairie", "class_now")
    assert said is not None
    assert said.kind == "classes_saved"
    caller = world.caller("mairie")
    await codes.ask(world.desk, world.cause(), caller, "eleve")
    assert [notice.kind for chat, notice in world.whispers if chat == PHONE] == ["code_given"]
    assert await giving.ask(world.desk, world.cause(), caller, "eleve")
    for verb in (codes.ask, giving.ask, choosing.ask):
        answer = await verb(world.desk, world.cause(), caller, "parent2")
        assert answer is not None
        assert answer.kind == "nobody_found"


async def test_they_read_the_requests_of_their_schools_alone_and_those_of_no_level_above(world: World) -> None:
    await hired(world, TOWN)
    ours, theirs = await world.file("eleve"), await world.file("parent2")
    above = await world.file("erun", text="Le serveur de la circonscription")

    assert (await world.act("mairie", verbs.take, ours)).kind == "done_taken"
    for number in (theirs, above):
        assert (await world.refused("mairie", verbs.take, number)).reason == "unknown-request"
    listed = await world.act("mairie", queues.queue, "")
    assert [line["number"] for line in listed.facts["lines"]] == [ours]


async def test_what_they_ask_for_themselves_goes_above_the_school(world: World) -> None:
    await hired(world, TOWN)

    await world.act("mairie", filing.start, "application", world.saying("mairie", "Un lien ne s’ouvre pas"))

    rows = await world.rows("requests")
    assert (rows[-1]["level"], rows[-1]["place"][0].id) == (1, "jean-moulin")


async def test_they_ask_for_the_space_of_another_town_of_their_syndicat(world: World) -> None:
    await hired(world, SYNDICAT)

    said = await asking.ask(world.desk, world.cause(), world.caller("mairie"), "Nogent")
    assert said is not None
    assert {b.target.rpartition(":")[2] for row in said.buttons for b in row if b.action == "town_school"} == {
        mark("jean-moulin"),
        mark("louise-michel"),
    }


async def test_without_the_right_any_more_nothing_of_the_schools_is_theirs(world: World) -> None:
    await hired(world, TOWN)
    number = await world.file("eleve")
    await world.desk.do(world.cause(), granting.withdraw, Function("mairie", "adml", TOWN))
    world.wait(minutes=3)

    assert (await world.refused("mairie", verbs.take, number)).reason == "unknown-request"
    with pytest.raises(Refusal, match="administrators-only"):
        await seen(world, "eleve")
