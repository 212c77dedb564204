"""A call for help told outside the school is read by nobody of the school, however they look for it."""

from __future__ import annotations

import pytest

from bot import texts
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Level, Refusal, Saying
from bot.workflows.audit import pages
from bot.workflows.requests import (
    cards,
    colleagues,
    correction,
    merging,
    queues,
    scenes,
    serving,
    verbs,
)
from tests.workflows.outside import lose, told_outside
from tests.workflows.steps import actions
from tests.world import World

OF_THE_SCHOOL = ("directeur", "adjoint", "enseignant")


async def test_nobody_of_the_school_is_told_and_the_erun_is_at_once(world: World) -> None:
    mark = await world.mark()
    number = await told_outside(world)

    told = await world.everybody_told(mark)
    assert told["erun"] == ["card:filed"]
    assert told["eleve"] == ["filed_outside"]
    assert not set(told) & set(OF_THE_SCHOOL)
    world.wait(seconds=2)
    request = await world.request(number)
    assert (request.category, request.due_at) == ("danger", request.created_at)
    card = texts.word(await world.card("erun", number), "fr").text
    assert "⏰ à traiter tout de suite" in card
    assert "🔒 Dite hors de l’école" in card
    assert "Jean-Moulin" in card


@pytest.mark.parametrize("key", OF_THE_SCHOOL)
async def test_to_the_people_of_the_school_it_does_not_exist_by_number(world: World, key: str) -> None:
    number = await told_outside(world)
    tries = (
        lambda turn: cards.send(turn, number),
        lambda turn: cards.send_files(turn, number),
        lambda turn: scenes.account_of(turn, number),
        lambda turn: verbs.take(turn, number),
        lambda turn: verbs.note(turn, number, Saying("?")),
        lambda turn: verbs.speak(turn, number, Saying("?")),
        lambda turn: verbs.resolve(turn, number, Saying("?")),
        lambda turn: colleagues.choose(turn, number),
        lambda turn: correction.start(turn, number, correction.SCHOOL, ""),
    )
    for verb in tries:
        with pytest.raises(Refusal) as met:
            await world.act(key, verb)
        with pytest.raises(Refusal) as unknown:
            await world.act(key, lambda turn: cards.send(turn, number + 1000))
        assert met.value.reason == unknown.value.reason == "unknown-request"


@pytest.mark.parametrize("key", ["directeur", "adjoint"])
async def test_no_list_and_no_journal_of_the_school_has_it(world: World, key: str) -> None:
    number = await told_outside(world)
    await world.act("erun", verbs.take, number)
    for wanted in queues.FILTERS:
        assert (await world.desk.see(world.caller(key), queues.queue, wanted, "")).facts["lines"] == []
    for about in ("", "Léa Martin"):
        page = await pages.start(world.desk, world.caller(key), about)
        assert str(number) not in [str(line.get("number", "")) for line in page.facts.get("traced", ())]
    with pytest.raises(Refusal, match="unknown-request"):
        await pages.start(world.desk, world.caller(key), f"n°{number}")


async def test_what_follows_stays_outside_too(sqlite_world: World) -> None:
    world = sqlite_world
    number = await told_outside(world)
    mark = await world.mark()
    await world.act("erun", verbs.speak, number, world.saying("erun", "J’arrive"))
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Merci"))
    await world.act("erun", verbs.resolve, number, world.saying("erun", "C’est fait"))
    await world.act("eleve", verbs.reopen, number)

    assert not set(await world.everybody_told(mark)) & set(OF_THE_SCHOOL)


@pytest.mark.parametrize("verb", ["send_back", "school", "category", "merge"])
async def test_it_is_never_brought_to_the_school_and_one_sentence_says_why(sqlite_world: World, verb: str) -> None:
    world = sqlite_world
    number = await told_outside(world)
    other = await world.file("enseignant")
    said = world.saying("erun", "À voir avec l’école")
    tries = {
        "send_back": lambda turn: verbs.send_back(turn, number, said),
        "school": lambda turn: correction.start(turn, number, correction.SCHOOL, "jean"),
        "category": lambda turn: correction.start(turn, number, correction.CATEGORY, "connexion"),
        "merge": lambda turn: merging.ask(turn, number, other),
    }
    with pytest.raises(Refusal, match="outside-school"):
        await world.act("erun", tries[verb])
    if verb == "merge":
        with pytest.raises(Refusal, match="outside-school"):
            await world.act("erun", lambda turn: merging.ask(turn, other, number))
    assert "send_back" not in actions(await world.card("erun", number))


async def test_the_danei_reads_it_where_no_erun_does_and_gives_it_back_only_to_the_circonscription(
    sqlite_world: World,
) -> None:
    world = sqlite_world
    await lose(world, Level.CIRCONSCRIPTION)
    mark = await world.mark()
    number = await told_outside(world)

    assert (await world.request(number)).level is Level.DSDEN
    assert "card:filed_above" in await world.told("danei", mark)
    with pytest.raises(Refusal):
        await world.act("danei", verbs.send_back, number, world.saying("danei", "Non"))


async def test_the_first_person_who_comes_outside_reads_what_waited(sqlite_world: World) -> None:
    world = sqlite_world
    await lose(world, Level.CIRCONSCRIPTION, Level.DSDEN)
    number = await told_outside(world)
    mark = await world.mark()

    def come(work: Work) -> None:
        people.change(work, (people.of_telegram(work, world.telegram["danei"]))[0], reachable=True)

    await world.desk.put(come)
    await serving.settle(world.desk)

    assert (await world.request(number)).level is Level.DSDEN
    assert "card:moved_up" in await world.told("danei", mark)


async def also_of_the_school(world: World, key: str) -> None:
    """Has that agent also work in the child's school."""
    school = (await world.person("eleve")).places

    def move(work: Work) -> None:
        [person] = people.of_telegram(work, world.telegram[key])
        people.change(work, person, places=(*person.places, *school))

    await world.desk.put(move)


async def test_an_erun_who_also_works_in_the_school_reads_nothing(sqlite_world: World) -> None:
    world = sqlite_world
    await also_of_the_school(world, "erun")
    mark = await world.mark()
    number = await told_outside(world)

    assert (await world.request(number)).level is Level.DSDEN
    assert not await world.told("erun", mark)
    with pytest.raises(Refusal, match="unknown-request"):
        await world.card("erun", number)


async def test_an_erun_who_comes_to_the_school_later_reads_it_no_more_and_somebody_else_does(
    sqlite_world: World,
) -> None:
    world = sqlite_world
    number = await told_outside(world)
    await also_of_the_school(world, "erun")
    await serving.settle(world.desk)

    assert (await world.request(number)).level is Level.DSDEN
    with pytest.raises(Refusal):
        await world.card("erun", number)
    assert (await world.desk.see(world.caller("erun"), queues.queue, "", "")).facts["lines"] == []


async def test_an_account_of_the_school_on_the_same_phone_hides_it(sqlite_world: World) -> None:
    world = sqlite_world
    await world.enrol("adjoint", world.telegram["erun"])

    number = await told_outside(world)

    assert (await world.request(number)).level is Level.DSDEN
    for key in ("erun", "adjoint"):
        with pytest.raises(Refusal, match="unknown-request"):
            await world.card(key, number)
