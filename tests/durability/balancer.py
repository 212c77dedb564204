"""A load balancer before several replicas: passes each request to the next one that can be reached."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import ClientConnectionError, ClientSession, web

from tests.processes import free_port


@asynccontextmanager
async def balancing(addresses: Sequence[str]) -> AsyncIterator[str]:
    """Runs a balancer before these addresses and yields its own; answers 502 if no replica can be reached."""
    turns = itertools.count()

    async def forward(request: web.Request) -> web.Response:
        body, first = await request.read(), next(turns)
        for offset in range(len(addresses)):
            url = addresses[(first + offset) % len(addresses)] + request.path
            try:
                async with http.request(request.method, url, data=body, headers=request.headers) as answer:
                    kept = {name: answer.headers[name] for name in ("Retry-After",) if name in answer.headers}
                    return web.Response(status=answer.status, body=await answer.read(), headers=kept)
            except ClientConnectionError:
                continue
        return web.Response(status=502)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", forward)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    port = free_port()
    async with ClientSession() as http:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            await runner.cleanup()
