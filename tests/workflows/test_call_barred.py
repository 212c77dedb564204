"""Nobody silences a call for help by what becomes of its author's account in the ENT."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.terms import Notice
from bot.workflows import intake
from bot.workflows.desk import Caller
from bot.workflows.people import rights
from bot.workflows.requests import queues, verbs
from tests.workflows.outside import ABOUT_THE_HEAD, AT_PLAY, told_outside
from tests.workflows.unseen import carried, deleted, set_account
from tests.world import World


def at_door(world: World, key: str) -> Caller:
    """That person, who writes words or presses a button that are let in to ask why an account is blocked."""
    return replace(world.caller(key), asks=True)


async def bar(world: World, key: str, how: str = "blocked") -> None:
    """Blocks or pre-deletes that account in the ENT, which the desk then learns."""
    await (set_account(world, key, blocked=True) if how == "blocked" else deleted(world, key))
    world.wait(minutes=3)
    await rights.renew(world.desk, world.caller(key))
    assert (await world.person(key)).barred == how


async def write(world: World, key: str, text: str) -> Notice | None:
    """The words of somebody who is barred, as they come through the door."""
    return await intake.say(world.desk, world.cause(), at_door(world, key), world.saying(key, text), None)


async def press(world: World, key: str, action: str) -> Notice | None:
    """A press of a button of the conversation under way."""
    [row] = await world.rows("drafts", chat_id=world.telegram[key])
    return await intake.press(world.desk, world.cause(), at_door(world, key), action, f"{row['data']['serial']}:")


@pytest.mark.parametrize(("text", "button"), [(ABOUT_THE_HEAD, "tell_outside"), (AT_PLAY, "tell_school")])
async def test_a_blocked_pupil_adds_to_the_call_they_made_before(world: World, text: str, button: str) -> None:
    await world.say("eleve", text)
    await world.press("eleve", button)
    number = int((await world.rows("requests"))[-1]["number"])
    await bar(world, "eleve")

    await write(world, "eleve", f"{text} encore")
    await press(world, "eleve", button)

    assert [one.text for one in await world.exchange(number)] == [text, f"{text} encore"]
    assert len(await world.rows("requests")) == 1
    listed = await world.desk.see(at_door(world, "eleve"), queues.mine)
    assert [line["number"] for line in listed.facts["lines"]] == [number]


async def test_the_answer_reaches_the_blocked_pupil(world: World) -> None:
    number = await told_outside(world)
    await bar(world, "eleve")
    await carried(world)
    await world.act("erun", verbs.speak, number, world.saying("erun", "Je t'appelle demain"))

    assert (world.telegram["eleve"], "notice") in await carried(world)
    await world.desk.act(
        world.cause(), at_door(world, "eleve"), verbs.speak, number, world.saying("eleve", "D'accord")
    )
    assert (await world.exchange(number))[-1].text == "D'accord"
