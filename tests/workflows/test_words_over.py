"""Words that were written, set aside, and given up with time: whoever wrote them is told in a new message."""

from __future__ import annotations

import pytest

from bot.workflows import intake
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.people import rights
from tests.world import World


async def pass_by(world: World, days: int, writes: bool) -> None:
    """So many days go by at once; then the chore comes first, or the person does something else."""
    world.wait(days=days)
    if writes:
        await rights.renew(world.desk, world.caller("parent"))
        await intake.interrupt(world.desk, world.caller("parent"))
    await CONVERSATIONS.end_old(world.desk)


@pytest.mark.parametrize("writes", [False, True])
@pytest.mark.parametrize("days", [7, 30])
async def test_words_that_nobody_chose_anything_for_are_told_to_be_gone(
    world: World, days: int, writes: bool
) -> None:
    await world.said("parent", await world.say("parent", "Le cahier de textes ne s'ouvre pas"))
    mark = await world.mark()

    await pass_by(world, days, writes)

    assert (await world.told("parent", mark)).count("words_over") == 1


@pytest.mark.parametrize("days", [7, 30])
async def test_a_request_set_aside_and_other_words_are_told_once(world: World, days: int) -> None:
    await world.said("parent", await world.new("parent"))
    await world.said("parent", await world.press("parent", "category", "connexion"))
    await world.said("parent", await world.say("parent", "Le mot de passe ne marche pas"))
    await intake.interrupt(world.desk, world.caller("parent"))
    await world.said("parent", await world.say("parent", "Et la cantine ?"))
    mark = await world.mark()

    await pass_by(world, days, writes=False)

    assert (await world.told("parent", mark)).count("words_over") == 1
    assert await world.rows("drafts", chat_id=world.telegram["parent"]) == []


async def test_a_question_without_words_ends_without_a_message(world: World) -> None:
    await world.said("parent", await world.new("parent"))
    mark = await world.mark()

    await pass_by(world, 30, writes=False)

    assert "words_over" not in await world.told("parent", mark)
