"""The HTTP client behind the bot: python-telegram-bot's requests over one aiohttp session.

A message must not be sent twice, so a failure says whether the request may have gone out: `NotSent` or `Unanswered`.
Errors in the Bot API's words are left to the library; of any other answer, `Answered` keeps the status.
The URL of a request holds the bot's token: no error raised here holds a URL, nor has a `__cause__` that does.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from io import BytesIO
from math import ceil
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
_TOO_MANY = 429
_KNOWN = (400, 401, 403, 404, 409)  # statuses that the library has an error of its own for
_USUAL = b'{"ok":true,"result":'  # so begins every success of Telegram's
_LONGEST = 64 * 2**20  # bytes of an answer; Telegram's largest are files of 20 MB
_UNSAID = 5  # seconds to wait where Telegram says "too many" and not for how long
_DAY = 86_400
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


class Answered(NetworkError):
    """An answer that is no success and that the library has no error for: of a server in trouble, or of a proxy."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status  #: of the HTTP answer


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
        """The status and the body of the answer: a file, a success, or an error in the Bot API's words.

        Raises `NotSent` or `Unanswered` if there is no answer, `Answered` if it is another one.
        """
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
        try:
            how: dict[str, Any] = {"timeout": timeout, "proxy": self._proxy, "allow_redirects": False}
            async with self._session.request(method, url, **how, **_body(request_data)) as answer:
                status, payload = answer.status, await _read(answer)
                wait = answer.headers.get("Retry-After", "")
        except (aiohttp.ClientError, OSError) as error:
            failure = _failure(error)
        else:
            return _named(url, *_checked(status, payload, wait, a_call=method == "POST"))
        raise failure  # outside of `except`: the original error's text may hold the URL

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """The parsed answer. Raises `Unanswered`, which does not quote it, if it is no JSON object."""
        answer = _parsed(payload)
        if answer is None:
            raise Unanswered("The answer is not one of the Bot API's")
        return answer


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    """The body of an answer. Raises `Unanswered` where it goes on and on."""
    body = bytearray()
    async for piece in answer.content.iter_any():
        body += piece
        if len(body) > _LONGEST:
            raise Unanswered("The answer does not end")
    return bytes(body)


def _checked(status: int, payload: bytes, wait: str, *, a_call: bool) -> tuple[int, bytes]:
    """The status and the body for the library. Raises `Answered` or `Unanswered` where it would misread them.

    `wait` is the header Retry-After. The answer to a call is JSON; that to anything else may be a file.
    """
    if status < 300 and (not a_call or payload.startswith(_USUAL)):
        return status, payload
    answer = _parsed(payload)
    if status < 300:
        if answer is not None and answer.get("ok") is True and "result" in answer:
            return status, payload
        code = answer.get("error_code") if answer is not None and answer.get("ok") is False else None
        if not isinstance(code, int) or not 400 <= code < 600:
            raise Unanswered(f"The answer is not one of the Bot API's ({status})")
        status = code  # an error that is disguised as a success
    if status == _GATEWAY_TIMEOUT:
        raise Unanswered("Gateway Timeout (504)")
    words = answer.get("description") if answer is not None and answer.get("ok") is False else None
    told = _parameters(answer or {})
    if status == _TOO_MANY:
        told = {"retry_after": told.get("retry_after") or _positive(wait) or _UNSAID}
    if (status in _KNOWN and isinstance(words, str)) or (words and told) or status == _TOO_MANY:
        error = {"ok": False, "error_code": status, "description": words or "", "parameters": told}
        return status, _TOKEN.sub(b"bot***", json.dumps(error).encode())
    said = _TOKEN.sub(b"bot***", str(words).encode(errors="replace")).decode() if words else ""
    raise Answered(said or f"An answer {status} that is not the Bot API's", status)


def _parsed(payload: bytes) -> JSONDict | None:
    """The JSON object in a body; None where it holds none."""
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None


def _named(url: str, status: int, payload: bytes) -> tuple[int, bytes]:
    """The status and the body. Raises `Unanswered` where the answer to `getMe` names no bot."""
    if status >= 300 or not url.endswith("/getMe"):
        return status, payload
    bot = (_parsed(payload) or {}).get("result")
    wanted = {"id": int, "is_bot": bool, "first_name": str}
    if not isinstance(bot, dict) or any(type(bot.get(name)) is not kind for name, kind in wanted.items()):
        raise Unanswered("The answer names no bot")
    return status, payload


def _parameters(answer: JSONDict) -> dict[str, int]:
    """What an error says about the next attempt, if it is well said: where the group went, or how long to wait."""
    given = answer.get("parameters")
    if not isinstance(given, dict):
        return {}
    moved, wait = given.get("migrate_to_chat_id"), _positive(given.get("retry_after"))
    if type(moved) is int and moved:
        return {"migrate_to_chat_id": moved}
    return {"retry_after": wait} if wait else {}


def _positive(seconds: object) -> int:
    """That number of seconds, a day at most; 0 where it is none."""
    if isinstance(seconds, str):
        seconds = int(seconds) if seconds.isascii() and seconds.isdigit() and len(seconds) < 10 else 0
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not seconds > 0:
        return 0
    return ceil(min(_DAY, seconds))


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
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return NotSent(f"The proxy refuses to reach Telegram ({error.status})")
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return NotSent(f"The proxy cannot be reached ({name})")
    if isinstance(error, _BEFORE_WRITING):
        return NotSent(f"Telegram cannot be reached ({name})")
    if isinstance(error, TimeoutError):
        return Unanswered(f"Telegram did not answer in time ({name})")
    return Unanswered(f"The connection broke before the answer ({name})")
