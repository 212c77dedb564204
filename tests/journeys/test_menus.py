"""The command menus that Telegram is told: those of agents, and no other."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from pydantic import SecretStr
from sqlalchemy import Connection, delete, insert, select

from bot.ent.embedded.enrolment import Enrolment, enrol, index
from bot.ent.embedded.tables import ENT
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Profile
from bot.workflows.desk import Caller
from bot.workflows.people import linking, rights
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


async def holds(town: Town, key: str, held: bool) -> None:
    """The ENT gives that persona the direction of the school, or takes it; then the desk asks about everybody."""
    table, row = ENT.tables["ent_functions"], {"account": key, "structure": "jean-moulin", "function": "director"}

    def write(connection: Connection) -> None:
        connection.execute(delete(table).where(table.c.account == key))
        if held:
            connection.execute(insert(table), [row])
        index(connection, [key])

    assert town.house is not None
    await town.house.desk.records.run(write)
    town.ahead += timedelta(hours=7)
    await rights.refresh(town.house.desk)


async def menus_of(town: Town, key: str) -> int:
    """How often Telegram was told a menu of that persona's chat, or that it is removed."""
    told = [*await calls(town), *await calls(town, "deleteMyCommands")]
    return sum(str(town[key].user_id) in str(scope) for scope in told)


def _family(name: str) -> Enrolment:
    return Enrolment(
        id=name,
        login=name,
        first_name="Zoé",
        last_name=name.title(),
        profile=Profile.RELATIVE,
        places=("jean-moulin",),
    )


async def test_five_hundred_families_cost_no_call_of_menus(small_town: Town) -> None:
    await until_menus_are_set(small_town, "directeur")
    assert small_town.house is not None
    desk, before = small_town.house.desk, len(await calls(small_town))
    names = {f"parent-{number}": 7_000_000 + number for number in range(500)}
    made = [_family(name) for name in names]
    await desk.records.run(lambda connection: enrol(connection, [], made))
    for name, user_id in names.items():
        account = await desk.directory.account(name)
        assert account is not None
        await desk.once(f"family:{name}", linking.enrol, account, Caller(user_id, user_id), desk.policy)
    desk.stir()
    await small_town["eleve"].write("/assistance connexion Bonjour")
    await small_town["directeur"].see("Bonjour")

    async with asyncio.timeout(PATIENCE):
        while await desk.look(queued_menus):
            await small_town["inconnu"].chat(wait=1)

    assert len(await calls(small_town)) == before
    assert await calls(small_town, "deleteMyCommands") == []


def queued_menus(work: Work) -> int:
    """How many menus wait to be set."""
    outbox = DESK.tables["outbox"]
    waiting = (outbox.c.kind == "menu", outbox.c.state == "queued")
    return len(work.execute(select(outbox.c.id).where(*waiting)).all())


async def test_a_role_given_and_taken_to_and_fro_changes_the_menu_once_each_time(small_town: Town) -> None:
    await until_menus_are_set(small_town, "directeur")
    told = await menus_of(small_town, "enseignant")

    for turn in range(4):
        given = turn % 2 == 0
        await holds(small_town, "enseignant", given)
        async with asyncio.timeout(PATIENCE):
            while ("prendre" in await commands(small_town, "enseignant")) is not given:
                await small_town["enseignant"].chat(wait=1)
        assert small_town.house is not None
        await rights.refresh(small_town.house.desk)  # the same answer again changes nothing
        async with asyncio.timeout(PATIENCE):
            while await small_town.house.desk.look(queued_menus):
                await small_town["inconnu"].chat(wait=1)

    assert await menus_of(small_town, "enseignant") == told + 4
