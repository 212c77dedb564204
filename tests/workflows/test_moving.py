"""Who moves takes their requests along: to which desk they go, and who is told."""

from __future__ import annotations

import asyncio

from bot.terms import Level, Role, Status
from bot.workflows import upkeep
from bot.workflows.people import rights
from bot.workflows.requests import correcting, filing, moving, verbs
from tests.workflows.movers import FAR, NEAR, filed_for, moved
from tests.workflows.steps import actions, chosen, escalated, filed, letter, resolved
from tests.world import World

TEACHER = "solene.quemener"  # of the schools Jean-Moulin and Louise-Michel


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


async def test_two_replicas_that_ask_at_once_bring_it_along_once(world: World) -> None:
    await filed(world)
    await world.move("eleve", NEAR)
    mark, person = await world.mark(), await world.person("eleve")

    await asyncio.gather(*(rights.ask_again(world.desk, person) for _ in range(2)))

    assert (await world.everybody_told(mark))["eleve"] == ["came"]


async def test_an_answer_at_the_same_moment_is_kept(world: World) -> None:
    number, _ = await filed(world)
    await world.move("eleve", NEAR)
    person, saying = await world.person("eleve"), world.saying("eleve", "C'est urgent")

    await asyncio.gather(rights.ask_again(world.desk, person), world.act("eleve", verbs.speak, number, saying))

    assert (await world.request(number)).place.id == "louise-michel"
    assert [message.text for message in await world.exchange(number)][-1] == "C'est urgent"


async def test_another_class_of_the_same_school_changes_nothing(world: World) -> None:
    number, mark = await filed(world)

    await moved(world, "eleve", "jean-moulin/CE1")

    assert (await world.request(number)).place.id == "jean-moulin"
    assert not await world.everybody_told(mark)


async def test_a_parents_request_goes_where_all_their_children_are_now(world: World) -> None:
    number, _ = await filed(world, "parent")

    await world.move("eleve", FAR)
    await world.ask_again("parent")

    assert (await world.request(number)).at == Role(Level.SCHOOL, "jules-verne")


async def test_of_a_parent_of_two_schools_it_goes_to_the_one_that_is_new(world: World) -> None:
    await world.enrol("aurelie.martin", 6_000_002)
    await world.move("noe.martin", NEAR)
    await world.ask_again("aurelie.martin")
    number = await filed_for(world, "directeur", "martin aurelie", "École Jean-Moulin")
    assert (await world.request(number)).place.id == "jean-moulin"

    await world.move("lea.martin", FAR)
    await world.ask_again("aurelie.martin")

    assert (await world.request(number)).place.id == "jules-verne"


async def test_of_several_new_schools_the_requester_chooses_one(world: World) -> None:
    number = await world.file("enseignant", "classe")
    mark = await world.mark()

    await moved(world, "enseignant", "louise-michel", "jules-verne")
    await world.ask_again("enseignant")

    asked = await letter(world, "enseignant", mark)
    assert (asked["kind"], [action for action, _ in asked["buttons"]]) == ("which_new_school", ["bring", "bring"])
    assert await world.told("directeur", mark) == ["left_several"]
    assert (await world.act("directeur", verbs.speak, number, world.saying("directeur", "Bonjour"))).kind
    _, _, key = asked["buttons"][0][1].partition(":")
    said = await world.act("enseignant", moving.choose, number, key)
    assert (said.kind, said.facts["place"]) == ("came", "École Jules-Verne")
    assert (await world.request(number)).at == Role(Level.SCHOOL, "jules-verne")
    assert "card:came" in await world.told("directeur3", mark)
    again = await world.refused("enseignant", moving.choose, number, key)
    assert (again.reason, again.facts["place"]) == ("went-along", "École Jules-Verne")


async def test_the_old_desk_may_choose_the_school_too(world: World) -> None:
    number = await world.file("enseignant", "classe")
    await moved(world, "enseignant", "louise-michel", "jules-verne")

    it = next(one for one in (await world.person("enseignant")).places if one.id == "louise-michel")
    assert (await world.act("directeur", correcting.relocate, number, it)).kind == "done_moved"


async def test_of_somebody_who_is_at_no_school_any_more_the_desk_keeps_it_and_is_told_once(world: World) -> None:
    number, mark = await filed(world)

    await moved(world, "eleve")
    await world.ask_again("eleve")

    assert await world.everybody_told(mark) == {"directeur": ["left_all"], "adjoint": ["left_all"]}
    shown = actions(await world.card("directeur", number))
    assert {"take", "answer", "escalate", "resolve"} <= set(shown)
    assert not {"code", "account"} & set(shown)
    await escalated(world, number, 1)
    await moved(world, "eleve", FAR)
    assert (await world.request(number)).at == Role(Level.CIRCONSCRIPTION, "beauvais")


async def test_of_an_account_that_the_ent_deleted_the_desk_is_told(world: World) -> None:
    number, mark = await filed(world)
    await world.delete_account("eleve")

    await world.ask_again("eleve")

    assert (await world.everybody_told(mark))["directeur"] == ["left_all"]
    assert (await world.act("directeur", verbs.resolve, number)).kind == "done_resolved"


async def test_who_is_not_linked_is_asked_about_while_somebody_treats_their_request(world: World) -> None:
    number = await filed_for(world, "directeur", "lea.martin")
    await world.move("lea.martin", NEAR)
    world.wait(hours=7)

    await upkeep.tend(world.desk)

    assert (await world.request(number)).at == Role(Level.SCHOOL, "louise-michel")


async def test_a_deleted_account_that_was_never_linked_is_not_asked_about_for_ever(world: World) -> None:
    await filed_for(world, "directeur", "noe.martin")
    await world.delete_account("noe.martin")
    world.wait(hours=7)

    await rights.refresh(world.desk)

    assert await rights.refresh(world.desk) == 0


async def test_what_is_resolved_stays_and_follows_once_it_is_opened_again(world: World) -> None:
    number, mark = await resolved(world)
    await moved(world, "eleve", NEAR)
    assert not await world.everybody_told(mark)

    await world.act("eleve", verbs.reopen, number, world.saying("eleve", "Toujours pas"))

    assert (await world.request(number)).at == Role(Level.SCHOOL, "louise-michel")
    told = await world.everybody_told(mark)
    assert told["directrice"] == ["card:came", "reopened"]
    assert told["directeur"] == ["went_along"]


async def test_a_school_that_an_agent_chose_does_not_change_with_the_requester(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    place = await world.desk.directory.structure("louise-michel")
    assert place is not None
    await world.act("erun", correcting.relocate, number, place)
    mark = await world.mark()

    await moved(world, "eleve", FAR)

    assert (await world.request(number)).place.id == "louise-michel"
    assert not await world.everybody_told(mark)


async def test_who_followed_it_at_the_old_school_gets_their_own_request_back(world: World) -> None:
    await world.enrol("lea.martin", 6_000_003)
    mine, other = await world.file("lea.martin"), await world.file("eleve")
    await world.act("directeur", verbs.merge, mine, other)
    mark = await world.mark()

    await moved(world, "eleve", NEAR)

    assert ((await world.request(mine)).status, (await world.request(mine)).place.id) == (Status.NEW, "jean-moulin")
    told = await world.everybody_told(mark)
    assert (told["lea.martin"], told["directeur"]) == (["parted"], ["card:parted", "went_along"])


async def test_who_follows_another_and_moves_alone_takes_their_own_along(world: World) -> None:
    await world.enrol("lea.martin", 6_000_003)
    mine, other = await world.file("lea.martin"), await world.file("eleve")
    await world.act("directeur", verbs.merge, mine, other)

    await moved(world, "lea.martin", NEAR)

    request = await world.request(mine)
    assert (request.status, request.merged_into, request.place.id) == (Status.NEW, None, "louise-michel")
    assert (await world.request(other)).place.id == "jean-moulin"


async def test_two_merged_requests_of_one_person_go_along_together(world: World) -> None:
    first, second = await world.file("eleve"), await world.file("eleve", "compte")
    await world.act("directeur", verbs.merge, first, second)

    await moved(world, "eleve", NEAR)

    assert (await world.request(first)).merged_into == second
    assert {(await world.request(one)).place.id for one in (first, second)} == {"louise-michel"}


async def test_a_teacher_who_leaves_one_of_two_schools_is_helped_at_the_other(world: World) -> None:
    await world.enrol(TEACHER, 6_000_001)
    asked = await world.asked(TEACHER, filing.start, "classe", world.saying(TEACHER, "Ma classe manque"))
    await world.press(TEACHER, "place", chosen(asked, "École Jean-Moulin"))
    await world.press(TEACHER, "send")
    number = int((await world.rows("requests"))[-1]["number"])

    await moved(world, TEACHER, "louise-michel")

    assert (await world.request(number)).at == Role(Level.SCHOOL, "louise-michel")
