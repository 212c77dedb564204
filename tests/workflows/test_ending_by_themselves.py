"""Old conversations end: a question that is over says so by itself, in its own time, once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.storage import drafts
from bot.storage.engine import open_records
from bot.storage.work import Work
from bot.terms import Notice, Saying
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.policy import read_policy
from bot.workflows.requests import filing, prompts
from config.settings import Settings
from tests.workflows.robot import NAMES, TALKS, begun, closing, steps_kept
from tests.workflows.steps import guided
from tests.world import World

#: half an hour before the clocks of France change
NIGHTS = [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2027, 3, 28, 0, 30, tzinfo=UTC)]
HOUR = timedelta(hours=1)


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


@pytest.mark.parametrize("wrong", [{"attention_minutes": 0}, {"attention_minutes": 61, "life_hours": 1}])
def test_a_table_of_waits_that_cannot_be_is_refused(wrong: dict[str, int]) -> None:
    tables = Settings(_env_file=None).tables()
    tables["conversations"]["words"] |= wrong

    with pytest.raises(ValueError, match="attention"):
        read_policy(tables)


async def test_the_operator_decides_how_long_a_question_waits(sqlite_world: World) -> None:
    world = sqlite_world
    tables = Settings(_env_file=None).tables()
    tables["conversations"]["words"] = {"attention_minutes": 120, "life_hours": 3}
    world.desk.policy = read_policy(tables, limits=False)
    robot = await begun(world, "say:note")
    world.wait(minutes=119)
    said = await robot.answer(by_words=True)
    assert said is not None
    assert said.kind == "done_noted"

    await begun(world, "say:note")
    world.wait(hours=3)
    await CONVERSATIONS.end_old(world.desk)
    assert not await world.rows("drafts")
