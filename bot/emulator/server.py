"""The emulator: one HTTP server on one loopback port."""

from __future__ import annotations

import ipaddress
import logging
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from aiohttp import web

from .botapi import BotApi
from .clock import Clock
from .control import Control
from .errors import Impossible
from .keeping import Keeping
from .observing import Observing
from .records import Persona
from .world import World

BODY_MAX = 110 * 2**20
PAGE = Path(__file__).with_name("page")
SHUTDOWN_S = 0.1
log = logging.getLogger(__name__)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def _refusal(status: int, words: str) -> web.Response:
    return web.json_response({"ok": False, "description": words}, status=status)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


@web.middleware
async def loopback_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answers 403 to other machines, to host names other than loopback, and to pages of other sites."""
    host = request.host.rsplit(":", 1)[0] if request.host.rsplit(":", 1)[-1].isdigit() else request.host
    if not _is_loopback(host) or not _is_loopback(request.remote or ""):
        return _refusal(403, "The emulator answers this machine only.")
    if request.headers.get("Origin", f"http://{request.host}") != f"http://{request.host}":
        return _refusal(403, "The emulator answers its own page only.")
    return await handler(request)


@web.middleware
async def control_answers_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answers every error under /control as JSON with one sentence."""
    if not request.path.startswith("/control"):
        return await handler(request)
    try:
        return await handler(request)
    except Impossible as refusal:
        return _refusal(400, str(refusal))
    except web.HTTPException as answer:
        return _refusal(answer.status, f"{answer.reason}.")
    except Exception:
        log.exception("%s %s failed inside the emulator", request.method, request.path)
        return _refusal(500, "The emulator failed; its log says why.")


async def _index(request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})


async def _telegram(request: web.Request) -> web.FileResponse:
    """What a link to t.me is here: the page hands it to the phone that followed a link last."""
    return web.FileResponse(PAGE / "telegram.html", headers={"Cache-Control": "no-cache"})


class Emulator:
    """A local Telegram: `start` it, point a bot at `url`, and act as its people through the control API or the page.

    `links` are pairs (words, address) shown in the page's header; more may be added until the page is opened.
    """

    def __init__(
        self,
        personas: Sequence[Persona] = (),
        data: Path | None = None,
        rates: bool = True,
        *,
        links: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.clock = Clock()
        self.world = World(self.clock, personas, rates=rates)
        self.clock.followers.append(lambda: self.world.events.add("clock"))
        self._keeping = Keeping(self.world, data) if data is not None else None
        self.api = BotApi(self.world)
        self._runner: web.AppRunner | None = None
        self.links = list(links)
        self.url = ""

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[loopback_only, control_answers_json], client_max_size=BODY_MAX)
        app.add_routes(self.api.routes())
        app.add_routes(Control(self.api).routes())
        app.add_routes(Observing(self.api, self.links).routes())
        app.router.add_get("/", _index)
        app.router.add_get("/t.me/{bot}", _telegram)
        app.router.add_static("/page", PAGE)
        return app

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listens on a port (0: any free one) and sets `url`. Raises ValueError if the host is not loopback."""
        if not _is_loopback(host):
            raise ValueError(f"{host} is not a loopback address.")
        if self._keeping is not None:
            self._keeping.load()
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=SHUTDOWN_S)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        address = self._runner.addresses[0]
        self.url = f"http://{f'[{address[0]}]' if ':' in address[0] else address[0]}:{address[1]}"
        await self.api.delivery.start()

    async def stop(self) -> None:
        """Cancels deliveries, closes the port and saves."""
        await self.api.delivery.stop()
        if self._runner is not None:
            await self._runner.cleanup()
        if self._keeping is not None:
            self._keeping.close()
