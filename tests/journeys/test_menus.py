"""The command menus that Telegram is told: those of agents, and no other."""

from __future__ import annotations

import asyncio
from typing import Any

from pydantic import SecretStr

from tests.journeys.phone import PATIENCE
from tests.journeys.town import Town


async def calls(town: Town, method: str = "setMyCommands") -> list[dict[str, Any]]:
    """The calls of that method about the menu of one chat."""
    made = await town.control("GET", f"calls?method={method}")
    return [one["parameters"]["scope"] for one in made if "scope" in one["parameters"]]


async def commands(town: Town, key: str) -> set[str]:
    """The commands in the menu that the persona sees."""
    shown = await town.control("GET", f"commands?user_id={town[key].user_id}")
    return {line["command"] for line in shown}


async def until_menus_are_set(town: Town, key: str, at_least: int = 1) -> None:
    """Waits until Telegram was told the menu of that persona so many times."""
    async with asyncio.timeout(PATIENCE):
        while sum(str(town[key].user_id) in str(scope) for scope in await calls(town)) < at_least:
            await town["inconnu"].chat(wait=1)


async def test_families_and_pupils_see_their_commands_without_a_call(small_town: Town) -> None:
    await until_menus_are_set(small_town, "directeur")

    told = str(await calls(small_town))

    assert not [key for key in ("eleve", "parent", "inconnu") if str(small_town[key].user_id) in told]
    assert "assistance" in await commands(small_town, "eleve")
    assert "prendre" not in await commands(small_town, "eleve")


async def test_an_agent_who_erases_their_data_sees_the_usual_menu_again(small_town: Town) -> None:
    await until_menus_are_set(small_town, "directeur")
    director = small_town["directeur"]
    await director.write("/mesdonnees")
    await director.press("Effacer")
    await director.press("Confirmer")

    async with asyncio.timeout(PATIENCE):
        while "prendre" in await commands(small_town, "directeur"):
            await director.chat(wait=1)

    assert await commands(small_town, "directeur") == await commands(small_town, "inconnu")


async def test_another_bot_sets_the_menu_of_an_agent_who_writes_to_it(small_town: Town) -> None:
    await until_menus_are_set(small_town, "directeur")
    await small_town.stop()
    another = SecretStr("777000777:another-bot-of-the-tests-1234567890")
    small_town.settings = small_town.settings.model_copy(update={"telegram_token": another})
    await small_town.start()

    await small_town["directeur"].post(
        "messages", {"user_id": small_town["directeur"].user_id, "text": "/file", "bot_id": 777000777}
    )

    await until_menus_are_set(small_town, "directeur", at_least=2)
