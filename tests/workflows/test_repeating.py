"""The very same words filed again within the hour: whoever files is asked first."""

from __future__ import annotations

import pytest

from bot.workflows.requests import filing
from tests.workflows.steps import actions
from tests.world import World, policy


@pytest.fixture
def limited(world: World) -> World:
    """A world whose policy sets limits, as everywhere but in tests."""
    world.desk.policy = policy()
    return world


async def test_the_same_words_ask_first_and_are_sent_where_that_is_wanted(limited: World) -> None:
    number = await limited.file("parent", text="Je ne peux plus entrer")

    asked = await limited.asked(
        "parent", filing.start, "connexion", limited.saying("parent", "Je ne peux plus entrer")
    )

    assert (asked.kind, asked.facts["number"]) == ("summary_again", number)
    assert {"open", "send"} <= set(actions(asked))
    assert len(await limited.rows("requests")) == 1
    await limited.press("parent", "send")
    assert len(await limited.rows("requests")) == 2


async def test_other_words_other_people_and_later_ones_are_filed_at_once(limited: World) -> None:
    await limited.file("parent", text="Je ne peux plus entrer")
    await limited.file("parent", text="Je ne vois plus les photos")
    await limited.file("eleve", text="Je ne peux plus entrer")
    limited.wait(minutes=61)
    await limited.file("parent", text="Je ne peux plus entrer")

    assert len(await limited.rows("requests")) == 4
