"""Somebody with several roles: who they are depends on the school that they ask about, answer for, or write in."""

from __future__ import annotations

import pytest

from bot import texts
from bot.storage import people
from bot.terms import Level, Notice, Profile, Saying
from bot.workflows.requests import correcting, filing, leafing, prompts, queues, scenes, verbs
from tests.workflows.hats import ABOVE, FAR, FAR_ABOVE, A, B, somebody
from tests.world import World


async def alone(world: World) -> None:
    """Unlinks the ERUN of the far circonscription, so that nobody reads there but who a test puts there."""
    await world.desk.put(people.forget, await world.person("erun2"))


async def ask(world: World, key: str, school: str, category: str = "application") -> int:
    """Files a request about that school, one of several of that persona's; returns its number."""
    await world.act(key, filing.start, category, world.saying(key, "Plus rien ne marche"))
    await world.press(key, "place", school)
    await world.press(key, "send")
    return int((await world.rows("requests"))[-1]["number"])


async def escalating(world: World, key: str, number: int) -> Notice:
    """That persona escalates the request; returns the receipt."""
    return await world.act(key, verbs.escalate, number, world.saying(key, "Essayé ici"))


@pytest.mark.parametrize(
    ("functions", "at", "school", "category", "desk"),
    [
        ((("adml", A),), (A, B), B, "classe", B),
        ((("adml", A),), (A, B), A, "classe", ABOVE),
        ((("adml", A),), (A, B), B, "application", ABOVE),
        ((("erun", ABOVE),), (FAR,), FAR, "application", FAR_ABOVE),
        ((("erun", ABOVE), ("adml", A)), (B,), A, "application", "oise"),
        ((("erun", ABOVE), ("adml", FAR)), (), FAR, "application", FAR_ABOVE),
    ],
)
async def test_a_request_enters_above_what_its_requester_is_at_its_school(
    world: World, functions: tuple[tuple[str, str], ...], at: tuple[str, ...], school: str, category: str, desk: str
) -> None:
    await somebody(world, "double", *functions, at=at)
    for key, place in (("erun-loin", FAR_ABOVE), ("danei-ici", "oise")):
        await somebody(world, key, ("erun" if place == FAR_ABOVE else "danei", place))

    number = await ask(world, "double", school, category)

    assert (await world.request(number)).desk == desk


async def test_a_correction_of_the_school_brings_it_to_who_serves_its_requester_there(world: World) -> None:
    await somebody(world, "double", ("erun", ABOVE), at=(FAR, A))
    await somebody(world, "erun-loin", ("erun", FAR_ABOVE))
    number = await ask(world, "double", FAR)
    place = await world.desk.directory.structure(A)
    assert place is not None

    await world.act("double", correcting.relocate, number, place)

    request = await world.request(number)
    assert (request.desk, request.entry) == ("oise", Level.DSDEN)


async def test_an_agents_correction_brings_no_request_to_its_requesters_own_desk(world: World) -> None:
    await somebody(world, "double", ("director", B), at=(A,))
    number = await ask(world, "double", A, "classe")
    place = await world.desk.directory.structure(B)
    assert (await world.request(number)).desk == A
    assert place is not None

    await world.act("directeur", correcting.relocate, number, place)

    assert (await world.request(number)).desk == ABOVE


async def test_escalating_to_ones_own_other_desk_says_so_before_and_after(world: World) -> None:
    await alone(world)
    await somebody(world, "double", ("director", FAR), ("erun", FAR_ABOVE))
    pupil = await somebody(world, "petit", at=(f"{FAR}/CP",), profile=Profile.STUDENT)
    number = await world.file(pupil)
    await world.act("double", verbs.take, number)
    mark = await world.mark()

    question = await world.asked("double", prompts.prompt, "escalate", number)
    said = await world.say("double", "Essayé ici")

    assert "Vous êtes aussi l’ERUN\u00a0: c’est vous qui la lirez" in texts.word(question, "fr").text
    assert said is not None
    assert said.kind == "done_also_alone"
    assert (await world.request(number)).desk == FAR_ABOVE
    assert await world.told("double", mark) == []
    assert (await world.told(pupil, mark)) == ["escalated"]
    back = await world.act("double", verbs.send_back, number, world.saying("double", "Finalement ici"))
    assert "Vous êtes aussi l’administration de l’école" in texts.word(back, "fr").text
    assert (await world.request(number)).desk == FAR


async def test_with_colleagues_at_the_other_desk_they_are_told_once(world: World) -> None:
    await somebody(world, "double", ("director", A), ("erun", ABOVE))
    number = await world.file("eleve")
    mark = await world.mark()

    said = await escalating(world, "double", number)

    assert said.kind == "done_also_among"
    assert await world.told("erun", mark) == ["card:escalated"]
    assert await world.told("double", mark) == []
    assert [line["number"] for line in (await world.act("double", queues.queue, "")).facts["lines"]] == [number]


async def test_whoever_is_not_at_the_desk_above_reads_the_usual_receipt(world: World) -> None:
    await somebody(world, "double", ("director", A), ("erun", FAR_ABOVE))
    number = await world.file("eleve")

    assert (await world.asked("double", prompts.prompt, "escalate", number)).facts["also"] == ""
    assert (await escalating(world, "double", number)).kind == "done_escalated"


async def test_another_account_of_the_same_phone_counts_as_oneself(world: World) -> None:
    await alone(world)
    await somebody(world, "ecole", ("director", FAR))
    await somebody(world, "circo", ("erun", FAR_ABOVE), phone=world.telegram["ecole"])
    pupil = await somebody(world, "petit", at=(f"{FAR}/CP",), profile=Profile.STUDENT)
    number = await world.file(pupil)

    receipt = await world.act("ecole", scenes.by_any_account(verbs.escalate), number, Saying("Essayé ici"))

    assert receipt.kind == "done_also_alone"


async def test_a_director_who_teaches_elsewhere_is_told_of_there_as_a_teacher(world: World) -> None:
    await somebody(world, "double", ("director", B), at=(A,))
    number = await ask(world, "double", A)
    mark = await world.mark()
    await world.act("double", verbs.speak, number, world.saying("double", "Toujours rien"))

    card, page = await world.card("erun", number), await world.act("erun", leafing.leaf, number)
    told = [row["payload"] for row in await world.letters("erun", mark) if row["kind"] == "notice"]

    assert card.facts["profile"] == "teacher"
    assert {line["function"] for line in card.facts["exchange"]} == {"teacher"}
    assert {line["function"] for line in page.facts["exchange"]} == {"teacher"}
    assert {(one["kind"], one["facts"]["function"]) for one in told} == {("replied", "teacher")}


async def test_in_their_own_school_they_are_its_director(world: World) -> None:
    await somebody(world, "double", ("director", B), at=(A,))
    number = await ask(world, "double", B)

    card = await world.card("erun", number)

    assert card.facts["profile"] == "director"
    assert {line["function"] for line in card.facts["exchange"]} == {"director"}


async def test_an_author_is_shown_as_what_they_are_at_the_school_that_they_wrote_about(
    world: World,
) -> None:
    await somebody(world, "double", ("director", B), at=(A,))
    here, there = await ask(world, "double", A), await ask(world, "double", B)
    await world.act("erun", verbs.merge, there, here)

    shown = (await world.card("erun", here)).facts["exchange"]

    assert {(line["number"], line["function"]) for line in shown} == {(0, "teacher"), (there, "director")}
