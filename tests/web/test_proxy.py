"""Outgoing requests through a forward proxy: they arrive, and the proxy's credentials are shown to nobody else."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr, ValidationError
from telegram import Bot

from bot.doctor import proxy as examined
from bot.ent.entcore import wire
from bot.web.client import AiohttpRequest, NotSent
from config.settings import Settings
from tests.bot_api import TOKEN, BotApi
from tests.forward import Forward
from tests.processes import free_port

LOGIN = "palier:mot-de-passe"
OFFICIAL = "https://api.telegram.org"


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


async def test_telegram_is_asked_through_the_proxy_that_asks_for_a_login(api: BotApi) -> None:
    async with Forward(LOGIN) as proxy:
        async with Bot(TOKEN, api.url, request=AiohttpRequest(proxy=proxy.url(LOGIN))) as bot:
            assert bot.username == "palier_bot"

        assert proxy.asked[0].startswith(f"POST {api.url}")


async def test_the_official_bot_api_is_reached_by_a_tunnel(api: BotApi) -> None:
    async with Forward(LOGIN) as proxy:
        with pytest.raises(NotSent, match=r"^The proxy refuses to reach Telegram \(403\)$"):
            async with Bot(TOKEN, f"{OFFICIAL}/bot", request=AiohttpRequest(proxy=proxy.url(LOGIN))):
                pass

        assert proxy.asked == ["CONNECT api.telegram.org:443 HTTP/1.1"]


@pytest.mark.parametrize(("login", "words"), [("palier:faux", "(407)"), (LOGIN, "(403)")])
async def test_an_error_of_the_proxy_shows_no_login(login: str, words: str) -> None:
    async with Forward(LOGIN) as proxy:
        client = AiohttpRequest(proxy=proxy.url(login))
        await client.initialize()
        with pytest.raises(NotSent) as told:
            await client.do_request(f"{OFFICIAL}/bot{TOKEN}/getMe", "GET")
        await client.shutdown()

    assert words in str(told.value)
    assert login.partition(":")[2] not in f"{told.value!r}{told.value.__cause__!r}{told.value.__context__!r}"


async def test_the_ent_is_asked_through_its_proxy() -> None:
    async with Forward(LOGIN) as proxy:
        line = wire.Wire("https://ent.example.org", wire.Patience(), proxy.url(LOGIN))
        with pytest.raises(wire.NotSent, match="the proxy refuses to reach the ENT \\(403\\)"):
            await line.send(wire.Call("GET", "/auth/login"), {})
        await line.close()

        assert proxy.asked == ["CONNECT ent.example.org:443 HTTP/1.1"]


async def test_the_doctor_says_whether_the_proxy_answers(api: BotApi) -> None:
    api.answer("getMe", 200, json.dumps({"ok": True}))
    gone = f"http://palier:secret@127.0.0.1:{free_port()}"
    async with Forward(LOGIN) as proxy:
        found = [
            await examined.answers("Telegram proxy", "PALIER_TELEGRAM_PROXY", SecretStr(address), url)
            for address, url in (
                ("", OFFICIAL),
                (proxy.url(LOGIN), api.url),
                (proxy.url(LOGIN), OFFICIAL),
                (proxy.url("palier:faux"), OFFICIAL),
                (proxy.url("palier:faux"), api.url),
                (gone, OFFICIAL),
            )
        ]

    assert found[0] is None
    told = [finding for finding in found if finding is not None]
    assert [finding.fine for finding in told] == [True, False, False, False, False]
    signs = ("reached through it", "(403)", "(407)", "(407)", "cannot be reached")
    assert all(sign in finding.words for sign, finding in zip(signs, told, strict=True)), told
    assert not [finding for finding in told if "secret" in finding.words or "faux" in finding.words]


@pytest.mark.parametrize("address", ["socks5://proxy:1080", "proxy:3128", "http://", "http://u:pw-here@proxy:99999"])
def test_what_is_no_proxy_is_refused_without_its_login(address: str) -> None:
    with pytest.raises(ValidationError) as told:
        Settings(_env_file=None, telegram_proxy=address)

    assert "must be http://host:port" in told.value.errors()[0]["msg"]
    assert "pw-here" not in told.value.errors()[0]["msg"]
