"""Connections that say nothing, or say it too slowly, are cut; others are answered at once meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from aiohttp import ClientSession, ClientTimeout

from bot.web.server import WebServer
from bot.web.webhook import Webhook
from tests.web.test_webhook import HEADERS, SECRET, Receiver

PATIENCE = 0.5  # seconds
HEAD = (
    f"POST /telegram HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n"
    f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n\r\n"
)
Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Slow:
    """A server that is patient for half a second, and connections to it."""

    def __init__(self) -> None:
        self.receiver = Receiver()
        self.server = WebServer("127.0.0.1", 0, Webhook(self.receiver, SECRET).routes(), patience=PATIENCE)
        self.lines: list[Line] = []

    async def connect(self, words: str = "") -> Line:
        """A new connection, on which these words were sent."""
        line = await asyncio.open_connection("127.0.0.1", self.server.port)
        self.lines.append(line)
        line[1].write(words.encode())
        await line[1].drain()
        return line

    async def answered(self) -> int:
        """The status of an update that is posted as Telegram does."""
        url = f"http://127.0.0.1:{self.server.port}/telegram"
        async with (
            ClientSession(timeout=ClientTimeout(total=60)) as client,
            client.post(url, data=b"{}", headers=HEADERS) as answer,
        ):
            return answer.status


@pytest.fixture
async def slow() -> AsyncIterator[Slow]:
    site = Slow()
    await site.server.start()
    yield site
    for _, writer in site.lines:
        writer.transport.abort()
    await site.server.stop()


async def ended(line: Line) -> bytes:
    """What was answered before the connection was closed; `TimeoutError` where it stays open."""
    async with asyncio.timeout(PATIENCE + 3):
        with suppress(ConnectionResetError):
            return await line[0].read()
    return b""


@pytest.mark.parametrize("words", ["", "POST /tele", "POST /telegram HTTP/1.1\r\nHost: localhost\r\nX-Slow: "])
async def test_two_hundred_half_open_connections_are_cut_and_delay_nobody(slow: Slow, words: str) -> None:
    lines = [await slow.connect(words) for _ in range(200)]

    assert await slow.answered() == 200
    assert set(await asyncio.gather(*map(ended, lines))) == {b""}
    assert await slow.answered() == 200


async def test_more_silent_connections_than_there_are_places_push_out_the_oldest(slow: Slow) -> None:
    first = await slow.connect()
    others = [await slow.connect() for _ in range(300)]

    async with asyncio.timeout(PATIENCE / 2):
        with suppress(ConnectionResetError):
            assert await first[0].read() == b""
    assert await slow.answered() == 200
    assert not others[-1][0].at_eof()


async def test_a_body_that_drips_is_cut_and_delays_nobody(slow: Slow, caplog: pytest.LogCaptureFixture) -> None:
    dripping = asyncio.create_task(drip(await slow.connect(HEAD + "{")))

    assert await slow.answered() == 200
    assert await dripping == b""
    assert slow.receiver.received == [b"{}"]
    assert not caplog.records


async def test_a_body_that_drips_to_whoever_does_not_know_the_secret_is_cut_too(slow: Slow) -> None:
    line = await slow.connect(HEAD.replace(SECRET, "wrong") + "{")
    assert (await line[0].readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 403")

    await drip(line)

    assert line[0].at_eof() or line[0].exception() is not None


async def drip(line: Line) -> bytes:
    """Sends one byte after the other until the connection is cut; returns what was answered."""
    reading = asyncio.create_task(ended(line))
    with suppress(ConnectionError):
        while not reading.done():
            line[1].write(b" ")
            await line[1].drain()
            await asyncio.wait({reading}, timeout=PATIENCE / 20)
    return await reading


async def test_a_connection_that_asked_something_stays_open(slow: Slow) -> None:
    line = await slow.connect(HEAD.replace("900", "2") + "{}")
    assert (await line[0].readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(PATIENCE * 2):
            await line[0].read()
    line[1].write((HEAD.replace("900", "2") + "{}").encode())
    assert (await line[0].readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200")
