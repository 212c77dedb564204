"""A server that answers with any bytes, and the answers that honest ones give, of which hostile ones are made."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress

_HEAD = b"HTTP/1.1 %d X\r\nContent-Type: %s\r\nConnection: close\r\n%s\r\n"

Heard = Callable[[bytes], bytes]
"""What is answered to a request, of which the head is given; empty where the connection is only closed."""


def answer(body: bytes, status: int = 200, kind: str = "application/json", more: Iterable[str] = ()) -> bytes:
    """An answer that ends with its connection, so that its body may be of any length."""
    headers = "".join(f"{line}\r\n" for line in more).encode("latin-1")
    return _HEAD % (status, kind.encode(), headers) + body


@asynccontextmanager
async def answering(heard: Heard) -> AsyncIterator[str]:
    """Serves while the context is open; gives the address."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(_length(head))
            writer.write(heard(head))
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def _length(head: bytes) -> int:
    """The length of the body that follows a head of ours."""
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0
