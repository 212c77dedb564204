"""Stands between a bot and the emulator, over HTTP, and changes what the emulator answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession, web

Meddle = Callable[[str, Any], Any]
"""Given a method of the Bot API and the result that the emulator answered: the result to answer instead."""


@asynccontextmanager
async def meddled(url: str, meddle: Meddle) -> AsyncIterator[str]:
    """The address of a Bot API that does what the one at `url` does, but whose results `meddle` changes."""

    async def handle(request: web.Request) -> web.Response:
        kind = {"Content-Type": request.headers.get("Content-Type", "application/octet-stream")}
        async with session.request(
            request.method, url + request.path_qs, data=await request.read(), headers=kind
        ) as got:
            answer = await got.json()
        if answer["ok"]:
            answer["result"] = meddle(request.path.rpartition("/")[2], answer["result"])
        return web.json_response(answer, status=got.status)

    app = web.Application(client_max_size=2**24)
    app.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    async with ClientSession() as session:
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            await runner.cleanup()
