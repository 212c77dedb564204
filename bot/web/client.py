"""The HTTP client behind the bot: python-telegram-bot's requests over one aiohttp session.

A message must not be said twice, so a failure tells whether anything was written: `NotSent` or `Unanswered`.
The address of a request holds the bot's token: no error made here carries an address, nor a cause that does.
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

# Else every 429 warns that durations become timedelta, which is what is read here anyway.
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
    """Nothing was written: the request may be made again."""


class Unanswered(TimedOut):
    """The request was written, at least in part, and no answer came: it may have taken effect."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds; None for ever."""

    connect: float | None = 5.0
    pool: float | None = 5.0  #: for a free connection
    write: float | None = 10.0
    read: float | None = 20.0  #: between two pieces of the answer
    upload: float | None = 60.0  #: instead of `write`, where there are files


class AiohttpRequest(BaseRequest):
    """What a `telegram.Bot` makes its requests with; `request` and `get_updates_request` may be the same one."""

    def __init__(self, connections: int = 100, patience: Patience | None = None, proxy: str | None = None) -> None:
        self._connections = connections
        self._patience = patience or Patience()
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take."""
        return self._patience.read

    async def initialize(self) -> None:
        """Opens the session; nothing where it is open."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Closes the session; nothing where it is closed."""
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
        """The status and the body of the answer; `NotSent` or `Unanswered` where there is none."""
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
        raise failure  # outside of `except`: the error's own text may hold the address

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """The answer as Telegram means it; `TelegramError`, without a word of the answer, where it is not JSON."""
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
    """One limit for pool and connection, which fails before writing; a total beyond it can only fail after."""
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
