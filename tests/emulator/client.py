"""The tests' client of the emulator: calls it over HTTP, as a bot and as people."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import struct
import zlib
from collections.abc import Callable
from typing import Any

import aiohttp
from aiohttp import web

from bot.emulator import Emulator, Persona

TOKEN = "123456:" + "t" * 35
BOT_ID = 123456
ZOE, MARC = 5000001, 5000002
PERSONAS = (
    Persona("eleve", ZOE, "Zoé", "Petit", "élève", "Collège des Tilleuls"),
    Persona("directeur", MARC, "Marc", "Roche", "directeur", "Collège des Tilleuls"),
)
Json = dict[str, Any]


class Client:
    """Calls one emulator's Bot API and control API."""

    def __init__(self, emulator: Emulator, session: aiohttp.ClientSession) -> None:
        self.emulator = emulator
        self.url = emulator.url
        self.session = session

    async def raw(self, method: str, /, **parameters: Any) -> Json:
        """Calls a method of the Bot API and returns the whole answer."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=parameters) as response:
            answer: Json = await response.json()
            assert response.status == (200 if answer["ok"] else answer["error_code"])
            return answer

    async def bot(self, method: str, /, **parameters: Any) -> Any:
        """Calls a method of the Bot API that must succeed, and returns its result."""
        answer = await self.raw(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, /, **parameters: Any) -> str:
        """Calls a method of the Bot API that must fail, and returns the error's description."""
        answer = await self.raw(method, **parameters)
        assert not answer["ok"], answer
        description: str = answer["description"]
        return description

    async def person(self, act: str, /, status: int = 200, **fields: Any) -> Any:
        """Posts an act to the control API; returns the answer, whose status must be `status`."""
        body = io.BytesIO(json.dumps(fields).encode())
        async with self.session.post(f"{self.url}/control/{act}", data=body) as response:
            assert response.status == status, await response.text()
            return await response.json()

    async def look(self, path: str, /, **query: Any) -> Any:
        """Gets `path` from the control API."""
        async with self.session.get(f"{self.url}/control/{path}", params=query) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def updates(self, **parameters: Any) -> list[Json]:
        """Calls getUpdates once."""
        found: list[Json] = await self.bot("getUpdates", **parameters)
        return found

    async def forum(self) -> int:
        """Creates a forum with everyone in it and returns its chat id."""
        group = await self.person("groups", title="Équipe", is_forum=True, members=[ZOE, MARC])
        chat_id: int = group["id"]
        return chat_id


class Receiver:
    """A bot's webhook on loopback: keeps the updates received, and answers as a test sets it to."""

    def __init__(self) -> None:
        self.got: asyncio.Queue[tuple[Json, Json]] = asyncio.Queue()
        self.answers: list[Callable[[], web.Response]] = []
        self.hold: asyncio.Event | None = None
        self.inside = 0
        self.most_inside = 0
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def _receive(self, request: web.Request) -> web.Response:
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        await self.got.put((await request.json(), dict(request.headers)))
        if self.hold is not None:
            await self.hold.wait()
        self.inside -= 1
        return self.answers.pop(0)() if self.answers else web.Response()

    async def start(self) -> None:
        """Listens on a free port."""
        app = web.Application()
        app.router.add_post("/hook", self._receive)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/hook"

    async def stop(self) -> None:
        """Closes the port."""
        assert self._runner is not None
        await self._runner.cleanup()

    async def next(self) -> Json:
        """Returns the next update delivered."""
        update, self.headers = await asyncio.wait_for(self.got.get(), 5)
        return update


def png(width: int = 8, height: int = 8) -> bytes:
    """Returns a plain PNG of this size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes(width) for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def upload(name: str, content: bytes) -> Json:
    """Returns a file in the form that the control API expects."""
    return {"name": name, "base64": base64.b64encode(content).decode()}
