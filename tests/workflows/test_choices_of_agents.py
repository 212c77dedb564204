"""A colleague, a school or a category that an agent chose ceases to be possible: it is asked for again."""

from __future__ import annotations

from dataclasses import replace

from bot.ent.embedded.tables import ENT
from bot.workflows.requests import colleagues, correction, verbs
from tests.workflows.ent import moved, opened, refreshed
from tests.workflows.steps import chosen
from tests.workflows.test_choices import TWO, of_two_schools, words
from tests.world import World

# The colleague


async def test_a_colleague_who_left_the_desk_is_asked_for_again(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await colleague(world)
    asked = await world.asked("directeur", colleagues.choose, number)
    nadia = await world.person("adjoint")
    await world.appoint("adjoint")
    await refreshed(world, "adjoint")

    again = await world.press("directeur", "colleague", str(nadia.id))

    assert asked.kind == "ask_hand"
    assert again is not None
    assert (again.kind, again.facts["name"]) == ("hand_gone", nadia.name)
    assert f"{nadia.name} ne répond plus" in words(again)
    assert (await world.request(number)).holder == (await world.person("directeur")).id


async def colleague(world: World) -> None:
    """A third administrator joins the school Jean-Moulin."""
    await world.appoint("enseignant", ("adml", "jean-moulin"))
    await refreshed(world, "enseignant")


# The school of `/ecole`


async def test_a_school_that_is_not_the_requesters_any_more_is_asked_for_again(world: World) -> None:
    await of_two_schools(world)
    await world.press(TWO, "send")
    asked = await world.asked(TWO, correction.start, 1, correction.SCHOOL)
    await opened(world, "victor-hugo", "École Victor-Hugo", parent="creil")
    await moved(world, TWO, "louise-michel", "victor-hugo")

    again = await world.press(TWO, "place", chosen(asked, "École Jean-Moulin"))

    assert again is not None
    assert (again.kind, again.facts["name"]) == ("correct_gone", "École Jean-Moulin")
    assert "École Jean-Moulin n’est plus possible" in words(again)
    assert (await world.request(1)).place.id == "louise-michel"
    await world.press(TWO, "place", chosen(again, "École Victor-Hugo"))
    assert (await world.request(1)).place.id == "victor-hugo"


async def test_a_school_moved_out_of_the_agents_reach_is_asked_for_again(world: World) -> None:
    number = await world.file("directrice", "application")
    await opened(world, "victor-hugo", "École Victor-Hugo", parent="creil")
    await opened(world, "victor-noir", "École Victor-Noir", parent="creil")
    several = await world.asked("erun", correction.start, number, correction.SCHOOL, "victor")
    gone = chosen(several, "École Victor-Hugo")
    await reattached(world, "victor-hugo", "beauvais")

    again = await world.press("erun", "place", gone)

    assert again is not None
    assert (again.kind, again.facts["name"]) == ("correct_gone", "École Victor-Hugo")
    assert (await world.request(number)).place.id == "louise-michel"


async def reattached(world: World, school: str, parent: str) -> None:
    """The school goes to another circonscription."""
    table = ENT.tables["ent_structures"]
    change = table.update().where(table.c.id == school).values(parent=parent)
    await world.desk.records.run(lambda connection: connection.execute(change))


async def test_a_category_given_up_is_asked_for_again_when_a_request_is_corrected(world: World) -> None:
    number = await world.file("eleve")
    await world.asked("directeur", correction.start, number, correction.CATEGORY)
    world.desk.policy = replace(world.desk.policy, categories=("connexion", "autre"))

    again = await world.press("directeur", "category", "compte")

    assert again is not None
    assert again.kind == "correct_category"
    assert (await world.request(number)).category == "connexion"
