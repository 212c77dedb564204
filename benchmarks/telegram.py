"""A fake Bot API that answers at once, in its own process: `python -m benchmarks.telegram` prints its address."""

from __future__ import annotations

import asyncio
import itertools
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web

_ME = {"id": 123456, "is_bot": True, "first_name": "Palier", "username": "palier_bot"}


def _answering() -> web.Application:
    numbers = itertools.count(1)

    async def answer(request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        if method == "getme":
            return web.json_response({"ok": True, "result": _ME})
        if method not in ("sendmessage", "editmessagetext"):
            return web.json_response({"ok": True, "result": True})
        json = request.content_type == "application/json"
        given: dict[str, Any] = await request.json() if json else {**request.query, **await request.post()}
        message = {"message_id": next(numbers), "date": 1, "from": _ME, "text": given.get("text", "")}
        message["chat"] = {"id": int(given["chat_id"]), "type": "private", "first_name": "Camille"}
        return web.json_response({"ok": True, "result": message})

    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", answer)
    return app


async def _serve() -> None:
    runner = web.AppRunner(_answering(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)  # until the parent process closes it


@asynccontextmanager
async def telegram() -> AsyncIterator[str]:
    """Runs a fake Bot API; yields its address."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.telegram", stdin=PIPE, stdout=PIPE, cwd=Path(__file__).parents[1]
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield (await process.stdout.readline()).decode().strip()
    finally:
        process.stdin.close()
        await process.wait()


if __name__ == "__main__":
    asyncio.run(_serve())
