"""Health and metrics answer those who watch over the bot, by address, by name and by token."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import aiohttp
import pytest
from aiohttp import web
from pydantic import ValidationError

from bot.web.monitor import Monitor
from bot.web.server import WebServer
from config.settings import Settings

Ask = Callable[..., Awaitable[int]]


async def _fine(_request: web.Request) -> web.Response:
    return web.Response(text="fine")


@pytest.fixture
async def ask() -> AsyncIterator[Ask]:
    """Asks a server with these settings for a page, with these headers; returns the status."""
    async with AsyncExitStack() as stack:

        async def asked(path: str, headers: dict[str, str] | None = None, **settings: str) -> int:
            given = Settings(_env_file=None, **settings)  # type: ignore[arg-type]  # as read from the environment
            monitor = Monitor(*given.monitors, given.monitor_token.get_secret_value())
            routes = monitor.guarded([web.get("/healthz", _fine)])
            routes += monitor.guarded([web.get("/metrics", _fine)], by_token=True)
            server = WebServer("127.0.0.1", 0, routes)
            await server.start()
            stack.push_async_callback(server.stop)
            url = f"http://127.0.0.1:{server.port}{path}"
            async with aiohttp.ClientSession() as client, client.get(url, headers=headers or {}) as answer:
                return answer.status

        yield asked


@pytest.mark.parametrize("path", ["/healthz", "/metrics"])
async def test_this_machine_may_ask_and_a_network_that_is_not_listed_may_not(ask: Ask, path: str) -> None:
    assert await ask(path) == 200
    assert await ask(path, monitor_hosts="127.0.0.1") == 200
    assert await ask(path, monitor_hosts="10.0.0.0/8, ::1") == 403


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("palier:8080", 200),
        ("10.0.3.7:8080", 200),
        ("[::1]:8080", 200),
        ("localhost", 200),
        ("evil.example", 403),
        ("evil.example:8080", 403),
        ("127.0.0.1.evil.example", 403),
        ("", 403),
        (".", 403),
    ],
)
async def test_a_name_on_the_internet_that_leads_here_is_refused(ask: Ask, host: str, status: int) -> None:
    assert await ask("/metrics", {"Host": host}) == status


async def test_a_name_that_the_operator_lists_is_answered(ask: Ask) -> None:
    assert await ask("/metrics", {"Host": "Palier.Example.fr:443"}, monitor_hosts="palier.example.fr") == 200


async def test_metrics_ask_for_the_token_where_one_is_set_and_health_does_not(ask: Ask) -> None:
    assert await ask("/metrics", monitor_token="jeton") == 401
    assert await ask("/metrics", {"Authorization": "Bearer autre"}, monitor_token="jeton") == 401
    assert await ask("/metrics", {"Authorization": "Bearer é"}, monitor_token="jeton") == 401
    assert await ask("/metrics", {"Authorization": "Basic jeton"}, monitor_token="jeton") == 401
    assert await ask("/metrics", {"Authorization": "bearer jeton"}, monitor_token="jeton") == 200
    assert await ask("/healthz", monitor_token="jeton") == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded"])
async def test_what_a_proxy_forwards_is_refused_without_the_token(ask: Ask, header: str) -> None:
    forwarded = {header: "203.0.113.7"}
    assert await ask("/healthz", forwarded) == 403
    assert await ask("/metrics", forwarded | {"Authorization": "Bearer "}) == 403
    assert await ask("/metrics", forwarded | {"Authorization": "Bearer jeton"}, monitor_token="jeton") == 200


@pytest.mark.parametrize("hosts", ["10.0.0.0/33", "300.1.1.1", "a b", "*", "http://x"])
def test_hosts_that_are_none_are_refused(hosts: str) -> None:
    with pytest.raises(ValidationError, match="PALIER_MONITOR_HOSTS"):
        Settings(_env_file=None, monitor_hosts=hosts)
