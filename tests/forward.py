"""A small forward proxy on this machine, as schools have one: it passes requests on, and opens tunnels."""

from __future__ import annotations

import asyncio
import base64
from contextlib import suppress
from types import TracebackType
from urllib.parse import urlsplit


class Forward:
    """A proxy; with `login`, such as `palier:secret`, it asks for it. `asked` holds the first line of each request.

    A tunnel leads to `behind`, a port of this machine, whatever host is named; without it, it is refused with 403.
    """

    def __init__(self, login: str = "", behind: int = 0) -> None:
        self.asked: list[str] = []
        self._login = login
        self._behind = behind
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Forward:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def url(self, login: str = "") -> str:
        """Its address, with that login."""
        assert self._server is not None
        return f"http://{login + '@' if login else ''}127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            try:
                await self._pass_on(reader, writer)
            finally:
                writer.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        line, _, fields = head.partition("\r\n")
        self.asked.append(line)
        shown = f"Proxy-Authorization: Basic {base64.b64encode(self._login.encode()).decode()}"
        if self._login and shown not in fields:
            writer.write(
                b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            )
            return
        method, target, _ = line.split(" ")
        if method == "CONNECT" and not self._behind:
            writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        parts = urlsplit(target)
        port = self._behind if method == "CONNECT" else parts.port
        there, onward = await asyncio.open_connection("127.0.0.1", port)
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
            kept = [one for one in fields.split("\r\n") if one and not one.startswith(("Proxy-", "Connection"))]
            onward.write(
                "\r\n".join([f"{method} {path} HTTP/1.1", *kept, "Connection: close", "", ""]).encode("latin-1")
            )
        await asyncio.gather(_pour(reader, onward), _pour(there, writer))


async def _pour(source: asyncio.StreamReader, into: asyncio.StreamWriter) -> None:
    while piece := await source.read(65536):
        into.write(piece)
        await into.drain()
    into.close()
