"""The start against a Telegram that is slow to answer: what is repeated, what is not, and what is left alone."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import app, opening
from bot.delivery import pacing
from bot.storage.engine import open_records
from bot.web.starting import Insistence, NotStarted, Stopped
from config.settings import Settings
from tests.bot_api import TOKEN, BotApi
from tests.patience import PATIENCE
from tests.processes import free_port

HTML = "<html>\n<head><title>502 Bad Gateway</title></head>\n<body>nginx</body></html>"
BUSY = ("Too Many Requests: retry after 1", 1)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture
async def settings(api: BotApi, tmp_path: Path) -> Settings:
    port = free_port()
    settings = Settings(
        _env_file=None,
        telegram_token=TOKEN,
        telegram_api=api.url.removesuffix("/bot"),
        database_url=f"sqlite:///{tmp_path / 'palier.db'}",
        listen=f"127.0.0.1:{port}",
        webhook_url=f"http://127.0.0.1:{port}",
        webhook_secret="chut",
        start_patience=20,
    )
    records = open_records(settings.database_url.get_secret_value())
    await opening.migrate(records)
    await records.close()
    return settings


@asynccontextmanager
async def served(settings: Settings, stop: asyncio.Event | None = None) -> AsyncIterator[str]:
    """`palier serve`; yields the address at which it listens."""
    async with app.prepared(settings) as house, app.serving(settings, house, stop) as server:
        yield f"http://{server.host}:{server.port}"


@pytest.mark.parametrize("method", ["getMe", "getMyCommands", "setMyCommands", "getWebhookInfo", "setWebhook"])
@pytest.mark.parametrize("trouble", ["429", "500", "502", "broken"])
async def test_the_start_outlasts_a_call_that_fails_in_passing(
    api: BotApi, settings: Settings, method: str, trouble: str
) -> None:
    match trouble:
        case "429":
            api.refuse(method, 429, BUSY[0], retry_after=BUSY[1])
        case "500":
            api.refuse(method, 500, "Internal Server Error: sent request")
        case "502":
            api.answer(method, 502, HTML)
        case "broken":
            api.break_off(method)

    async with served(settings):
        pass

    assert len(api.asked(method)) >= 2
    assert len(api.asked("setWebhook")) >= 1


async def test_a_pause_that_telegram_asks_for_is_kept(api: BotApi) -> None:
    bot = await api.bot()
    api.refuse("getMe", 429, "Too Many Requests: retry after 2", retry_after=2)
    begun = time.monotonic()

    await Insistence(pause=0.01).on("getMe", bot.get_me)

    assert time.monotonic() - begun >= 2


@pytest.mark.parametrize("asked", [0, 3600])
async def test_a_patience_that_is_over_is_one_line_that_names_what_failed(api: BotApi, asked: int) -> None:
    bot = await api.bot()
    for _ in range(1000):
        if asked:
            api.refuse("getMe", 429, f"Too Many Requests: retry after {asked}", retry_after=asked)
        else:
            api.answer("getMe", 502, HTML)

    with pytest.raises(NotStarted) as told:
        await Insistence(patience=0.2, pause=0.05).on("getMe", bot.get_me)

    assert str(told.value).startswith("getMe failed for 0 s (")
    assert "\n" not in str(told.value)
    assert "<html>" not in str(told.value)
    assert len(api.asked("getMe")) <= 1 or not asked


@pytest.mark.parametrize("status", [401, 404])
async def test_a_wrong_token_is_asked_about_once(api: BotApi, settings: Settings, status: int) -> None:
    api.refuse("getMe", status, "Unauthorized")

    with pytest.raises(opening.Misconfigured, match="PALIER_TELEGRAM_TOKEN"):
        async with served(settings):
            pass

    assert len(api.asked("getMe")) == 1


async def test_a_stop_ends_the_start_at_once(api: BotApi) -> None:
    bot, stop = await api.bot(), asyncio.Event()
    api.refuse("getMe", 429, "Too Many Requests: retry after 200", retry_after=200)
    starting = asyncio.create_task(Insistence(stop).on("getMe", bot.get_me))
    await api.arrived.wait()

    stop.set()

    async with asyncio.timeout(PATIENCE):
        with pytest.raises(Stopped):
            await starting


async def test_health_says_that_the_bot_is_starting_and_updates_come_again(api: BotApi, settings: Settings) -> None:
    api.hang("getMe")
    stop = asyncio.Event()

    async def serve() -> None:
        with suppress(Stopped):
            async with served(settings, stop):
                pass

    serving = asyncio.create_task(serve())
    await api.hanging.wait()
    site = f"http://{settings.listen}"
    headers = {"X-Telegram-Bot-Api-Secret-Token": "chut"}
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{site}/healthz") as alive:
            assert (alive.status, await alive.json()) == (200, {"status": "starting"})
        async with http.get(f"{site}/readyz") as ready:
            assert (ready.status, await ready.json()) == (503, {"status": "starting"})
        async with http.post(f"{site}/telegram", json={"update_id": 1}, headers=headers) as brought:
            assert (brought.status, brought.headers["Retry-After"], await brought.read()) == (503, "5", b"")
    stop.set()
    async with asyncio.timeout(PATIENCE):
        await serving


class Kept:
    """What Telegram keeps: the webhook and the menus that were set."""

    def __init__(self, api: BotApi) -> None:
        self.api = api

    def told_again(self, **more: Any) -> None:
        """Has Telegram tell what it was given, at the next start."""
        hook = self.api.asked("setWebhook")[-1]
        allowed = hook["allowed_updates"]
        info = {
            "url": hook["url"],
            "has_custom_certificate": False,
            "pending_update_count": 0,
            "allowed_updates": json.loads(allowed) if isinstance(allowed, str) else allowed,
        }
        self._answer("getWebhookInfo", info | more)
        for menu in self.api.asked("setMyCommands")[:2]:
            commands = menu["commands"]
            self._answer("getMyCommands", json.loads(commands) if isinstance(commands, str) else commands)

    def _answer(self, method: str, result: Any) -> None:
        self.api.answer(method, 200, json.dumps({"ok": True, "result": result}))


async def test_what_is_set_that_way_already_is_not_set_again(api: BotApi, settings: Settings) -> None:
    async with served(settings):
        pass
    Kept(api).told_again()
    api.calls, before = [], len(api.asked("setWebhook"))

    async with served(settings):
        pass

    assert before == 1
    assert not api.asked("setWebhook") + api.asked("setMyCommands") + api.asked("deleteWebhook")


@pytest.mark.parametrize("change", ["secret", "refused", "allowed"])
async def test_a_webhook_that_is_set_another_way_is_set_again(api: BotApi, settings: Settings, change: str) -> None:
    async with served(settings):
        pass
    refused = {"last_error_date": 1, "last_error_message": "Wrong response from the webhook: 403 Forbidden"}
    told: dict[str, dict[str, Any]] = {"refused": refused, "allowed": {"allowed_updates": ["message"]}}
    Kept(api).told_again(**told.get(change, {}))
    changed = settings.model_copy(update={"webhook_secret": type(settings.webhook_secret)("autre")})

    async with served(changed if change == "secret" else settings):
        pass

    assert len(api.asked("setWebhook")) == 2


async def test_a_start_that_fails_leaves_the_webhook_of_the_others_alone(api: BotApi, settings: Settings) -> None:
    for _ in range(50):
        api.refuse("setWebhook", 400, "Bad Request: bad webhook: IP address 10.0.0.1 is reserved")

    with pytest.raises(NotStarted, match=r"Telegram refuses setWebhook: .*reserved"):
        async with served(settings):
            pass

    assert not api.asked("deleteWebhook")


async def test_an_address_that_telegram_would_refuse_is_refused_at_the_start(api: BotApi, settings: Settings) -> None:
    wrong = settings.model_copy(update={"webhook_url": "https://bot.example.org:8444"})

    with pytest.raises(opening.Misconfigured, match="has port 8444: Telegram calls only 443, 80, 88 and 8443"):
        async with served(wrong):
            pass

    assert not api.calls


@pytest.mark.parametrize(
    ("method", "seconds", "held"),
    [("getMe", 300, True), ("getMyCommands", 60, True), ("setMyCommands", 300, False), ("setWebhook", 60, True)],
)
async def test_a_pause_asked_of_the_whole_bot_at_the_start_holds_the_other_replicas(
    api: BotApi, settings: Settings, method: str, seconds: int, held: bool
) -> None:
    api.refuse(method, 429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
    impatient = settings.model_copy(update={"start_patience": 0.2})

    with pytest.raises(NotStarted):
        async with served(impatient):
            pass

    async with app.prepared(settings) as replica:
        assert (await replica.desk.look(pacing.wait) > seconds - 20) == held


async def test_the_monitor_reads_the_pauses_that_telegram_asks_for_and_the_bot_stays_ready(
    settings: Settings,
) -> None:
    async with app.prepared(settings) as house, app.serving(settings, house) as server:
        await house.desk.put(pacing.hold, 7, 300.0)
        await house.desk.put(pacing.hold, 8, 30.0)
        address = f"http://{server.host}:{server.port}/readyz"
        async with aiohttp.ClientSession() as http, http.get(address) as ready:
            said = await ready.json()
            assert (ready.status, said["status"], said["paused_chats"]) == (200, "ready", 1)
        assert "bot_paused_until" not in said
        await house.desk.put(pacing.hold_all, 300.0)
        async with aiohttp.ClientSession() as http, http.get(address) as ready:
            said = await ready.json()
        assert datetime.fromisoformat(said["bot_paused_until"]) > datetime.now(UTC) + timedelta(seconds=200)
