"""What a supervisor asks: is the process alive, and may work be sent to it?"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

log = logging.getLogger(__name__)

HEALTH_PATH = "/healthz"

_READY_WITHIN = 5.0  # seconds


class Health:
    """Answers `/healthz`, and `/readyz` after a check that raises where it finds trouble."""

    def __init__(self, check: Callable[[], Awaitable[None]]) -> None:
        self._check = check

    def routes(self) -> list[web.RouteDef]:
        """The two addresses."""
        return [web.get(HEALTH_PATH, self._alive), web.get("/readyz", self._ready)]

    async def _alive(self, _request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def _ready(self, _request: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(_READY_WITHIN):
                await self._check()
        except Exception as error:  # whatever it is, the answer is the same; the log says what
            log.warning("Not ready: %s", type(error).__name__)
            return web.json_response({"status": "unavailable"}, status=503)
        return web.json_response({"status": "ready"})
