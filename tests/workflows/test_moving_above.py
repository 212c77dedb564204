"""Who moves takes their requests along: those treated above the schools, and those that nobody reads at a school."""

from __future__ import annotations

from bot.terms import Level, Role, Status
from bot.workflows.requests import verbs
from tests.workflows.absence import block
from tests.workflows.movers import FAR, NEAR, called, moved, regrafted
from tests.workflows.steps import escalated, filed
from tests.world import World


async def test_above_the_schools_the_desk_that_serves_both_keeps_it(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    await world.act("erun", verbs.take, number)
    mark = await world.mark()

    await moved(world, "eleve", NEAR)

    request = await world.request(number)
    assert (request.place.id, request.at, request.status) == (
        "louise-michel",
        Role(Level.CIRCONSCRIPTION, "creil"),
        Status.OPEN,
    )
    told = await world.everybody_told(mark)
    assert (told["erun"], told["directrice"], told["directeur"]) == (["came_along"], ["card:came"], ["went_along"])


async def test_above_the_schools_it_goes_to_the_same_level_of_another_circonscription(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    mark = await world.mark()

    await moved(world, "eleve", FAR)

    assert (await world.request(number)).at == Role(Level.CIRCONSCRIPTION, "beauvais")
    told = await world.everybody_told(mark)
    assert (told["erun2"], told["directeur3"]) == (["card:came"], ["card:came"])
    assert (told["erun"], told["directeur"]) == (["went_along"], ["went_along"])


async def test_a_call_for_help_is_read_at_the_new_school_at_once(world: World) -> None:
    number = await called(world)
    mark = await world.mark()

    await moved(world, "eleve", NEAR)

    request = await world.request(number)
    assert (request.at, request.category) == (Role(Level.SCHOOL, "louise-michel"), "danger")
    assert request.due_at <= world.now
    assert (await world.everybody_told(mark))["directrice"] == ["card:came"]


async def test_a_call_for_help_is_read_above_where_nobody_reads_at_the_new_school(world: World) -> None:
    number = await called(world)
    await block(world, "directrice")
    mark = await world.mark()

    await moved(world, "eleve", NEAR)

    request = await world.request(number)
    assert (request.at, request.proper) == (
        Role(Level.CIRCONSCRIPTION, "creil"),
        (Role(Level.SCHOOL, "louise-michel"),),
    )
    told = await world.everybody_told(mark)
    assert (told["erun"], told["eleve"]) == (["card:came_above"], ["came_above"])


async def test_what_was_served_above_for_want_of_a_reader_comes_to_the_new_school(world: World) -> None:
    await block(world, "directeur", "adjoint")
    number = await world.file("eleve")
    assert (await world.request(number)).level is Level.CIRCONSCRIPTION

    await moved(world, "eleve", NEAR)

    request = await world.request(number)
    assert (request.at, request.proper) == (Role(Level.SCHOOL, "louise-michel"), ())


async def test_a_school_that_another_circonscription_has_now_takes_its_requests_along(world: World) -> None:
    number, _ = await filed(world)
    below = await world.file("eleve")
    await escalated(world, number, 1)
    mark = await world.mark()
    await regrafted(world)

    await world.ask_again("eleve")

    request = await world.request(number)
    assert (request.place.id, request.at) == ("jean-moulin", Role(Level.CIRCONSCRIPTION, "beauvais"))
    told = await world.everybody_told(mark)
    assert (told["erun2"], told["erun"], told["eleve"]) == (["card:regrafted"], ["regrafted_away"], ["regrafted"])
    assert [one.id for one in (await world.request(below)).place.above][-1] == "beauvais"


async def test_who_had_it_above_a_school_that_another_circonscription_has_now_reads_it_no_more(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    await world.act("erun", verbs.send_back, number, world.saying("erun", "Pour l'école"))
    await regrafted(world)

    await world.ask_again("eleve")

    assert (await world.request(number)).at == Role(Level.SCHOOL, "jean-moulin")
    assert (await world.refused("erun", verbs.speak, number, world.saying("erun", "?"))).reason == "unknown-request"


async def test_a_child_of_several_new_schools_who_called_for_help_is_asked_nothing(world: World) -> None:
    number = await called(world)

    await moved(world, "eleve", NEAR, FAR)

    assert (await world.request(number)).place.id in ("louise-michel", "jules-verne")
    assert "which_new_school" not in await world.told("eleve")


async def test_a_request_of_somebody_who_is_at_the_new_desk_themselves_goes_above_it(world: World) -> None:
    number = await world.file("enseignant", "classe")
    await world.appoint("enseignant", ("director", "louise-michel"))

    await moved(world, "enseignant", "louise-michel")

    request = await world.request(number)
    assert (request.place.id, request.at) == ("louise-michel", Role(Level.CIRCONSCRIPTION, "creil"))
