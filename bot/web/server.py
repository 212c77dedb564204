"""The web server: serves all routes, and lets requests under way finish when it stops."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.stopping import GRACE
from bot.web.health import HEALTH_PATH
from bot.web.webhook import later


class WebServer:
    """Serves the routes at `host` and `port`. Port 0 takes any free port; `start` then sets `port` to it."""

    def __init__(
        self,
        host: str,
        port: int,
        routes: Iterable[web.AbstractRouteDef],
        *,
        body_limit: int = 1024 * 1024,
        grace: float = GRACE,
    ) -> None:
        self.host = host
        self.port = port
        self._grace = grace
        self._draining = False
        self._present = 0
        self._empty = asyncio.Event()
        self._empty.set()
        app = web.Application(client_max_size=body_limit, middlewares=[self._count])
        app.add_routes(routes)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def start(self) -> None:
        """Starts to listen. Raises `OSError` if the address is in use."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self.host, self.port).start()
        except OSError:
            await self._runner.cleanup()
            raise
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Answers new requests 503, waits up to `grace` seconds for those under way, and closes."""
        self._draining = True
        try:
            async with asyncio.timeout(self._grace):
                await self._empty.wait()
        except TimeoutError:
            pass  # a request cut off here was not answered, so Telegram sends it again
        await self._runner.cleanup()

    @web.middleware
    async def _count(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self._draining and request.path != HEALTH_PATH:
            return later()
        self._present += 1
        self._empty.clear()
        try:
            return await handler(request)
        finally:
            self._present -= 1
            if not self._present:
                self._empty.set()
