"""Any bytes sent to the webhook: none without the secret is an update, and the server goes on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress

from bot.web.reception import Handling
from bot.web.server import WebServer
from bot.web.webhook import Webhook
from tests.hostile import samples
from tests.hostile.checks import Log, listening
from tests.hostile.shape import Fed

_SECRET = "a-secret_of-the-house"
_HURRY, _PATIENCE = 0.05, 10.0  # seconds after which whoever sends no honest update goes away, and others
_BODY = 20_000
_HEAD = "POST /telegram HTTP/1.1\r\nHost: localhost\r\n{0}\r\n\r\n"
_HEADERS = (f"X-Telegram-Bot-Api-Secret-Token: {_SECRET}", "Content-Type: application/json")
_HEALTHY = (_HEAD.format("\r\n".join((*_HEADERS, "Content-Length: 2"))) + "{}").encode()


class Receiver:
    """Remembers what counted as an update."""

    def __init__(self) -> None:
        self.received: list[bytes] = []

    async def receive(self, raw: bytes) -> Handling:
        self.received.append(raw)
        return Handling.TAKEN


class Hooked:
    """The web server with the webhook."""

    def __init__(self, server: WebServer, receiver: Receiver, log: Log) -> None:
        self._server = server
        self._receiver = receiver
        self._log = log

    async def feed(self, raw: bytes) -> None:
        """Sends the bytes on a connection of their own, then an honest update on another one."""
        self._receiver.received.clear()
        answered = await self._sent(raw, _HURRY)
        assert not answered or answered.split(b" ")[1] in _FINE, answered[:200]
        if _SECRET.encode() not in raw:
            assert not self._receiver.received
        assert all(len(update) <= _BODY for update in self._receiver.received)
        assert (await self._sent(_HEALTHY, _PATIENCE)).startswith(b"HTTP/1.1 200 "), "the server does not go on"
        self._log.check()

    async def _sent(self, raw: bytes, patience: float) -> bytes:
        """The head of the answer; empty where the connection was only closed."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._server.port)
        try:
            async with asyncio.timeout(patience):
                writer.write(raw)
                with suppress(OSError):
                    await writer.drain()
                return await reader.readuntil(b"\r\n\r\n")
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            return b""
        finally:
            writer.transport.abort()


_FINE = tuple(b"%d" % status for status in (100, 200, 400, 401, 403, 404, 405, 408, 411, 413, 415, 417, 503))


@asynccontextmanager
async def webhook() -> AsyncIterator[Fed]:
    """The entrance of whatever is sent to the webhook's address."""
    receiver = Receiver()
    server = WebServer("127.0.0.1", 0, Webhook(receiver, _SECRET).routes(), body_limit=_BODY)
    with listening(_SECRET) as log:
        await server.start()
        yield Fed(Hooked(server, receiver, log).feed, list(_seeds()))
        await server.stop()


def _seeds() -> Iterator[bytes]:
    """Requests as Telegram makes them, one in pieces, and some that it does not make."""
    for update in [*samples.updates()][::20]:
        length = f"Content-Length: {len(update)}"
        yield _HEAD.format("\r\n".join((*_HEADERS, length))).encode() + update
    chunked = _HEAD.format("\r\n".join((*_HEADERS, "Transfer-Encoding: chunked")))
    yield chunked.encode() + b"2\r\n{}\r\n0\r\n\r\n"
    yield _HEAD.format("\r\n".join((_HEADERS[1], "Content-Length: 2"))).encode() + b"{}"
    yield _HEAD.format("Content-Length: 2").encode() + json.dumps({}).encode()
    yield _HEALTHY.replace(b"POST", b"GET")
