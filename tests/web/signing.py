"""A browser that signs in to the stand-in of an ENT ONE, and the bot's two pages of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import parse_qs, quote, urlsplit

import aiohttp
from yarl import URL

from bot.ent.entcore.signing_in import EntcoreSignIn
from bot.terms import Button, Refusal
from bot.web.server import WebServer
from bot.web.signing_in import SIGN_IN_PATH, SignInPages
from bot.workflows.desk import Caller, Desk
from bot.workflows.people import signing_in
from tests.entcore.conftest import HASTE
from tests.entcore.oauth import CLIENT, SECRET, user_of
from tests.entcore.standin import Standin

TELEGRAM = "https://t.me/assistance_bot"


@dataclass(slots=True)
class Page:
    """What the browser shows at the end of a way."""

    status: int
    text: str
    url: URL
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def way(self) -> str:
        """What the button of the page has Telegram send to the bot after `/start`."""
        address = self.text.partition('class="button" href="')[2].partition('"')[0]
        return parse_qs(urlsplit(unescape(address)).query)["start"][0]


class Browser:
    """A person's browser, which follows redirections and keeps the session of the ENT."""

    def __init__(self, standin: Standin, http: aiohttp.ClientSession) -> None:
        self._standin = standin
        self._http = http
        self._cookies: dict[str, str] = {}

    def sign_in(self, login: str) -> None:
        """Signs in to the ENT as that account, without its form."""
        user = user_of(self._standin.town, login)
        ticket = f"session-of-{user.id}"
        self._standin._sessions[ticket] = user.id, "unused"
        self._cookies = {"oneSessionId": ticket}

    async def open(self, address: str, **headers: str) -> Page:
        """The page at that address, once no redirection is left; or the ENT's login page."""
        for _ in range(6):
            url = URL(address, encoded=True)
            sent = {"Cookie": "; ".join(f"{n}={v}" for n, v in self._cookies.items()), **headers}
            async with self._http.get(url, allow_redirects=False, headers=sent) as came:
                text, where = await came.text(), came.headers.get("Location", "")
                page = Page(came.status, text, url, dict(came.headers))
            if not where:
                return page
            address = where if "://" in where else f"{url.origin()}{where}"
            if urlsplit(address).path in ("/", "/auth/login"):
                return Page(came.status, "", URL(address, encoded=True))
        raise AssertionError("redirected without an end")


@dataclass(slots=True)
class Door:
    """A desk that people may be linked to by signing in, the ENT, and the bot's pages."""

    desk: Desk
    standin: Standin
    http: aiohttp.ClientSession
    url: str

    def browser(self, login: str = "") -> Browser:
        """A browser, in which that account is signed in to the ENT; nobody where it is empty."""
        made = Browser(self.standin, self.http)
        if login:
            made.sign_in(login)
        return made

    async def button(self, caller: Caller) -> str:
        """The address of the button that a stranger is offered."""
        told = await signing_in.beside(self.desk, caller, Refusal("unlinked"))
        ((button,),) = told.buttons
        assert isinstance(button, Button)
        return button.url

    async def state(self, caller: Caller) -> str:
        """The state of a sign-in that the caller begins."""
        return (await self.button(caller)).rpartition("/")[2]

    def returning(self, **query: str) -> str:
        """The address to which the ENT sends a browser back with these."""
        return f"{self.url}{SIGN_IN_PATH}?" + "&".join(f"{n}={quote(v, safe='')}" for n, v in query.items())


@asynccontextmanager
async def opened(desk: Desk, standin: Standin, secret: str = SECRET) -> AsyncIterator[Door]:
    """Opens the bot's pages for that desk, whose people sign in at that ENT."""
    server = WebServer("127.0.0.1", 0, SignInPages(desk, lambda: TELEGRAM).routes())
    await server.start()
    url = f"http://127.0.0.1:{server.port}"
    made = EntcoreSignIn(standin.url, CLIENT, secret, f"{url}{SIGN_IN_PATH}", patience=HASTE)
    desk.sign_in = made
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        try:
            yield Door(desk, standin, http, url)
        finally:
            await made.close()
            await server.stop()
