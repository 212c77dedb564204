"""The webhook and the web server over real HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.terms import Unavailable
from bot.web.health import Health
from bot.web.reception import Handling
from bot.web.server import WebServer
from bot.web.webhook import Webhook

SECRET = "a-secret_of-the-house"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}


class Receiver:
    """Receives updates; returns the handling set by the test once `gate` is open."""

    def __init__(self) -> None:
        self.handling = Handling.TAKEN
        self.received: list[bytes] = []
        self.entered = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()
        self.trouble: Exception | None = None
        self.troubles: list[str] = []
        self.known: dict[str, Any] = {}

    async def receive(self, raw: bytes) -> Handling:
        self.received.append(raw)
        self.entered.set()
        await self.gate.wait()
        return self.handling

    async def check(self) -> dict[str, Any]:
        if self.trouble is not None:
            raise self.trouble
        return self.known


class Site:
    """A running server, what it hands updates to, and a client."""

    def __init__(self, grace: float = 10.0) -> None:
        self.receiver = Receiver()
        routes = (
            Webhook(self.receiver, SECRET).routes()
            + Health(lambda: self.receiver.troubles, self.receiver.check).routes()
        )
        self.server = WebServer("127.0.0.1", 0, routes, body_limit=1000, grace=grace)
        self.client = aiohttp.ClientSession()

    def url(self, path: str = "/telegram") -> str:
        return f"http://127.0.0.1:{self.server.port}{path}"

    async def post(self, headers: dict[str, str] | None = None, body: bytes = b"{}") -> tuple[int, str | None]:
        """Posts an update; returns the status and the `Retry-After` header."""
        async with self.client.post(self.url(), data=body, headers=HEADERS if headers is None else headers) as answer:
            return answer.status, answer.headers.get("Retry-After")

    async def get(self, path: str) -> tuple[int, object]:
        async with self.client.get(self.url(path)) as answer:
            return answer.status, await answer.json()

    async def close(self) -> None:
        self.receiver.gate.set()
        await self.client.close()
        await self.server.stop()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    await site.server.start()
    yield site
    await site.close()


@pytest.mark.parametrize("handling", [Handling.TAKEN, Handling.PARKED])
async def test_a_settled_update_is_answered_200(site: Site, handling: Handling) -> None:
    site.receiver.handling = handling
    assert await site.post(body=b'{"update_id": 1}') == (200, None)
    assert site.receiver.received == [b'{"update_id": 1}']


async def test_an_update_that_must_wait_is_answered_503_with_a_delay(site: Site) -> None:
    site.receiver.handling = Handling.LATER
    assert await site.post() == (503, "5")


@pytest.mark.parametrize(
    ("secret", "status"), [(None, 401), ("", 403), ("wrong", 403), (SECRET + "x", 403), ("secrét", 403)]
)
async def test_without_the_secret_nothing_is_taken(site: Site, secret: str | None, status: int) -> None:
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    assert await site.post(headers) == (status, None)
    assert not site.receiver.received


@pytest.mark.parametrize("secret", ["", "with space", "é", "x" * 257])
def test_a_webhook_without_a_proper_secret_does_not_start(secret: str) -> None:
    with pytest.raises(ValueError, match="secret"):
        Webhook(Receiver(), secret)


async def test_another_method_is_answered_405(site: Site) -> None:
    async with site.client.get(site.url(), headers=HEADERS) as answer:
        assert answer.status == 405


async def test_another_content_type_is_answered_415(site: Site) -> None:
    assert await site.post(HEADERS | {"Content-Type": "text/plain"}) == (415, None)


async def test_a_body_beyond_the_limit_is_answered_413(site: Site) -> None:
    assert await site.post(body=b"x" * 1001) == (413, None)
    assert not site.receiver.received


async def test_the_process_is_alive(site: Site) -> None:
    assert await site.get("/healthz") == (200, {"status": "ok"})


async def test_readiness_follows_the_check(site: Site) -> None:
    assert await site.get("/readyz") == (200, {"status": "ready"})
    site.receiver.trouble = Unavailable("postgresql://user:word@host")
    assert await site.get("/readyz") == (503, {"status": "unavailable"})


async def test_readiness_says_what_the_check_knows_and_stays(site: Site) -> None:
    site.receiver.known = {"paused_chats": 3}
    assert await site.get("/readyz") == (200, {"status": "ready", "paused_chats": 3})


async def test_a_taken_address_is_an_error(site: Site) -> None:
    with pytest.raises(OSError, match="address already in use"):
        await WebServer("127.0.0.1", site.server.port, []).start()


async def test_a_stop_answers_what_is_under_way_and_refuses_what_is_new(site: Site) -> None:
    site.receiver.gate.clear()
    under_way = asyncio.create_task(site.post())
    await site.receiver.entered.wait()
    stopping = asyncio.create_task(site.server.stop())
    assert await site.post() == (503, "5")
    assert await site.get("/healthz") == (200, {"status": "ok"})
    site.receiver.gate.set()
    assert await under_way == (200, None)
    await stopping
    with pytest.raises(aiohttp.ClientConnectionError):
        await site.post()
    assert len(site.receiver.received) == 1


async def test_a_stop_does_not_wait_for_ever() -> None:
    site = Site(grace=0.01)
    await site.server.start()
    site.receiver.gate.clear()
    under_way = asyncio.create_task(site.post())
    await site.receiver.entered.wait()
    await site.server.stop()
    with pytest.raises(aiohttp.ClientError):
        await under_way
    await site.close()


async def test_no_answer_has_a_body_that_telegram_could_take_for_a_call(site: Site) -> None:
    for handling in Handling:
        site.receiver.handling = handling
        async with site.client.post(site.url(), data=b"{}", headers=HEADERS) as answer:
            assert await answer.read() == b""
            assert answer.status != 410


@pytest.mark.parametrize("packed", ["gzip", "deflate"])
async def test_a_body_that_is_not_packed_as_it_says_is_answered_400(
    site: Site, caplog: pytest.LogCaptureFixture, packed: str
) -> None:
    assert await site.post(HEADERS | {"Content-Encoding": packed}, body=b"{}") == (400, None)
    assert not site.receiver.received
    assert not caplog.records


@pytest.mark.parametrize(
    "raw",
    [
        b"\x00\xff\r\n\r\n",
        b"POST /telegram HTTP/1.1\r\nHos t: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        b"POST /telegram HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
    ],
)
async def test_what_strangers_send_that_is_no_http_fills_no_log(
    site: Site, caplog: pytest.LogCaptureFixture, raw: bytes
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", site.server.port)
    writer.write(raw)
    assert (await reader.read()).startswith(b"HTTP/1.")
    writer.close()
    assert not caplog.records
