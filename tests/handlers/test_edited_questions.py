"""A question about words whose message is edited: it follows the edit, or is over."""

from __future__ import annotations

import pytest

from bot.terms import Status
from bot.workflows.requests import verbs
from tests.handlers.conftest import Typed
from tests.handlers.phone import Phone, exchange
from tests.handlers.test_reaching import closed
from tests.world import World


@pytest.fixture
def world(sqlite_world: World) -> World:
    """The demo's world, on SQLite."""
    return sqlite_world


async def resolved_and_open(world: World) -> tuple[int, int]:
    """A request that is resolved, and another that is not."""
    first, second = await world.file("eleve"), await world.file("parent")
    await world.act("directeur", verbs.resolve, first, world.saying("directeur", "C’est fait"))
    return first, second


async def test_a_question_about_a_command_is_over_once_that_names_another_request(typed: Typed, world: World) -> None:
    first, second = await resolved_and_open(world)
    phone = Phone(typed, "directeur")
    number = await phone.write(f"/repondre {first} Voici")
    again = phone.button("Rouvrir et envoyer")

    await phone.edit(number, f"/repondre {second} Voici")
    before = await exchange(world, first)
    await phone.press(again)

    assert await exchange(world, second) == ["Voici"]
    assert await exchange(world, first) == before
    assert (await world.request(first)).status is Status.RESOLVED
    assert "n’a été envoyé" in (await closed(world))


@pytest.mark.parametrize("after", ["/repondre {} Voilà", "Voilà"])
async def test_a_question_about_words_follows_their_edit(typed: Typed, world: World, after: str) -> None:
    first, _ = await resolved_and_open(world)
    before = await exchange(world, first)
    phone = Phone(typed, "directeur")
    number = await phone.write(f"/repondre {first} Voici")

    await phone.edit(number, after.format(first))
    await phone.press(phone.button("Rouvrir et envoyer"))

    assert await exchange(world, first) == [*before, "Voilà"]
