"""Telegram has a requester's chat wait: whoever answers them sees so on the card, and sees it end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.workflows.requests import verbs
from tests.handlers.conftest import Typed, process
from tests.world import TELEGRAM, World


@pytest.fixture
async def paced(world: World) -> AsyncIterator[Typed]:
    """The bot on the demo's world, with Telegram's limits."""
    async for one in process(world):
        one.limit(1000)
        yield one


def shown(paced: Typed, key: str) -> str:
    """The words of the newest edit in that person's chat."""
    return [str(call["text"]) for call in paced.api.asked("editMessageText") if call["chat_id"] == TELEGRAM[key]][-1]


@pytest.mark.parametrize(("seconds", "told"), [(600, True), (45, False)])
async def test_the_card_says_until_when_telegram_has_the_requester_wait_and_no_longer(
    paced: Typed, world: World, seconds: int, told: bool
) -> None:
    number = await world.file("eleve")
    await paced.carried(world, "eleve", "directeur")
    paced.api.refuse("sendMessage", 429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Essayez maintenant."))
    await paced.carried(world, "directeur")

    assert ("Telegram fait patienter Inès" in shown(paced, "directeur")) == told
    world.now += timedelta(seconds=seconds)
    await paced.carried(world, "eleve", "directeur")
    assert any("Essayez maintenant." in words for words in paced.said())
    pupils = [call for _, call in paced.api.calls if call.get("chat_id") == TELEGRAM["eleve"]]
    assert "Telegram fait patienter" not in str(pupils)
    assert "Telegram fait patienter" not in shown(paced, "directeur")


async def test_what_telegram_asks_of_the_chat_of_somebody_else_is_not_on_the_card(paced: Typed, world: World) -> None:
    number = await world.file("eleve")
    await paced.carried(world, "eleve", "directeur")
    paced.api.refuse("sendMessage", 429, "Too Many Requests: retry after 600", retry_after=600)
    await world.file("parent")
    await paced.carried(world, "eleve")

    card = await world.card("directeur", number)

    assert card.facts["put_off"] == ""
