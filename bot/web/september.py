"""The demo's day of September: two files of ONDE to download, and a button that feeds the demo's ENT with them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

from bot.terms.feed import FeedReport
from bot.web import september_html as html
from bot.web.loopback import guarded

PATH = "/septembre"


@dataclass(frozen=True, slots=True)
class Day:
    """What the files of one day are: their bytes by name, and what feeds the ENT with them."""

    files: Mapping[str, bytes]
    feed: Callable[[], Awaitable[FeedReport]]  #: the report of the one school that the files are of


class September:
    """The offer of one day of September, and what it brought."""

    def __init__(self, day: Day) -> None:
        self._day = day
        self._running = asyncio.Lock()

    def offer(self) -> str:
        """What the sign-in page says of it: the files, and the button."""
        return html.offer(list(self._day.files))

    def routes(self) -> list[web.RouteDef]:
        """The routes of the day, which answer this machine only."""
        page = web.get(PATH, guarded(self._back))
        return [page, web.post(PATH, guarded(self._feed)), web.get(PATH + "/{name}", guarded(self._file))]

    async def _feed(self, request: web.Request) -> web.Response:
        async with self._running:  # of two who press at once, the second one reads that nothing changed
            report = await self._day.feed()
        return web.Response(text=html.told(report), content_type="text/html")

    async def _back(self, request: web.Request) -> web.Response:
        """Leads whoever reloads what the day brought back to the page with the button."""
        raise web.HTTPSeeOther("/")

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in self._day.files:
            return web.Response(status=404)
        saved = {"Content-Disposition": f'attachment; filename="{name}"'}
        return web.Response(body=self._day.files[name], content_type="text/csv", headers=saved)
