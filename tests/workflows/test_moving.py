"""Who moves takes their requests along: to the new school's desk, with what may be read there and no more."""

from __future__ import annotations

from bot.storage import requests
from bot.terms import Level, Part, Refusal, Role, Saying, Status
from bot.workflows.people import rights
from bot.workflows.requests import correcting, leafing, moving, queues, verbs
from tests.workflows.steps import actions, chosen, escalated, filed, letter, merged
from tests.world import PHOTO, World

NEAR = "louise-michel/CE2"  # a class of another school of the same circonscription
FAR = "jules-verne/CP"  # a class of a school of another circonscription


async def moved(world: World, key: str, *places: str) -> None:
    """That account goes to these classes or schools, and the desk hears of it."""
    await world.move(key, *places)
    await world.ask_again(key)


async def test_a_pupil_takes_their_request_along_to_the_new_school(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    mark = await world.mark()

    await moved(world, "eleve", NEAR)

    request = await world.request(number)
    assert (request.place.id, request.at) == ("louise-michel", Role(Level.SCHOOL, "louise-michel"))
    assert (request.status, request.holder) == (Status.NEW, None)
    assert await world.everybody_told(mark) == {
        "eleve": ["came"],
        "directrice": ["card:came"],
        "directeur": ["went_along"],
        "adjoint": ["went_along"],
    }
    assert {"take", "answer", "code"} <= set(actions(await world.card("directrice", number)))


async def test_nobody_is_told_twice(world: World) -> None:
    number, _ = await filed(world)
    await moved(world, "eleve", NEAR)
    mark, version = await world.mark(), (await world.request(number)).version

    await world.ask_again("eleve")
    await world.ask_again("eleve")

    assert not await world.everybody_told(mark)
    assert (await world.request(number)).version == version


async def test_another_class_of_the_same_school_changes_nothing(world: World) -> None:
    number, mark = await filed(world)

    await moved(world, "eleve", "jean-moulin/CE1")

    assert (await world.request(number)).place.id == "jean-moulin"
    assert not await world.everybody_told(mark)
