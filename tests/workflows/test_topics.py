"""Conversations in the topics of a private chat: each topic has its own, and buttons work wherever they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.terms import Notice
from bot.workflows import intake
from bot.workflows.desk import Caller
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.requests import filing, prompts, verbs
from tests.workflows.robot import NAMES, begun, counted, pile, steps_kept
from tests.workflows.steps import actions, filed, guided
from tests.workflows.test_free_words import offered, texts
from tests.world import World

ELSEWHERE = 700


def there(world: World, key: str) -> Caller:
    """That persona in a topic of their chat with the bot."""
    return replace(world.caller(key), topic=ELSEWHERE)


async def say_there(world: World, key: str, text: str, reply_to: int = 0) -> Notice | None:
    """That persona writes words in the topic; returns the answer."""
    return await intake.say(world.desk, world.cause(), there(world, key), world.saying(key, text), reply_to)


@pytest.mark.parametrize("name", NAMES)
async def test_words_in_another_topic_answer_no_question_and_leave_it_open(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    robot = await begun(world, name)
    before, (asked, *_) = await counted(world), await pile(world, robot.key)

    said = await say_there(world, robot.key, "lea.martin")

    assert said is not None
    assert (said.kind, said.facts["text"]) == ("offer", "lea.martin")
    assert await counted(world) == before
    kept = {row["serial"]: row for row in await pile(world, robot.key)}
    assert kept[asked["serial"]] == asked | {"beneath": kept[asked["serial"]]["beneath"]}


@pytest.mark.parametrize("name", NAMES)
async def test_a_question_goes_on_in_its_topic_after_words_in_another(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    robot = await begun(world, name)
    if name == "whom:unblock":
        await world.desk.directory.block("lea.martin", True)
    before, kept = await counted(world), await pile(world, robot.key)
    await say_there(world, robot.key, "lea.martin")

    said = await robot.answer(by_words=True)

    assert said is None or said.kind != "offer" or name == "offer"
    here = [row for row in await pile(world, robot.key) if row["topic"] != ELSEWHERE]
    assert (await counted(world), here) != (before, kept)


@pytest.mark.parametrize("action", sorted(prompts.PROMPTS))
async def test_the_first_button_gives_words_of_another_topic_to_the_question(
    sqlite_world: World, action: str
) -> None:
    world = sqlite_world
    robot = await begun(world, f"say:{action}")
    said = await say_there(world, robot.key, "Voici le détail")
    assert said is not None
    assert said.facts["why"] == "elsewhere"
    (serial,) = {key.target.partition(":")[0] for row in said.buttons for key in row if key.action == "late_answer"}

    await intake.answer(world.desk, world.cause(), there(world, robot.key), f"{serial}:")

    assert "offer" not in await steps_kept(world, robot.key)
    assert f"say:{action}" not in await steps_kept(world, robot.key)


async def test_a_private_remark_written_in_another_topic_reaches_nobody_unasked(world: World) -> None:
    number, _ = await filed(world)
    await world.said("directeur", await world.asked("directeur", prompts.prompt, "answer", number))

    said = await say_there(world, "directeur", "Cette maman exagère")

    assert offered(said)[-1] == "new"
    assert await texts(world, number) == []
    await world.say("directeur", "Votre code est prêt")
    assert await texts(world, number) == ["Votre code est prêt"]


async def test_a_button_works_in_another_topic_and_its_conversation_goes_on_there(world: World) -> None:
    await guided(world)
    (row,) = await pile(world, "eleve")
    back = f"{row['serial']}:"

    await intake.press(world.desk, world.cause(), there(world, "eleve"), "back", back)

    assert [row["topic"] for row in await pile(world, "eleve")] == [ELSEWHERE]
    await intake.press(world.desk, world.cause(), there(world, "eleve"), "category", f"{back}connexion")
    said = await say_there(world, "eleve", "Je ne peux plus entrer")
    assert said is not None
    assert "send" in actions(said)


async def test_a_reply_to_the_question_answers_it_from_any_topic(world: World) -> None:
    number, _ = await filed(world)
    asked = await world.said("directeur", await world.asked("directeur", prompts.prompt, "answer", number))

    await say_there(world, "directeur", "Votre code est prêt", reply_to=asked)

    assert await texts(world, number) == ["Votre code est prêt"]


async def test_doing_something_in_another_topic_closes_no_question(world: World) -> None:
    number, _ = await filed(world)
    await world.said("directeur", await world.asked("directeur", prompts.prompt, "note", number))

    await intake.interrupt(world.desk, there(world, "directeur"))
    await world.say("directeur", "Vu au téléphone")

    assert await texts(world, number) == ["Vu au téléphone"]


async def test_two_requests_are_prepared_in_two_topics_without_mixing(world: World) -> None:
    await guided(world)
    await world.say("eleve", "Le mot de passe")
    begun_there = await world.desk.act(world.cause(), there(world, "eleve"), filing.start, "", world.saying("eleve"))
    assert isinstance(begun_there, Notice)
    category = next(key for row in begun_there.buttons for key in row if key.action == "category")
    await intake.press(world.desk, world.cause(), there(world, "eleve"), "category", category.target)

    await say_there(world, "eleve", "La messagerie")

    said = {row["topic"]: [text for _, text in row["draft"]["said"]] for row in await pile(world, "eleve")}
    assert said == {0: ["Le mot de passe"], ELSEWHERE: ["La messagerie"]}


async def test_giving_up_in_a_topic_gives_up_what_is_led_there(world: World) -> None:
    await guided(world)

    said = await world.desk.act(world.cause(), there(world, "eleve"), CONVERSATIONS.cancel)

    assert said.kind == "nothing_to_cancel"
    assert await steps_kept(world, "eleve") == ["filing"]


async def test_a_question_said_in_the_chat_since_its_topic_is_gone_is_answered_there(world: World) -> None:
    number, _ = await filed(world)
    where = there(world, "directeur")
    said = await world.desk.act(world.cause(), where, prompts.prompt, "answer", number)
    assert isinstance(said, Notice)

    await world.said("directeur", said)
    await world.say("directeur", "Votre code est prêt")

    assert await texts(world, number) == ["Votre code est prêt"]


async def test_conversations_of_every_topic_end_after_their_time(world: World) -> None:
    await guided(world)
    await world.desk.act(world.cause(), there(world, "eleve"), filing.start, "", world.saying("eleve"))
    assert len(await pile(world, "eleve")) == 2

    world.wait(days=8)
    while await CONVERSATIONS.end_old(world.desk):
        pass

    assert await pile(world, "eleve") == []


async def test_a_colleague_who_writes_in_a_topic_is_seen_to_write(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    await world.desk.act(world.cause(), there(world, "directeur"), prompts.prompt, "answer", number)

    said = await world.asked("adjoint", prompts.say, "answer", number, world.saying("adjoint", "Je réponds"))

    assert said.facts["writing"] is True
