"""Strangers who write: what they are told, where people can be linked by the ENT's own login page and where not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import aiohttp
import pytest

from bot.app import _watching
from bot.web.server import WebServer
from bot.web.signing_in import SIGN_IN_PATH, pages
from bot.workflows.people import signing_in
from bot.workflows.rules.pace import Pace
from config.settings import Settings
from tests.handlers.conftest import Typed, command
from tests.handlers.test_strangers import stranger
from tests.workflows.test_signing_in import Ent
from tests.world import World

BUTTON = "Se connecter avec l’ENT"


def keys(typed: Typed) -> list[dict[str, Any]]:
    """The buttons below the last message that was sent."""
    markup = typed.api.asked("sendMessage")[-1].get("reply_markup") or {}
    return [key for row in markup.get("inline_keyboard", []) for key in row]


@pytest.mark.parametrize("text", ["/start", "/start lier", "Bonjour", "/file", "/start " + "x" * 32])
async def test_a_stranger_is_answered_with_the_button(typed: Typed, sqlite_world: World, text: str) -> None:
    typed.house.desk.sign_in = Ent("a")
    await typed.receive(message=stranger(1, text))
    assert BUTTON in typed.said()[-1]
    [key] = keys(typed)
    assert key["text"] == BUTTON
    assert key["url"].startswith("https://palier.example/connexion/")
    assert len(await sqlite_world.rows("sign_ins")) == 1


async def test_where_no_sign_in_is_configured_nothing_speaks_of_it(typed: Typed, sqlite_world: World) -> None:
    for text in ("/start", "Bonjour", "/start " + "x" * 32):
        await typed.receive(message=stranger(1, text))
        assert "connecter" not in typed.said()[-1]
        assert keys(typed) == []
    assert await sqlite_world.rows("sign_ins") == []


async def test_who_has_a_linked_account_is_offered_one_for_another_account(typed: Typed, sqlite_world: World) -> None:
    typed.house.desk.sign_in = Ent("a")

    await typed.receive(message=command("parent", "/start"))

    assert [key["text"] for key in keys(typed)][-1] == "Se connecter avec l’ENT"
    assert len(await sqlite_world.rows("sign_ins")) == 1


async def test_who_has_a_linked_account_is_offered_none_beside_a_link_that_is_not_known(
    typed: Typed, sqlite_world: World
) -> None:
    typed.house.desk.sign_in = Ent("a")

    await typed.receive(message=command("parent", "/start " + "x" * 32))

    assert all("url" not in key for key in keys(typed))
    assert await sqlite_world.rows("sign_ins") == []


async def test_a_flood_of_strangers_begins_no_more_sign_ins_than_they_are_answered(
    typed: Typed, sqlite_world: World
) -> None:
    typed.house.desk.sign_in = Ent("a")
    typed.house.desk.policy = replace(typed.house.desk.policy, limits=True)
    typed.house.desk.pace = Pace(10_000, 1.0)
    for _ in range(10):
        await typed.receive(message=stranger(1, "Bonjour"))
        sqlite_world.wait(seconds=2)
    assert len(typed.said()) == 4
    assert BUTTON in typed.said()[-1]
    for number in range(300):
        await typed.receive(message=stranger(number + 2, "Bonjour"))
        sqlite_world.wait(seconds=2)
    assert len(await sqlite_world.rows("sign_ins")) <= 120


async def test_the_way_back_is_refused_in_another_chat_with_a_button_of_its_own(
    typed: Typed, sqlite_world: World
) -> None:
    account = await sqlite_world.desk.directory.by_login("inconnu")
    assert account is not None
    typed.house.desk.sign_in = Ent(account.id)
    await typed.receive(message=stranger(1, "/start"))
    state = keys(typed)[0]["url"].rpartition("/")[2]
    way = await signing_in.come_back(typed.house.desk, state, "code")
    await typed.receive(message=stranger(2, f"/start {way}"))
    assert "dans un autre Telegram" in typed.said()[-1]
    assert keys(typed)[0]["text"] == BUTTON
    await typed.receive(message=stranger(1, f"/start {way}"))
    assert "Je ne connais pas (ou plus) ce lien" in typed.said()[-1]


async def test_who_signed_in_reads_the_charter_of_that_account_with_a_way_out(
    typed: Typed, sqlite_world: World
) -> None:
    account = await sqlite_world.desk.directory.by_login("inconnu")
    assert account is not None
    typed.house.desk.sign_in = Ent(account.id)
    await typed.receive(message=stranger(1, "/start"))
    state = keys(typed)[0]["url"].rpartition("/")[2]
    way = await signing_in.come_back(typed.house.desk, state, "code")
    await typed.receive(message=stranger(1, f"/start {way}"))
    assert "Bonjour <b>Paul Lefèvre</b>" in typed.said()[-1]
    assert [key["text"] for key in keys(typed)] == ["Accepter", "Ce n’est pas moi"]


async def test_the_pages_are_served_by_polling_and_by_webhook_where_there_is_a_sign_in(typed: Typed) -> None:
    settings = Settings(_env_file=None)
    assert SIGN_IN_PATH not in {route.path for route in _watching(settings, typed.house)}
    typed.house.desk.sign_in = Ent("a")
    assert SIGN_IN_PATH in {route.path for route in _watching(settings, typed.house)}


async def test_until_the_bot_has_started_nobody_comes_back_and_nothing_is_used_up(
    typed: Typed, sqlite_world: World
) -> None:
    typed.house.desk.sign_in = Ent("a")
    await typed.receive(message=stranger(1, "/start"))
    state = keys(typed)[0]["url"].rpartition("/")[2]
    server = WebServer("127.0.0.1", 0, pages(typed.house.desk, lambda: ""))
    await server.start()
    try:
        async with (
            aiohttp.ClientSession() as http,
            http.get(f"http://127.0.0.1:{server.port}{SIGN_IN_PATH}?state={state}&code=c") as answer,
        ):
            assert answer.status == 503
            assert "t.me" not in await answer.text()
    finally:
        await server.stop()
    assert [row["spent_at"] for row in await sqlite_world.rows("sign_ins")] == [None]
