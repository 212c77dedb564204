"""The operator's commands, each in its own process, and a killed bot that continues where it stopped."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.demo import TOKEN as DEMO_TOKEN
from tests.journeys.phone import Phone, labels, text_of
from tests.processes import free_port, once, palier


async def people_of(http: ClientSession, url: str) -> dict[str, Phone]:
    """The phones of the demo's people, by key."""
    async with http.get(f"{url}/control/personas") as response:
        return {p["key"]: Phone(http, url, p["user_id"]) for p in await response.json()}


@pytest.mark.parametrize("entrance", ["run", "serve"])
async def test_separate_processes_make_the_world_of_the_demo(tmp_path: Path, entrance: str) -> None:
    port, web = free_port(), free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        "PALIER_TELEGRAM_TOKEN": DEMO_TOKEN,
        "PALIER_TELEGRAM_API": url,
        "PALIER_DATABASE_URL": f"sqlite:///{tmp_path / 'palier.db'}",
        "PALIER_LISTEN": f"127.0.0.1:{web}",
        "PALIER_WEBHOOK_URL": f"http://127.0.0.1:{web}",
        "PALIER_WEBHOOK_SECRET": "chut",
    }
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(palier("emulator", "--port", str(port), "--personas"))
        assert await once("migrate", **environment) == (0, "The database is at the present schema.\n")
        assert await once("seed", "--demo", **environment) == (0, "The demo's world is there.\n")
        bot = await stack.enter_async_context(palier(entrance, **environment))
        http = await stack.enter_async_context(ClientSession())
        people = await people_of(http, url)
        await people["eleve"].write("/assistance connexion Je suis bloquée")
        await people["directeur"].see("Je suis bloquée")
        await bot.kill()
        await people["eleve"].write("/repondre 1 Toujours bloquée")
        await stack.enter_async_context(palier(entrance, **environment))
        await people["directeur"].see(lambda m: "a écrit" in text_of(m) and "Toujours bloquée" in text_of(m))

        shown = [m for m in await people["directeur"].chat() if "a écrit" in text_of(m)]
        assert len(shown) == 1


async def test_the_demo_carries_on_where_it_stopped(tmp_path: Path) -> None:
    port = free_port()
    words = ("demo", "--port", str(port), "--data", str(tmp_path / "world"))
    url = f"http://127.0.0.1:{port}"
    async with ClientSession() as http:
        async with palier(*words):
            people = await people_of(http, url)
            await people["eleve"].write("/assistance connexion Avant l'arrêt")
            await people["directeur"].see("Avant l'arrêt")
            await people["eleve"].write("/assistance")
            await people["eleve"].see(lambda m: "Autre chose" in labels(m))
        async with palier(*words):
            people = await people_of(http, url)
            await people["eleve"].press("Autre chose")
            await people["eleve"].see(lambda m: "Annuler" in labels(m) and "Autre chose" not in labels(m))
            await people["eleve"].write("Après l'arrêt")
            await people["eleve"].press("Envoyer", await people["eleve"].see(lambda m: "Envoyer" in labels(m)))

            assert await people["directeur"].see("Après l'arrêt")
            assert await people["directeur"].see("Avant l'arrêt")


async def test_what_an_operator_forgot_is_one_line(tmp_path: Path) -> None:
    database = {"PALIER_DATABASE_URL": f"sqlite:///{tmp_path / 'palier.db'}"}
    for words, environment, complaint in (
        (("run",), database, "PALIER_TELEGRAM_TOKEN"),
        (("run",), {**database, "PALIER_TELEGRAM_TOKEN": DEMO_TOKEN}, "palier migrate"),
        (("run",), {**database, "PALIER_TELEGRAM_TOKEN": "bad"}, "does not look like a token"),
        (("migrate",), {"PALIER_DATABASE_URL": "mysql://nowhere"}, "PALIER_DATABASE_URL"),
        (("migrate",), {"PALIER_DATABASE_URL": "postgresql://u:p@127.0.0.1:1/x"}, "palier:"),
    ):
        status, said = await once(*words, **environment)

        assert status == 1
        assert complaint in said
        assert len(said.strip().splitlines()) == 1, said


async def test_a_telegram_that_is_not_there_is_one_line_without_the_token(tmp_path: Path) -> None:
    environment = {
        "PALIER_DATABASE_URL": f"sqlite:///{tmp_path / 'palier.db'}",
        "PALIER_TELEGRAM_TOKEN": DEMO_TOKEN,
        "PALIER_TELEGRAM_API": f"http://127.0.0.1:{free_port()}",
        "PALIER_LISTEN": f"127.0.0.1:{free_port()}",
        "PALIER_START_PATIENCE": "0.5",
    }
    await once("migrate", **environment)

    status, said = await once("run", **environment)

    assert status == 1
    told = [line for line in said.splitlines() if line.startswith("palier: ")]
    assert len(told) == 1
    assert told[0].startswith(
        "palier: getMe failed for 0 s (Telegram cannot be reached (ClientConnectorError)): look at"
    )
    assert DEMO_TOKEN not in said


async def test_an_operator_links_an_account_with_a_token(tmp_path: Path) -> None:
    database = {"PALIER_DATABASE_URL": f"sqlite:///{tmp_path / 'palier.db'}"}
    await once("migrate", **database)
    await once("seed", "--demo", **database)

    status, said = await once("link", "inconnu", **database)
    unknown, complaint = await once("link", "personne", **database)
    several, some = await once("link", "personne", "inconnu", "parent", **database)
    assert (several, some.count("/start "), "'personne'" in some) == (1, 2, True)

    assert status == 0
    assert "/start " in said
    assert unknown == 1
    assert "personne" in complaint
