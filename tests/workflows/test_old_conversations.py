"""Old conversations end: late words are offered first, and a question that is over says so by itself."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot import texts
from bot.storage import drafts
from bot.storage.engine import open_records
from bot.storage.work import Work
from bot.terms import Notice, Refusal, Saying
from bot.workflows import intake, nouns
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.passwords import codes
from bot.workflows.policy import Waits
from bot.workflows.requests import filing, prompts
from tests.workflows.openers import openers
from tests.workflows.robot import TALKS, Robot, counted, pile, steps_kept
from tests.workflows.steps import actions, guided, pressed
from tests.world import World

OPENERS = openers()
NAMES = sorted(OPENERS)
#: half an hour before the clocks of France change
NIGHTS = [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2027, 3, 28, 0, 30, tzinfo=UTC)]
HOUR = timedelta(hours=1)
#: those whose questions words may still answer after they have asked for attention for too long
_PATIENT = [name for name in NAMES if TALKS[name].waits in (Waits.WORDS, Waits.DETAILS)]


async def begun(world: World, name: str) -> Robot:
    """Begins that conversation, and notes in which message it asks."""
    opener = OPENERS[name]
    asked = await opener.begin(world)
    return Robot(world, opener.key, name, asked, await world.said(opener.key, asked))


def said_in(notice: Notice) -> str:
    """The words of a notice in French, with plain spaces."""
    return texts.word(notice, "fr").text.replace("\u00a0", " ").replace("\u202f", " ")


async def closing(world: World, key: str) -> list[tuple[int, str]]:
    """The messages that are to say that their question is over: the number of each, and what it says now."""
    found = []
    for row in await world.rows("outbox", kind="refresh", chat_id=world.telegram[key]):
        about = row["payload"]["about"]
        if about.startswith("closed"):
            notice = await world.desk.look(nouns.draw, world.desk.policy, await world.person(key), about)
            found.append((row["message_id"], texts.word(notice, "fr").text))
    return found


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
    words = {"afraid": "oui", "handing": "adjoint", "correcting": "1"}.get(name, "lea.martin")
    offered = await world.say(robot.key, words)
    assert offered is not None
    assert actions(offered)[0] == "late_answer"

    said = await intake.answer(world.desk, world.cause(), world.caller(robot.key), pressed(offered, "late_answer"))

    assert "offer" not in await steps_kept(world, robot.key)
    outcome = {"afraid": None, "handing": "done_handed", "correcting": "correct_category"}
    outcome |= {"whom:account": "account", "whom:block": "block_asked", "whom:unblock": "unblock_asked"}
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
async def test_a_question_says_by_itself_that_it_is_over(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    robot = await begun(world, name)
    life = world.desk.policy.waits[TALKS[name].waits].life
    assert await CONVERSATIONS.until_old(world.desk) == life.total_seconds()
    world.wait(seconds=life.total_seconds() - 1)
    await CONVERSATIONS.end_old(world.desk)
    assert await steps_kept(world, robot.key) == [name]

    world.wait(seconds=1)
    await CONVERSATIONS.end_old(world.desk)
    await CONVERSATIONS.end_old(world.desk)

    assert not await world.rows("drafts")
    [(message, words)] = await closing(world, robot.key)
    assert message == robot.message
    assert "autre chose" not in words


async def test_whom_to_call_stays_in_the_chat_of_a_child(sqlite_world: World) -> None:
    world = sqlite_world
    robot = await begun(world, "afraid")
    world.wait(days=1)

    await CONVERSATIONS.end_old(world.desk)

    [(_, words)] = await closing(world, robot.key)
    assert "119" in words


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


async def test_what_lies_beneath_comes_back_and_ends_in_its_own_time(world: World) -> None:
    number = await world.file("eleve")
    await guided(world, "directeur")
    summary = await world.said("directeur", await world.say("directeur", "Le site est lent"))
    world.wait(days=6)
    await world.act("directeur", prompts.prompt, "note", number)
    assert await steps_kept(world, "directeur") == ["say:note", "filing"]

    world.wait(hours=23, minutes=59)
    await CONVERSATIONS.end_old(world.desk)
    assert await steps_kept(world, "directeur") == ["say:note", "filing"]
    world.wait(minutes=1)
    await CONVERSATIONS.end_old(world.desk)

    assert not await world.rows("drafts")
    assert [message for message, _ in await closing(world, "directeur")] == [summary]


async def test_an_old_one_beneath_ends_while_a_younger_one_is_under_way(world: World) -> None:
    offered = await world.said("eleve", await world.say("eleve", "Plus rien ne marche"))
    world.wait(hours=20)
    await world.asked("eleve", filing.start, "compte", Saying())
    world.wait(hours=5)

    await CONVERSATIONS.end_old(world.desk)

    assert await steps_kept(world, "eleve") == ["filing"]
    assert [message for message, _ in await closing(world, "eleve")] == [offered]


async def test_two_replicas_end_a_conversation_once(inhabited_url: str) -> None:
    records = [open_records(inhabited_url) for _ in range(2)]
    first, second = (World(one) for one in records)
    try:
        robot = await begun(first, "say:note")
        first.wait(days=2)
        second.now = first.now
        await asyncio.gather(CONVERSATIONS.end_old(first.desk), CONVERSATIONS.end_old(second.desk))
        assert [message for message, _ in await closing(first, robot.key)] == [robot.message]
        assert not await first.rows("drafts")
    finally:
        for one in records:
            await one.close()


async def test_a_conversation_that_was_answered_meanwhile_goes_on(world: World) -> None:
    await guided(world)
    world.wait(days=6, hours=23)
    await world.press("eleve", "category", "compte")
    world.wait(days=2)

    await CONVERSATIONS.end_old(world.desk)

    assert await steps_kept(world, "eleve") == ["filing"]


async def test_a_conversation_that_the_release_before_kept_ends_too(world: World) -> None:
    robot = await begun(world, "say:note")

    def as_before(work: Work) -> None:
        row = drafts.load(work, world.telegram[robot.key], world.telegram[robot.key])
        assert row is not None
        data = {key: value for key, value in row.data.items() if key not in ("at", "until", "held")}
        drafts.save(work, world.telegram[robot.key], world.telegram[robot.key], drafts.Draft(row.step, data))

    await world.desk.put(as_before)
    await CONVERSATIONS.end_old(world.desk)
    assert await steps_kept(world, robot.key) == ["say:note"]
    world.wait(days=1, seconds=1)

    await CONVERSATIONS.end_old(world.desk)

    assert [message for message, _ in await closing(world, robot.key)] == [robot.message]


@pytest.mark.parametrize("night", NIGHTS)
async def test_the_change_of_the_clocks_neither_lengthens_nor_shortens_a_wait(
    sqlite_world: World, night: datetime
) -> None:
    world = sqlite_world
    world.now = night
    robot = await begun(world, "say:note")
    world.now = night + HOUR
    said = await world.say(robot.key, "À voir avec la famille")
    assert isinstance(said, Notice)
    assert said.kind == "done_noted"

    robot = await begun(world, "say:note")
    world.wait(hours=24)
    await CONVERSATIONS.end_old(world.desk)
    assert [message for message, _ in await closing(world, robot.key)] == [robot.message]


async def test_a_reply_to_a_question_of_this_morning_is_its_answer(sqlite_world: World) -> None:
    world = sqlite_world
    robot = await begun(world, "say:note")
    world.wait(hours=7)

    said = await world.say(robot.key, "À voir avec la famille", reply_to=robot.message)

    assert said is not None
    assert said.kind == "done_noted"
