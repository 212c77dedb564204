"""A small Bot API over real HTTP, which fails where a test wants it to."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any

from aiohttp import web
from telegram import Bot

from bot.web.client import AiohttpRequest, Patience

TOKEN = "123456:a-token-nobody-may-read"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class BotApi:
    """Answers any method; `calls` are the calls it got, `updates` those that are not confirmed yet."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.updates: list[dict[str, Any]] = []
        self.arrived = asyncio.Event()  #: set at each call
        self.hanging = asyncio.Event()  #: set when a call is left without an answer
        self.news = asyncio.Event()
        self._answers: dict[str, deque[Answer]] = defaultdict(deque)
        self._let_go = asyncio.Event()
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        self._clients: list[AiohttpRequest] = []

    async def __aenter__(self) -> BotApi:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._let_go.set()
        self.news.set()
        for client in self._clients:
            await client.shutdown()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}/bot"

    async def bot(self, url: str = "", *, connections: int = 10, patience: Patience | None = None) -> Bot:
        """A bot that uses our HTTP client to call this server, or the one at `url`."""
        client = AiohttpRequest(connections, patience)
        self._clients.append(client)
        await client.initialize()
        return Bot(TOKEN, base_url=url or self.url, request=client, get_updates_request=client)

    def asked(self, method: str) -> list[dict[str, Any]]:
        """The parameters of each call of a method."""
        return [parameters for name, parameters in self.calls if name == method]

    def refuse(self, method: str, status: int, description: str, **parameters: Any) -> None:
        """Answers the next call with an error."""
        body = {"ok": False, "error_code": status, "description": description}
        if parameters:
            body["parameters"] = parameters
        self.answer(method, status, json.dumps(body))

    def answer(self, method: str, status: int, body: str) -> None:
        """Answers the next call with this body."""

        async def answer(_request: web.Request) -> web.StreamResponse:
            return web.Response(status=status, text=body)

        self._answers[method].append(answer)

    def break_off(self, method: str) -> None:
        """Reads the next call, then breaks the connection."""

        async def answer(request: web.Request) -> web.StreamResponse:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()

        self._answers[method].append(answer)

    def hang(self, method: str) -> None:
        """Reads the next call and never answers."""

        async def answer(_request: web.Request) -> web.StreamResponse:
            self.hanging.set()
            await self._let_go.wait()
            return web.Response()

        self._answers[method].append(answer)

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        parameters: dict[str, Any] = dict(request.query)
        if request.content_type == "application/json":
            parameters |= await request.json()
        else:
            form = await request.post()
            parameters |= {k: v.file.read() if isinstance(v, web.FileField) else v for k, v in form.items()}
        self.calls.append((method, parameters))
        self.arrived.set()
        if self._answers[method]:
            return await self._answers[method].popleft()(request)
        if method == "getUpdates":
            return web.json_response({"ok": True, "result": await self._pending(parameters)})
        return web.json_response({"ok": True, "result": _result(method, parameters, len(self.calls))})

    async def _pending(self, parameters: dict[str, Any]) -> list[dict[str, Any]]:
        if "offset" in parameters:
            self.updates = [u for u in self.updates if u["update_id"] >= int(parameters["offset"])]
        if not self.updates and int(parameters["timeout"]):
            self.news.clear()
            self.hanging.set()
            await self.news.wait()
        return self.updates[: int(parameters["limit"])]


def _result(method: str, parameters: dict[str, Any], number: int) -> Any:
    message = {"message_id": number, "date": 1, "chat": {"id": parameters.get("chat_id"), "type": "private"}}
    if "message_thread_id" in parameters:
        message["message_thread_id"] = parameters["message_thread_id"]
    if method == "sendMediaGroup":
        return [message | {"message_id": number + place} for place in range(2)]
    if method.startswith(("send", "edit")):
        return message
    if method == "getMyCommands":
        return []
    if method == "getWebhookInfo":
        return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
    if method == "getMe":
        return {"id": int(TOKEN.partition(":")[0]), "is_bot": True, "first_name": "Palier", "username": "palier_bot"}
    return True
