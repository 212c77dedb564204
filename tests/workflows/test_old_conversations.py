"""Words that come long after a question are not taken as its answer: they are offered, to it first."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Notice, Refusal
from bot.workflows import intake
from bot.workflows.passwords import codes
from bot.workflows.policy import Waits
from bot.workflows.requests import prompts
from tests.workflows.robot import NAMES, TALKS, begun, counted, pile, steps_kept
from tests.workflows.steps import actions, guided, pressed
from tests.world import World

#: those whose questions words may still answer after they have asked for attention for too long
_PATIENT = [name for name in NAMES if TALKS[name].waits in (Waits.WORDS, Waits.DETAILS)]


def said_in(notice: Notice) -> str:
    """The words of a notice in French, with plain spaces."""
    return texts.word(notice, "fr").text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("name", NAMES)
async def test_late_words_are_not_taken_as_an_answer_but_offered(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    robot = await begun(world, name)
    before, attention = await counted(world), world.desk.policy.waits[TALKS[name].waits].attention
    world.wait(seconds=attention.total_seconds() + 1)

    said = await world.say(robot.key, "lea.martin")

    assert said is not None
    assert (said.kind, said.facts["text"]) == ("offer", "lea.martin")
    assert await counted(world) == before
    assert (await pile(world, robot.key))[0]["draft"]["said"][0][1] == "lea.martin"


@pytest.mark.parametrize("name", NAMES)
async def test_words_just_in_time_are_the_answer(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    robot = await begun(world, name)
    if name == "whom:unblock":
        await world.desk.directory.block("lea.martin", True)
    before, kept = await counted(world), await pile(world, robot.key)
    world.wait(seconds=world.desk.policy.waits[TALKS[name].waits].attention.total_seconds() - 1)

    said = await robot.answer(by_words=True)

    assert said is None or said.kind != "offer" or name == "offer"
    assert (await counted(world), await pile(world, robot.key)) != (before, kept)


@pytest.mark.parametrize("action", sorted(prompts.PROMPTS))
async def test_a_prompt_asks_first_whether_late_words_are_for_its_request(sqlite_world: World, action: str) -> None:
    world = sqlite_world
    robot = await begun(world, f"say:{action}")
    world.wait(hours=2)

    said = await world.say(robot.key, "Le code est prêt")

    assert said is not None
    assert said_in(said).startswith("Est-ce pour la demande n°1 ?")
    assert pressed(said, "reply_to").partition(":")[2] == f"{action}:1"
    before = await counted(world)
    await world.press(robot.key, "reply_to", f"{action}:1")
    assert (await counted(world))["messages"] == before["messages"] + 1


@pytest.mark.parametrize("name", [name for name in _PATIENT if not name.startswith("say:")])
async def test_a_question_takes_late_words_once_it_is_said_that_they_are_its_answer(
    sqlite_world: World, name: str
) -> None:
    world = sqlite_world
    robot = await begun(world, name)
    if name == "whom:unblock":
        await world.desk.directory.block("lea.martin", True)
    world.wait(hours=23)
    words = {"afraid": "oui", "handing": "adjoint", "correcting": "1", "merging": "oui", "create": "invité"}
    words |= dict.fromkeys(("whom:classes", "whom:rights", "whom:leaver"), "enseignant")
    offered = await world.say(robot.key, words.get(name, "lea.martin"))
    assert offered is not None
    assert actions(offered)[0] == "late_answer"

    said = await intake.answer(world.desk, world.cause(), world.caller(robot.key), pressed(offered, "late_answer"))

    assert "offer" not in await steps_kept(world, robot.key)
    outcome = {"afraid": None, "handing": "done_handed", "correcting": "correct_category", "merging": "done_merged"}
    outcome |= {"whom:account": "account", "whom:block": "block_asked", "whom:unblock": "unblock_asked"}
    outcome |= {"whom:classes": "classes", "whom:rights": "right", "whom:leaver": "detach_why"}
    outcome |= {"create": "create_names", "announcing": "flash_starts", "services": "link_asked"}
    assert (said.kind if said is not None else None) == outcome.get(name)


async def test_an_old_code_makes_no_code_of_a_name_typed_for_something_else(sqlite_world: World) -> None:
    world = sqlite_world
    await codes.CODE(world.desk, world.cause(), world.caller("directeur"), "")
    world.wait(hours=2)

    said = await world.say("directeur", "lea.martin")

    assert said is not None
    assert said_in(said).startswith("Est-ce le nom pour le code de connexion ?")
    assert not await world.rows("interventions")


async def test_late_words_are_not_added_to_a_request_under_preparation_unasked(sqlite_world: World) -> None:
    world = sqlite_world
    await guided(world)
    await world.say("eleve", "Le site est lent")
    world.wait(days=2)

    said = await world.say("eleve", "Et la photo ?")
    assert said is not None
    assert pressed(said, "reply_to").partition(":")[2] == "add"
    summary = await world.press("eleve", "reply_to", "add")

    assert summary is not None
    assert (summary.kind, summary.facts["text"]) == ("summary", "Le site est lent\nEt la photo ?")


async def test_a_frightened_child_who_writes_again_later_is_led_to_help_again(sqlite_world: World) -> None:
    world = sqlite_world
    await begun(world, "afraid")
    world.wait(hours=5)

    said = await world.say("eleve", "il me frappe encore")

    assert said is not None
    assert said.kind == "afraid"
    assert [text for _, text in (await pile(world, "eleve"))[0]["draft"]["said"]] == [
        "J’ai peur, on me frappe",
        "il me frappe encore",
    ]


@pytest.mark.parametrize("name", NAMES)
async def test_an_old_button_names_a_way_on(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    robot = await begun(world, name)
    world.wait(days=8)
    before = await counted(world)

    for button in robot.buttons:
        if button.action == "new":
            continue  # begins a new request
        with pytest.raises(Refusal) as met:
            await robot.press(button)
        assert "/aide" in texts.refuse(met.value, "fr").text
    assert await counted(world) == before


async def test_a_reply_to_a_question_of_this_morning_is_its_answer(sqlite_world: World) -> None:
    world = sqlite_world
    robot = await begun(world, "say:note")
    world.wait(hours=7)

    said = await world.say(robot.key, "À voir avec la famille", reply_to=robot.message)

    assert said is not None
    assert said.kind == "done_noted"
