"""Overflow: a chat for which too much waits reads a part of it, and one message that names the rest."""

from __future__ import annotations

from dataclasses import replace

from bot.storage import outbox
from bot.terms import Refusal
from bot.workflows.requests import overflow, verbs
from tests.world import World


async def queued(world: World, key: str) -> list[str]:
    """The kinds of what waits for that persona."""
    return [row["kind"] for row in await world.letters(key) if row["state"] == "queued"]


async def test_what_is_too_much_is_summed_up_in_one_message_that_names_the_requests(world: World) -> None:
    await world.carry()
    numbers = [await world.file("eleve", text=f"Demande {index}") for index in range(80)]

    await overflow.sum_up(world.desk)

    left = [row for row in await world.letters("directeur") if row["state"] == "queued"]
    assert len(left) == world.desk.policy.quotas.waiting // 2 + 1
    assert left[0]["request"] == numbers[0]
    said = left[-1]["payload"]
    assert said["kind"] == "summed_up"
    assert said["facts"]["count"] == 50
    assert f"n°{numbers[30]}" in said["facts"]["numbers"]
    assert [key["target"] for row in said["buttons"] for key in row] == [str(one) for one in numbers[30:38]]


async def test_a_call_for_help_is_never_summed_up(world: World) -> None:
    await world.carry()
    for index in range(70):
        await world.file("eleve", text=f"Demande {index}")
    await world.say("eleve", "Un grand me frappe tous les jours, j'ai peur")
    await world.press("eleve", "tell_school")
    call = (await world.rows("requests"))[-1]["number"]

    await overflow.sum_up(world.desk)

    left = [row for row in await world.letters("directeur") if row["state"] == "queued"]
    assert [row["kind"] for row in left if row["request"] == call] == ["card"]


async def test_few_messages_and_other_chats_are_left_alone(world: World) -> None:
    await world.carry()
    for index in range(40):
        await world.file("eleve", text=f"Demande {index}")
    before = await queued(world, "directeur")

    assert await overflow.sum_up(world.desk) == 0
    assert await queued(world, "directeur") == before


async def test_answers_nobody_needs_and_edits_that_others_follow_are_dropped(world: World) -> None:
    number = await world.file("eleve")
    await world.carry()
    world.desk.policy = replace(world.desk.policy, quotas=replace(world.desk.policy.quotas, waiting=2))
    for index in range(5):
        await world.act("eleve", verbs.speak, number, world.saying("eleve", f"Mot {index}"))
        refused = Refusal("bad-number", typed="x")
        await world.desk.do(world.cause(), outbox.say_later, world.telegram["directeur"], refused, "fr")

    await overflow.sum_up(world.desk)

    left = await queued(world, "directeur")
    assert left.count("refusal") == 0
    assert left.count("refresh") <= 2
    assert left.count("notice") == 1, "the sum"


async def test_what_was_summed_up_is_said_once(world: World) -> None:
    await world.carry()
    for index in range(80):
        await world.file("eleve", text=f"Demande {index}")
    await overflow.sum_up(world.desk)
    await overflow.sum_up(world.desk)

    assert (await world.told("directeur")).count("summed_up") == 1
