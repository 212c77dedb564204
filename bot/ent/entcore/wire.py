"""Sends single requests to the server, never repeated; a failure tells whether the request was written.

Neither bodies nor cookies are ever logged: they hold passwords, codes and sessions.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

import aiohttp
from yarl import URL

from bot.ent.entcore.answers import Answer

log = logging.getLogger(__name__)

_HEADERS = {"User-Agent": "Palier", "Accept": "application/json", "Accept-Language": "fr"}
_AT_ONCE = 8  #: requests under way at a time; others wait here, outside the time limits
_PART = 64 * 1024
MOST = 4 * 1024 * 1024  #: bytes of an answer that are read, once it is decompressed
MOST_OF_A_LIST = 64 * 1024 * 1024  #: bytes of the list of a structure's accounts, of structures, or of reports
_LISTS = ("/users", "/list", "/reported")  # how their paths end
_BEFORE_WRITING = (
    aiohttp.ConnectionTimeoutError,  # also raised if no connection of the pool becomes free
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)


class NotSent(Exception):
    """The request was not sent, so nothing was done."""


class Unanswered(Exception):
    """The request was written, at least in part, and no answer came: it may have taken effect."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Time limits and waits, in seconds."""

    connect: float = 5.0
    read: float = 10.0
    reports: float = 10.0  #: for an answer with reports: the server never answers if one of them has no template
    pause: float = 0.2  #: before sending a request again
    lists: float = 2.0  #: for a school's list, when a single account is read
    locked: float = 900.0  #: without a login after a refused one: the server bans those who try on


@dataclass(frozen=True, slots=True)
class Call:
    """One request."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    #: the fields of a form; as pairs, where one stands in it several times
    form: Mapping[str, str] | tuple[tuple[str, str], ...] | None = field(default=None, repr=False)
    json: Mapping[str, Any] | None = None
    read: float | None = None  #: seconds to wait for the answer; None for `Patience.read`

    @property
    def acts(self) -> bool:
        """Whether the request may change something."""
        return self.method != "GET"


def segment(identifier: str) -> str:
    """The identifier quoted for a path; empty if it cannot be a part of one."""
    quoted = quote(identifier, safe="", errors="ignore")
    return "" if quoted.strip(".") == "" else quoted


class Wire:
    """The connections to one server."""

    def __init__(self, url: str, patience: Patience, proxy: str | None = None) -> None:
        self._url = url.rstrip("/")
        self._proxy = proxy
        self._patience = patience
        self._abreast = asyncio.Semaphore(_AT_ONCE)
        self._readers: aiohttp.ClientSession | None = None
        self._writers: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Closes every connection."""
        for session in (self._readers, self._writers):
            if session is not None:
                await session.close()
        self._readers = self._writers = None

    async def send(self, call: Call, headers: Mapping[str, str]) -> Answer:
        """The answer; redirections are not followed. Raises `NotSent` or `Unanswered` if none comes."""
        query = f"?{urlencode(call.query, errors='ignore')}" if call.query else ""
        url = URL(f"{self._url}{call.path}{query}", encoded=True)
        pairs = call.form.items() if isinstance(call.form, Mapping) else call.form
        form = None if pairs is None else aiohttp.FormData(list(pairs))
        given: dict[str, Any] = {"headers": dict(headers), "data": form, "json": call.json}
        given |= {"timeout": self._timeout(call), "allow_redirects": False, "proxy": self._proxy}
        try:
            async with self._abreast, self._session(call).request(call.method, url, **given) as came:
                answer = await _answer(came, MOST_OF_A_LIST if call.path.endswith(_LISTS) else MOST)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = _failure(error)
        else:
            log.debug("%s %s: %s", call.method, call.path, answer.status)
            return answer
        log.debug("%s %s: %s", call.method, call.path, failure)
        raise failure  # outside of `except`, so that the error's own text, which may hold secrets, is not chained

    def _session(self, call: Call) -> aiohttp.ClientSession:
        """The session with kept connections for reading; for acts, the one that opens a connection for each."""
        if self._readers is None or self._writers is None:
            self._readers, self._writers = _opened(force_close=False), _opened(force_close=True)
        return self._writers if call.acts else self._readers

    def _timeout(self, call: Call) -> aiohttp.ClientTimeout:
        connect, read = self._patience.connect, call.read or self._patience.read
        return aiohttp.ClientTimeout(total=connect + read, connect=connect, sock_connect=connect, sock_read=read)


def _opened(force_close: bool) -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(limit=_AT_ONCE, force_close=force_close)
    session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), headers=_HEADERS)
    session._retry_connection = False  # else aiohttp repeats a PUT by itself, unnoticed
    return session


async def _answer(came: aiohttp.ClientResponse, most: int) -> Answer:
    """The answer, with `most` bytes of its body. The time for all of it is limited by the request's timeout."""
    kind, cookies = came.headers.get("Content-Type", "").lower(), tuple(came.headers.getall("Set-Cookie", ()))
    location, asked, body = came.headers.get("Location", ""), str(came.url), bytearray()
    async for part in came.content.iter_chunked(_PART):
        body += part
        if len(body) > most:
            came.close()  # what is left is not fetched: the connection is not used again
            return Answer(came.status, location, asked, kind, bytes(body[:most]), cookies, cut=True)
    return Answer(came.status, location, asked, kind, bytes(body), cookies)


def _failure(error: BaseException) -> NotSent | Unanswered:
    name = type(error).__name__
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return NotSent(f"the proxy refuses to reach the ENT ({error.status})")
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return NotSent(f"the proxy cannot be reached ({name})")
    if isinstance(error, _BEFORE_WRITING):
        return NotSent(f"the ENT cannot be reached ({name})")
    if isinstance(error, TimeoutError):
        return Unanswered(f"the ENT did not answer in time ({name})")
    return Unanswered(f"the connection broke before the ENT’s answer ({name})")
