"""The HTTP client behind the bot: python-telegram-bot's requests over one aiohttp session.

A message must not be sent twice, so a failure says whether the request may have gone out: `NotSent` or `Unanswered`.
The URL of a request holds the bot's token: no error raised here holds a URL, nor has a `__cause__` that does.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

# Otherwise the library warns at every 429 that `retry_after` will become a timedelta; here it is one already.
os.environ.setdefault("PTB_TIMEDELTA", "true")

_TOKEN = re.compile(rb"bot\d+:[\w-]+")
_GATEWAY_TIMEOUT = 504
_BEFORE_WRITING = (
    aiohttp.ConnectionTimeoutError,  # also: no connection of the pool became free
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)


class NotSent(NetworkError):
    """No byte of the request was sent: it may be repeated."""


class Unanswered(TimedOut):
    """At least a part of the request was sent and no answer came: it may have taken effect."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Timeouts in seconds; None waits for ever."""

    connect: float | None = 5.0
    pool: float | None = 5.0  #: for a free connection of the pool
    write: float | None = 10.0
    read: float | None = 20.0  #: between two pieces of the answer
    upload: float | None = 60.0  #: instead of `write`, if the request holds files


class AiohttpRequest(BaseRequest):
    """The request class to give to `telegram.Bot`; one object may serve as `request` and `get_updates_request`."""

    def __init__(self, connections: int = 100, patience: Patience | None = None, proxy: str | None = None) -> None:
        self._connections = connections
        self._patience = patience or Patience()
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer; None waits for ever."""
        return self._patience.read

    async def initialize(self) -> None:
        """Opens the session; does nothing if it is open."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Closes the session; does nothing if it is closed."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer. Raises `NotSent` or `Unanswered` if there is none."""
        if self._session is None:
            raise NotSent("The client is not open")
        ours = self._patience
        default_write = ours.upload if request_data and request_data.contains_files else ours.write
        timeout = _timeout(
            connect=_chosen(connect_timeout, ours.connect),
            pool=_chosen(pool_timeout, ours.pool),
            write=_chosen(write_timeout, default_write),
            read=_chosen(read_timeout, ours.read),
        )
        body = _body(request_data)
        try:
            async with self._session.request(method, url, timeout=timeout, proxy=self._proxy, **body) as answer:
                status, payload = answer.status, await answer.read()
        except (aiohttp.ClientError, OSError) as error:
            failure = _failure(error)
        else:
            if status != _GATEWAY_TIMEOUT:
                return status, payload if status < 300 else _TOKEN.sub(b"bot***", payload)
            failure = Unanswered("Gateway Timeout (504)")
        raise failure  # outside of `except`: the original error's text may hold the URL

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """The parsed answer. Raises `TelegramError`, which does not quote the answer, if it is not JSON."""
        try:
            answer: JSONDict = json.loads(payload)
        except ValueError:
            raise TelegramError("Invalid server response") from None
        return answer


def _chosen(asked: ODVInput[float], ours: float | None) -> float | None:
    return ours if isinstance(asked, DefaultValue) else asked


def _timeout(
    connect: float | None, pool: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    """aiohttp's timeouts. `connect` covers pool and connection: if it runs out, nothing was sent. `total` is longer:
    if it runs out, the request may have been sent."""
    reaching = None if connect is None or pool is None else connect + pool
    parts = (reaching, write, read)
    total = None if None in parts else sum(part for part in parts if part is not None)
    return aiohttp.ClientTimeout(total=total, connect=reaching, sock_connect=connect, sock_read=read)


def _body(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return {"json": request_data.parameters}
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        stream = BytesIO(content) if isinstance(content, bytes) else content  # aiohttp writes streams in pieces
        form.add_field(name, stream, filename=filename, content_type=mime)
    return {"data": form}


def _failure(error: BaseException) -> TelegramError:
    name = type(error).__name__
    if isinstance(error, _BEFORE_WRITING):
        return NotSent(f"Telegram cannot be reached ({name})")
    if isinstance(error, TimeoutError):
        return Unanswered(f"Telegram did not answer in time ({name})")
    return Unanswered(f"The connection broke before the answer ({name})")
