"""Requests to the server, one at a time and never repeated; a failure tells whether anything was written.

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
_AT_ONCE = 8  #: requests under way together; the others wait here, where waiting does not count as being refused
_BEFORE_WRITING = (
    aiohttp.ConnectionTimeoutError,  # also: no connection of the pool became free
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)


class NotSent(Exception):
    """Nothing was written."""


class Unanswered(Exception):
    """The request was written, at least in part, and no answer came: it may have taken effect."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds."""

    connect: float = 5.0
    read: float = 10.0
    reports: float = 10.0  #: for the reports, whose route never answers where one of them has no template
    pause: float = 0.2  #: before asking once more
    lists: float = 2.0  #: for what only a school's list knows, when one account is looked at
    locked: float = 900.0  #: without any login after one was refused: the server bans who insists


@dataclass(frozen=True, slots=True)
class Call:
    """One request."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = field(default=None, repr=False)
    json: Mapping[str, Any] | None = None
    read: float | None = None  #: seconds to wait for its answer, where they differ

    @property
    def acts(self) -> bool:
        """Whether it changes anything."""
        return self.method != "GET"


def segment(identifier: str) -> str:
    """An identifier as a part of a path; empty where no path can hold it."""
    quoted = quote(identifier, safe="", errors="ignore")
    return "" if quoted.strip(".") == "" else quoted


class Wire:
    """The connections to one server."""

    def __init__(self, url: str, patience: Patience) -> None:
        self._url = url.rstrip("/")
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
        """The answer, wherever it would redirect to; `NotSent` or `Unanswered` where there is none."""
        query = f"?{urlencode(call.query, errors='ignore')}" if call.query else ""
        url = URL(f"{self._url}{call.path}{query}", encoded=True)
        form = None if call.form is None else aiohttp.FormData(dict(call.form))
        given: dict[str, Any] = {"headers": dict(headers), "data": form, "json": call.json}
        given |= {"timeout": self._timeout(call), "allow_redirects": False}
        try:
            async with self._abreast, self._session(call).request(call.method, url, **given) as came:
                answer = await _answer(came)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = _failure(error)
        else:
            log.debug("%s %s: %s", call.method, call.path, answer.status)
            return answer
        log.debug("%s %s: %s", call.method, call.path, failure)
        raise failure  # outside of `except`: the error's own text may hold what must not be shown

    def _session(self, call: Call) -> aiohttp.ClientSession:
        """One whose connections are kept for reading; for acts a fresh connection: one kept may be dead already."""
        if self._readers is None or self._writers is None:
            self._readers, self._writers = _opened(force_close=False), _opened(force_close=True)
        return self._writers if call.acts else self._readers

    def _timeout(self, call: Call) -> aiohttp.ClientTimeout:
        connect, read = self._patience.connect, call.read or self._patience.read
        return aiohttp.ClientTimeout(total=connect + read, connect=connect, sock_connect=connect, sock_read=read)


def _opened(force_close: bool) -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(limit=_AT_ONCE, force_close=force_close)
    session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), headers=_HEADERS)
    session._retry_connection = False  # else it repeats a PUT by itself, and we would not know
    return session


async def _answer(came: aiohttp.ClientResponse) -> Answer:
    kind, cookies = came.headers.get("Content-Type", "").lower(), tuple(came.headers.getall("Set-Cookie", ()))
    return Answer(came.status, came.headers.get("Location", ""), kind, await came.read(), cookies)


def _failure(error: BaseException) -> NotSent | Unanswered:
    name = type(error).__name__
    if isinstance(error, _BEFORE_WRITING):
        return NotSent(f"the ENT cannot be reached ({name})")
    if isinstance(error, TimeoutError):
        return Unanswered(f"the ENT did not answer in time ({name})")
    return Unanswered(f"the connection broke before the ENT’s answer ({name})")
