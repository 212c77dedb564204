"""The web server: started once with every route, stopped without losing a request."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.stopping import GRACE
from bot.web.health import HEALTH_PATH
from bot.web.webhook import later


class WebServer:
    """Serves the routes at an address; port 0 takes any free one, which `port` then names."""

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
        """Listens; `OSError` where the address is taken."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self.host, self.port).start()
        except OSError:
            await self._runner.cleanup()
            raise
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Refuses new requests, lets those under way end (for `grace` seconds at most), and closes."""
        self._draining = True
        try:
            async with asyncio.timeout(self._grace):
                await self._empty.wait()
        except TimeoutError:
            pass  # what is cut off here was not answered, so Telegram brings it again
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
