"""What a supervisor asks: is the process alive, and may work be sent to it?"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web

from bot.logs import brief

log = logging.getLogger(__name__)

HEALTH_PATH = "/healthz"

_READY_WITHIN = 5.0  # seconds


class Health:
    """Answers `/healthz` by the troubles there are, and `/readyz` after a check that raises where it finds one."""

    def __init__(self, troubles: Callable[[], Sequence[str]], check: Callable[[], Awaitable[None]]) -> None:
        self._troubles = troubles
        self._check = check

    def routes(self) -> list[web.RouteDef]:
        """The two addresses."""
        return [web.get(HEALTH_PATH, self._alive), web.get("/readyz", self._ready)]

    async def _alive(self, _request: web.Request) -> web.Response:
        if troubles := self._troubles():
            return web.json_response({"status": "dead", "troubles": list(troubles)}, status=503)
        return web.json_response({"status": "ok"})

    async def _ready(self, _request: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(_READY_WITHIN):
                await self._check()
        except Exception as error:  # whatever it is, the answer is the same; the log says what
            log.warning("Not ready: %s", brief(error))
            return web.json_response({"status": "unavailable"}, status=503)
        return web.json_response({"status": "ready"})
