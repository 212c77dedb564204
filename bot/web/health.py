"""The health checks of a supervisor or balancer: is the process alive, and can it take work?"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from aiohttp import web

from bot.logs import brief

log = logging.getLogger(__name__)

HEALTH_PATH = "/healthz"

_READY_WITHIN = 5.0  # seconds


class Health:
    """Answers `/healthz`: 200, or 503 if `troubles` returns any; and `/readyz`: 200, or 503 if `check` raises.

    What `check` returns is said in the answer of `/readyz`; it does not make the process less ready.
    While `starting` returns true, both say so: the process is alive, and takes no work yet.
    """

    def __init__(
        self,
        troubles: Callable[[], Sequence[str]],
        check: Callable[[], Awaitable[Mapping[str, Any]]],
        starting: Callable[[], bool] = lambda: False,
    ) -> None:
        self._troubles = troubles
        self._check = check
        self._starting = starting

    def routes(self) -> list[web.RouteDef]:
        """The routes of `/healthz` and `/readyz`."""
        return [web.get(HEALTH_PATH, self._alive), web.get("/readyz", self._ready)]

    async def _alive(self, _request: web.Request) -> web.Response:
        if troubles := self._troubles():
            return web.json_response({"status": "dead", "troubles": list(troubles)}, status=503)
        return web.json_response({"status": "starting" if self._starting() else "ok"})

    async def _ready(self, _request: web.Request) -> web.Response:
        if self._starting():
            return web.json_response({"status": "starting"}, status=503)
        try:
            async with asyncio.timeout(_READY_WITHIN):
                known = await self._check()
        except Exception as error:  # any failure means not ready; the log says which
            log.warning("Not ready: %s", brief(error))
            return web.json_response({"status": "unavailable"}, status=503)
        return web.json_response({"status": "ready", **known})
