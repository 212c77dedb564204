"""Several accounts of one Telegram account: each conversation is done by and for the account that began it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot import texts
from bot.storage import people as records
from bot.terms import Person, Saying
from bot.workflows import intake
from bot.workflows.people import rights
from bot.workflows.requests import filing, prompts
from tests.workflows.robot import NAMES, TALKS, Robot, begun, counted, deeds, pile, refusal, steps_kept
from tests.workflows.steps import guided, linked
from tests.world import World

OTHER = "parent"  #: the account that is linked to the same Telegram account after a conversation was begun


@pytest.fixture
def world(sqlite_world: World) -> World:
    """The demo's world, on SQLite."""
    return sqlite_world


async def joined(world: World, robot: Robot) -> tuple[Person, Person]:
    """Links another account to the same Telegram account, which speaks from now on; returns both."""
    first = await world.person(robot.key)
    await world.enrol(OTHER, world.telegram[robot.key])
    other = await world.person(OTHER)
    assert other.speaking
    return first, other


async def changed(world: World, person: Person, **values: Any) -> None:
    """Changes what the records say of a person."""
    await world.desk.put(lambda work: records.change(work, person, **values))


@pytest.mark.parametrize("by_words", [True, False], ids=["words", "buttons"])
@pytest.mark.parametrize("name", NAMES)
async def test_a_conversation_is_finished_by_the_account_that_began_it(
    world: World, name: str, by_words: bool
) -> None:
    robot = await begun(world, name)
    if name == "whom:unblock":
        await world.desk.directory.block("lea.martin", True)
    first, other = await joined(world, robot)
    before, mark, deeds_before = await counted(world), await world.mark(), await deeds(world, other.id)

    await robot.finish(by_words)

    assert await deeds(world, other.id) == deeds_before
    told = [row["person"] for row in await world.letters(robot.key, mark) if row["kind"] not in ("refresh", "menu")]
    assert other.id not in told
    kept = [one["person"] for one in await pile(world, robot.key)]
    assert set(kept) <= {first.id}
    assert name in ("account", "whom:account", "offer") or (await counted(world), kept) != (before, [])


@pytest.mark.parametrize("name", NAMES)
async def test_an_edit_of_an_answer_is_by_the_account_that_began_the_conversation(world: World, name: str) -> None:
    robot = await begun(world, name)
    saying = world.saying(robot.key, "1" if name == "correcting" else "connexion")
    assert saying.origin is not None
    await refusal(_said(world, robot, saying))
    first, other = await joined(world, robot)
    before = await deeds(world, other.id)

    await refusal(world.edit(robot.key, saying.origin, "connexion, compte"))

    assert await deeds(world, other.id) == before
    assert {one["person"] for one in await pile(world, robot.key)} <= {first.id}


async def _said(world: World, robot: Robot, saying: Saying) -> None:
    await intake.say(world.desk, world.cause(), world.caller(robot.key), saying, None)


@pytest.mark.parametrize("name", NAMES)
async def test_words_for_an_account_that_is_no_longer_linked_are_offered_and_it_is_said(
    world: World, name: str
) -> None:
    robot = await begun(world, name)
    first, other = await joined(world, robot)
    await changed(world, first, telegram_id=None, speaking=False)
    before = await counted(world)

    said = await world.say(robot.key, "lea.martin")

    assert said is not None
    assert (said.kind, said.facts["why"], said.facts["name"]) == ("offer", "gone", first.name)
    assert first.name in texts.word(said, said.language or "fr").text
    assert await counted(world) == before
    assert [(one["step"], one["person"]) for one in await pile(world, robot.key)] == [("offer", other.id)]


@pytest.mark.parametrize("name", NAMES)
async def test_a_button_of_an_account_that_is_no_longer_linked_says_so(world: World, name: str) -> None:
    robot = await begun(world, name)
    assert robot.asked is not None
    cancel = robot.asked.buttons[-1][-1]
    first, _ = await joined(world, robot)
    await changed(world, first, telegram_id=None, speaking=False)
    before = await counted(world)

    no = await refusal(robot.press(robot.buttons[0] if robot.buttons else cancel))

    assert no is not None
    assert (no.reason, no.facts["name"]) == ("begun-by-gone", first.name)
    assert await counted(world) == before
    assert not await pile(world, robot.key)


@pytest.mark.parametrize("by_words", [True, False], ids=["words", "buttons"])
@pytest.mark.parametrize("name", NAMES)
async def test_an_account_must_accept_its_new_charter_before_its_conversation_goes_on(
    world: World, name: str, by_words: bool
) -> None:
    robot = await begun(world, name)
    first, _ = await joined(world, robot)
    charters = world.desk.policy.charters
    newer = {first.profile.value: replace(charters[first.profile.value], version=99)}
    world.desk.policy = replace(world.desk.policy, charters={**charters, **newer})
    before, kept = await counted(world), await pile(world, robot.key)

    no = await refusal(robot.answer(by_words))

    assert no is not None
    assert no.reason in ("charter-first-other", "charter-first")
    assert (await counted(world), await pile(world, robot.key)) == (before, kept)


@pytest.mark.parametrize("name", [name for name in NAMES if TALKS[name].waits.value in ("words", "details", "acts")])
async def test_who_lost_their_rights_meets_one_refusal_and_no_question_that_listens_on(
    world: World, name: str
) -> None:
    if name == "afraid":
        pytest.skip("a child needs no right to call for help")
    robot = await begun(world, name)
    await world.appoint(robot.key)
    await rights.ask_again(world.desk, await world.person(robot.key))
    before = await counted(world)

    no = await refusal(robot.finish(by_words=True))

    assert no is not None
    assert no.reason not in ("old-button", "unknown-profile")
    assert await counted(world) == before
    assert not await pile(world, robot.key)


async def test_a_request_under_preparation_is_not_lost_when_a_second_account_is_linked(world: World) -> None:
    await guided(world, "erun")
    await world.say("erun", "Le site est lent")

    await linked(world, "solene.quemener", world.caller("erun"))

    assert await steps_kept(world, "erun") == ["filing"]
    await world.press("erun", "send")
    assert (await world.request(1)).requester == (await world.person("erun")).id


@pytest.mark.parametrize("name", NAMES)
async def test_a_button_of_an_account_that_went_to_another_chat_says_so(world: World, name: str) -> None:
    robot = await begun(world, name)
    assert robot.asked is not None
    await joined(world, robot)
    chat = world.telegram[robot.key]
    await world.enrol(robot.key, 6_000_009)
    world.telegram[robot.key] = chat
    before = await counted(world)

    no = await refusal(robot.press(robot.buttons[0] if robot.buttons else robot.asked.buttons[-1][-1]))

    assert no is not None
    assert no.reason == "begun-by-gone"
    assert await counted(world) == before


async def test_a_second_account_prepares_a_request_of_its_own_beside_that_of_the_first(world: World) -> None:
    await guided(world, "erun")
    await world.say("erun", "Le site est lent")
    robot = Robot(world, "erun", "filing", None)
    first, other = await joined(world, robot)

    await world.asked("erun", filing.start, "", Saying("Un mot de passe"))

    assert [(one["step"], one["person"]) for one in await pile(world, "erun")] == [
        ("filing", other.id),
        ("filing", first.id),
    ]


async def test_the_question_speaks_the_language_of_the_account_that_began_it(world: World) -> None:
    number = await world.file("eleve")
    robot = Robot(world, "directeur", "say:ask", await world.asked("directeur", prompts.prompt, "ask", number))
    first, other = await joined(world, robot)
    await changed(world, first, language="en")

    said = await world.say("directeur", "Quel écran ?")

    assert said is not None
    assert (said.kind, said.language) == ("done_asked", "en")
    assert other.language == "fr"
