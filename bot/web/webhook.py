"""The webhook that Telegram calls: one update per request, answered 200 once the update is recorded."""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable
from typing import Protocol

from aiohttp import web

from bot.web.reception import Handling

RETRY_AFTER = 5  #: seconds after which Telegram is asked to send an update again

_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Receiver(Protocol):
    """What updates are handed to: `bot.web.reception.Reception`."""

    async def receive(self, raw: bytes) -> Handling:
        """Processes a raw update; returns whether Telegram must send it again."""


class Webhook:
    """Accepts updates from whoever sends the secret. Raises `ValueError` if Telegram would not accept the secret.

    As long as `starting` returns true, Telegram is asked to send each update again. An answer never has a body:
    Telegram would carry out a call of the Bot API that it finds there.
    """

    def __init__(
        self,
        reception: Receiver,
        secret: str,
        path: str = "/telegram",
        starting: Callable[[], bool] = lambda: False,
    ) -> None:
        if not _SECRET.fullmatch(secret):
            raise ValueError("the webhook needs a secret: 1 to 256 of A-Z a-z 0-9 _ -")
        self._reception = reception
        self._secret = secret.encode()
        self._path = path
        self._starting = starting

    def routes(self) -> list[web.RouteDef]:
        """The route to which Telegram posts updates."""
        return [web.post(self._path, self._post)]

    async def _post(self, request: web.Request) -> web.Response:
        given = request.headers.get(_HEADER)
        if given is None:
            return web.Response(status=401)
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), self._secret):
            return web.Response(status=403)
        if request.content_type != "application/json":
            return web.Response(status=415)
        if self._starting():
            return later()
        handling = await self._reception.receive(await request.read())
        return later() if handling is Handling.LATER else web.Response()


def later() -> web.Response:
    """The 503 with `Retry-After` that asks for the same request again."""
    return web.Response(status=503, headers={"Retry-After": str(RETRY_AFTER)})
