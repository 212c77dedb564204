"""A fake Bot API that remembers the messages sent, in its own process: `python -m benchmarks.peers.hearing`.

Prints its port; `GET /heard` answers the texts sent since the last call.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from aiohttp import web

_ME = {"id": 123456, "is_bot": True, "first_name": "Palier", "username": "palier_bot"}


class Ears:
    """Answers `getMe` and `sendMessage`."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    async def answer(self, request: web.Request) -> web.Response:
        """Answers as the Bot API would."""
        method = request.match_info["method"].lower()
        if method != "sendmessage":
            return web.json_response({"ok": True, "result": _ME if method == "getme" else True})
        written = request.content_type == "application/json"
        said: dict[str, Any] = await request.json() if written else dict(await request.post())
        self._texts.append(said["text"])
        chat = {"id": int(said["chat_id"]), "type": "private", "first_name": "Camille", "last_name": "Exemple"}
        message = {"message_id": len(self._texts), "date": 1, "from": _ME, "chat": chat, "text": said["text"]}
        return web.json_response({"ok": True, "result": message})

    async def heard(self, _request: web.Request) -> web.Response:
        """Answers the texts sent since the last call."""
        texts, self._texts = self._texts, []
        return web.Response(text=json.dumps(texts), content_type="application/json")


async def serve() -> None:
    """Answers until its standard input is closed."""
    ears, app = Ears(), web.Application()
    app.router.add_post("/bot{token}/{method}", ears.answer)
    app.router.add_get("/heard", ears.heard)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve())
