"""Correcting what a request is about, or which school: who may, where it goes, who is told, who reads it then."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.storage import requests
from bot.terms import Level, Notice, Refusal, Role, Status
from bot.workflows.requests import correcting, correction, filing, verbs
from bot.workflows.requests.correction import CATEGORY, SCHOOL
from tests.workflows.steps import actions, chosen, escalated, filed
from tests.world import World

TWO_SCHOOLS = "solene.quemener"


async def of_two_schools(world: World, category: str = "classe") -> int:
    """A teacher of the schools Jean-Moulin and Louise-Michel files for the first; returns the number."""
    await world.enrol(TWO_SCHOOLS, 6_000_001)
    asked = await world.asked(TWO_SCHOOLS, filing.start, category, world.saying(TWO_SCHOOLS, "Ma classe manque"))
    await world.press(TWO_SCHOOLS, "place", chosen(asked, "École Jean-Moulin"))
    await world.press(TWO_SCHOOLS, "send")
    return int((await world.rows("requests"))[-1]["number"])


async def schools(world: World, key: str, number: int, typed: str = "") -> list[str]:
    """The schools that are offered to that persona."""
    asked = await world.asked(key, correction.start, number, SCHOOL, typed)
    return [button.words for row in asked.buttons for button in row if button.words]


# The category


async def test_an_agent_corrects_what_a_request_is_about_in_one_line(world: World) -> None:
    number, mark = await filed(world)

    said = await world.act("directeur", correction.start, number, CATEGORY, "Compte")

    assert isinstance(said, Notice)
    assert said.kind == "done_corrected"
    assert (await world.request(number)).category == "compte"
    assert await world.everybody_told(mark) == {"eleve": ["corrected"], "adjoint": ["corrected"]}


async def test_the_audit_keeps_what_was_corrected(world: World) -> None:
    number, _ = await filed(world)

    await world.act("directeur", correcting.categorize, number, "compte")

    event = (await world.desk.look(requests.events, number))[-1]
    assert (event.act, event.facts["was"], event.facts["category"]) == ("correct", "connexion", "compte")


async def test_without_a_category_the_categories_are_buttons(world: World) -> None:
    number, _ = await filed(world)

    asked = await world.asked("directeur", correction.start, number, CATEGORY)
    said = await world.press("directeur", "category", "contenu")

    assert (asked.kind, actions(asked)[0]) == ("correct_category", "category")
    assert said is not None
    assert said.kind == "done_corrected"
    assert (await world.request(number)).category == "contenu"


async def test_an_unknown_category_is_asked_for_again_and_may_be_typed(world: World) -> None:
    number, _ = await filed(world)

    asked = await world.asked("directeur", correction.start, number, CATEGORY, "cantine")
    await world.say("directeur", "Contenu")

    assert asked.facts["name"] == "cantine"
    assert (await world.request(number)).category == "contenu"


async def test_typed_bare_it_asks_which_request(world: World) -> None:
    number, _ = await filed(world)

    asked = await world.asked("directeur", correction.start, 0, CATEGORY)
    assert next(button.words for row in asked.buttons for button in row) == f"n°{number}"
    await world.press("directeur", "which", str(number))
    await world.press("directeur", "category", "compte")

    assert (await world.request(number)).category == "compte"


async def test_the_button_asks_what_is_to_be_corrected(world: World) -> None:
    number = await of_two_schools(world)
    assert "correct" in actions(await world.card("directeur", number))

    asked = await world.asked("directeur", correction.start, number, "")
    said = await world.press("directeur", "correct_what", SCHOOL)

    assert actions(asked)[:2] == ["correct_what", "correct_what"]
    assert said is not None
    assert said.kind == "correct_own_school"


async def test_its_requester_corrects_it_while_it_is_new_and_then_no_more(world: World) -> None:
    number, _ = await filed(world)

    await world.act("eleve", correcting.categorize, number, "compte")
    await world.act("directeur", verbs.take, number)
    refusal = await world.refused("eleve", correcting.categorize, number, "contenu")

    assert refusal.reason == "correct-too-late"
    assert (await world.request(number)).category == "compte"


async def test_a_requesters_correction_brings_it_to_the_level_that_serves_it(world: World) -> None:
    number = await world.file("enseignant", "compte")
    mark = await world.mark()

    await world.act("enseignant", correcting.categorize, number, "classe")

    assert (await world.request(number)).at == Role(Level.SCHOOL, "jean-moulin")
    told = await world.everybody_told(mark)
    assert told == {"directeur": ["card:moved"], "adjoint": ["card:moved"], "erun": ["moved_away"]}


async def test_an_agents_correction_lets_them_send_it_back_to_the_level_that_serves_it(world: World) -> None:
    number = await world.file("enseignant", "compte")

    await world.act("erun", correcting.categorize, number, "classe")
    assert (await world.request(number)).level is Level.CIRCONSCRIPTION
    await world.act("erun", verbs.send_back, number, world.saying("erun", "C'est pour la direction"))

    assert (await world.request(number)).at == Role(Level.SCHOOL, "jean-moulin")


@pytest.mark.parametrize("key", ["parent", "directrice", "erun2", "inconnu"])
async def test_a_stranger_corrects_nothing_and_learns_nothing(sqlite_world: World, key: str) -> None:
    number, _ = await filed(sqlite_world)

    refusal = await sqlite_world.refused(key, correction.start, number, CATEGORY, "compte")

    assert refusal.reason in ("unknown-request", "unlinked")


async def test_what_is_resolved_is_corrected_no_more(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.resolve, number)

    assert (await world.refused("directeur", correction.start, number, CATEGORY)).reason == "not-now"


# The school


async def test_a_corrected_school_brings_the_request_to_its_desk_of_the_same_level(world: World) -> None:
    number = await of_two_schools(world)
    await world.act("directeur", verbs.take, number)
    mark = await world.mark()
    world.wait(hours=1)

    asked = await world.asked("directeur", correction.start, number, SCHOOL)
    said = await world.press("directeur", "place", chosen(asked, "École Louise-Michel"))

    assert said is not None
    assert said.kind == "done_moved"
    request = await world.request(number)
    assert (request.at, request.place.id) == (Role(Level.SCHOOL, "louise-michel"), "louise-michel")
    assert (request.status, request.holder) == (Status.NEW, None)
    assert request.due_at - world.now >= timedelta(days=1)
    told = await world.everybody_told(mark)
    assert told == {TWO_SCHOOLS: ["moved"], "directrice": ["card:moved"], "adjoint": ["moved_away"]}


async def test_nobody_of_the_old_school_reads_it_any_more(world: World) -> None:
    number = await of_two_schools(world)

    await world.asked("directeur", correction.start, number, SCHOOL, "louise")

    for key in ("directeur", "adjoint"):
        with pytest.raises(Refusal, match="unknown-request"):
            await world.card(key, number)
    assert "take" in actions(await world.card("directrice", number))


async def test_a_school_agent_chooses_among_the_requesters_schools_only(world: World) -> None:
    number = await of_two_schools(world)

    assert await schools(world, "directeur", number) == ["École Louise-Michel"]
    with pytest.raises(Refusal, match="old-button"):
        await world.press("directeur", "place", "jules-verne")
    assert (await world.request(number)).place.id == "jean-moulin"


async def test_an_agent_above_a_school_finds_the_schools_below_their_desk_by_name(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    mark = await world.mark()

    asked = await world.asked("erun", correction.start, number, SCHOOL)
    said = await world.say("erun", "louise")

    assert asked.kind == "correct_school"
    assert said is not None
    assert said.kind == "done_relocated"
    request = await world.request(number)
    assert (request.at, request.place.id) == (Role(Level.CIRCONSCRIPTION, "creil"), "louise-michel")
    told = await world.everybody_told(mark)
    away = ["moved_away"]
    assert told == {"eleve": ["corrected"], "directrice": ["card:moved"], "directeur": away, "adjoint": away}
    with pytest.raises(Refusal, match="unknown-request"):
        await world.card("directeur", number)


async def test_a_school_outside_the_desk_is_not_found(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)

    asked = await world.asked("erun", correction.start, number, SCHOOL, "jules")

    assert (asked.kind, asked.facts["name"]) == ("correct_school", "jules")
    with pytest.raises(Refusal, match="old-button"):
        await world.press("erun", "place", "jules-verne")


async def test_several_schools_of_a_name_are_offered(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 2)

    assert len(await schools(world, "danei", number, "j")) == 4


async def test_somebody_of_one_school_has_no_other_to_choose(world: World) -> None:
    number, _ = await filed(world)

    agent = await world.refused("directeur", correction.start, number, SCHOOL)
    requester = await world.refused("eleve", correction.start, number, SCHOOL)

    assert (agent.reason, agent.facts["own"]) == ("no-other-school", False)
    assert (requester.reason, requester.facts["own"]) == ("no-other-school", True)


async def test_its_requester_corrects_the_school_among_their_own(world: World) -> None:
    number = await of_two_schools(world)

    await world.asked(TWO_SCHOOLS, correction.start, number, SCHOOL)
    await world.press(TWO_SCHOOLS, "place", "louise-michel")

    assert (await world.request(number)).at == Role(Level.SCHOOL, "louise-michel")


async def test_the_same_school_is_no_correction(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)

    with pytest.raises(Refusal, match="same-school"):
        await world.asked("erun", correction.start, number, SCHOOL, "jean moulin")
