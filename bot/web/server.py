"""The web server: serves all routes, and lets requests under way finish when it stops.

Who connects must say what they want within seconds: connections that are only held open would use up what the
process may open, and Telegram would find no place.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable

from aiohttp import web
from aiohttp.http import HttpProcessingError
from aiohttp.typedefs import Handler
from aiohttp.web_protocol import RequestHandler

from bot.stopping import GRACE
from bot.web.health import HEALTH_PATH
from bot.web.webhook import later

log = logging.getLogger("aiohttp.server.palier")  # of a library: of its messages, only the first line is kept

PATIENCE = 10.0  #: seconds for the headers of a first request, and for the body of each
_IDLE = 75.0  # seconds until an idle connection is closed; nginx closes its own after 60
_LINGER = 2.0  # seconds in which a body that nobody reads may still end
_SILENT = 256  # connections that have not asked anything yet; one more, and the oldest of them is closed


class WebServer:
    """Serves the routes at `host` and `port`. Port 0 takes any free port; `start` then sets `port` to it.

    A connection is cut where its first request, or the body of any, is not there after `patience` seconds.
    """

    def __init__(
        self,
        host: str,
        port: int,
        routes: Iterable[web.AbstractRouteDef],
        *,
        body_limit: int = 1024 * 1024,
        grace: float = GRACE,
        patience: float = PATIENCE,
    ) -> None:
        self.host = host
        self.port = port
        self._grace = grace
        self._patience = patience
        self._silent: dict[RequestHandler, asyncio.TimerHandle] = {}  #: the oldest first
        self._listener: asyncio.Server | None = None
        self._draining = False
        self._present = 0
        self._empty = asyncio.Event()
        self._empty.set()
        app = web.Application(client_max_size=body_limit, middlewares=[self._count])
        app.add_routes(routes)
        self._runner = web.AppRunner(
            app,
            access_log=None,
            logger=log,
            shutdown_timeout=0.1,
            keepalive_timeout=_IDLE,
            lingering_time=_LINGER,
        )

    async def start(self) -> None:
        """Starts to listen. Raises `OSError` if the address is in use."""
        await self._runner.setup()
        try:
            loop = asyncio.get_running_loop()
            self._listener = await loop.create_server(self._connected, self.host, self.port, backlog=1024)
        except OSError:
            await self._runner.cleanup()
            raise
        self.port = self._listener.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Answers new requests 503, waits up to `grace` seconds for those under way, and closes."""
        self._draining = True
        try:
            async with asyncio.timeout(self._grace):
                await self._empty.wait()
        except TimeoutError:
            pass  # a request cut off here was not answered, so Telegram sends it again
        if self._listener is not None:
            self._listener.close()
        await self._runner.cleanup()

    def _connected(self) -> RequestHandler:
        """The handler of a new connection, which is cut unless it asks for something soon."""
        assert self._runner.server is not None
        handler = self._runner.server()
        timer = asyncio.get_running_loop().call_later(self._patience, self._cut, handler)
        self._silent[handler] = timer
        if len(self._silent) > _SILENT:
            self._cut(next(iter(self._silent)))
        return handler

    def _cut(self, handler: RequestHandler) -> None:
        """Closes a connection that has asked nothing yet."""
        self._heard(handler)
        if handler.transport is not None:
            handler.transport.abort()

    def _heard(self, handler: RequestHandler) -> None:
        if timer := self._silent.pop(handler, None):
            timer.cancel()

    def _await_body(self, request: web.Request) -> asyncio.TimerHandle | None:
        """Has the connection cut where the body has not ended in time; None where it is there already."""
        if request.content.is_eof():
            return None

        def cut() -> None:
            if not request.content.is_eof() and request.transport is not None:
                request.transport.abort()

        return asyncio.get_running_loop().call_later(self._patience, cut)

    @web.middleware
    async def _count(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        self._heard(request.protocol)
        slow = self._await_body(request)
        if self._draining and request.path != HEALTH_PATH:
            return later()
        self._present += 1
        self._empty.clear()
        try:
            return await handler(request)
        except ConnectionResetError:
            if request.transport is not None:
                raise
            return web.Response(status=408)  # the connection was cut: nobody reads this
        except web.RequestPayloadError:  # the body is not packed, or not cut into pieces, as its headers say
            return web.Response(status=400)
        finally:
            if slow is not None and request.content.is_eof():
                slow.cancel()
            self._present -= 1
            if not self._present:
                self._empty.set()


def _is_ours(record: logging.LogRecord) -> bool:
    """Whether an operator is to read that line: none is about what is no HTTP, of which strangers may send much."""
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError | web.RequestPayloadError))


log.addFilter(_is_ours)
