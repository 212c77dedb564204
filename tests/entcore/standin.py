"""A stand-in for an ENT ONE server, written from its contract, with its oddities."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from types import TracebackType
from urllib.parse import quote

from aiohttp import web

from tests.entcore import (
    administrators,
    announcements,
    attachments,
    blocks,
    classes,
    communication,
    creation,
    directory,
    duplicates,
    groups,
    messages,
    oauth,
    passwords,
    reports,
    services,
    statistics,
)
from tests.entcore.faults import ACTIVATION_FORM, LOGIN_FORM, Fault, Planned, answer, page, redirected
from tests.entcore.filters import CALLER, STANDIN
from tests.entcore.town import BOT, PASSWORD, Town, User

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_ACTS = ("POST", "PUT", "DELETE")


class Standin:
    """The server, and the calls it received; `complaints` are breaches of the contract by its client."""

    def __init__(self, town: Town | None = None) -> None:
        self.town = town or Town()
        self.url = ""
        self.calls: list[tuple[str, str]] = []
        self.complaints: list[str] = []
        self.given: list[tuple[str, str]] = []  #: the ticket and the anti-forgery token of every session
        self.mfa = False  #: whether the console's routes ask for a confirmation by code
        self.applications = oauth.Applications()
        self.hanging = asyncio.Event()  #: set while a call hangs
        self._faults: list[Planned] = []
        self._sessions: dict[str, tuple[str, str]] = {}
        self._released = asyncio.Event()
        app = web.Application(middlewares=[self._failing, self._secured])
        app[STANDIN] = self
        app.add_routes(
            [web.post("/auth/login", self._log_in), web.get("/auth/user/requirements", self._requirements)]
        )
        nouns = (administrators, announcements, attachments, blocks, classes, communication, creation, directory)
        for noun in (*nouns, duplicates, groups, messages, oauth, passwords, reports, services, statistics):
            app.add_routes(noun.ROUTES)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> Standin:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._released.set()
        await self._runner.cleanup()

    @property
    def bot(self) -> User:
        """The bot's own account."""
        return self.town.users["bot"]

    def fail(self, path: str, fault: Fault, times: int = 1) -> None:
        """Makes the next calls whose path begins so fail in that way."""
        self._faults.append(Planned(fault, path, times))

    def heal(self) -> None:
        """Ends every failure that was planned."""
        self._faults.clear()

    def asked(self, path: str) -> int:
        """The number of calls whose path begins so."""
        return sum(called.startswith(path) for _, called in self.calls)

    def signed_in(self, request: web.Request) -> User | None:
        """Whoever is signed in in the browser that sent this; None if nobody is."""
        user, _ = self._sessions.get(request.cookies.get("oneSessionId", ""), ("", ""))
        return self.town.users.get(user)

    async def never(self) -> None:
        """Does not go on as long as the server runs."""
        self.hanging.set()
        await self._released.wait()

    def forget_sessions(self) -> None:
        """Ends every session, as a restart of the server does."""
        self._sessions.clear()

    @web.middleware
    async def _failing(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        self.calls.append((request.method, request.path))
        self._look_at(request)
        planned = next((f for f in self._faults if f.times and request.path.startswith(f.path)), None)
        if planned is None:
            return await handler(request)
        planned.times -= 1
        if planned.fault is Fault.HANG:
            await self.never()
        if planned.fault is Fault.CUT_AFTER:
            await handler(request)
        if planned.fault in (Fault.HANG, Fault.CUT_BEFORE, Fault.CUT_AFTER):
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        if planned.fault is Fault.ENDED:
            self.forget_sessions()
        return answer(planned.fault, request.url)

    @web.middleware
    async def _secured(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """The real server's filters, in its order."""
        if request.path in ("/auth/login", *oauth.PATHS):  # these look at the session, or at a token, themselves
            return await handler(request)
        user, token = self._sessions.get(request.cookies.get("oneSessionId", ""), ("", ""))
        if not user:
            gone = redirected(f"/auth/login?callback={quote(str(request.url), safe='')}")
            gone.headers.add("Set-Cookie", "oneSessionId=; Max-Age=0; Path=/")
            return gone
        if request.method in _ACTS and request.headers.get("X-XSRF-TOKEN") != token:
            return web.json_response({"error": "invalid.xsrf.token"}, status=403)
        if self.mfa and getattr(request.match_info.handler, "console", False):
            return redirected(f"/auth/validate-mfa?force=true&redirect={quote(str(request.url), safe='')}")
        request[CALLER] = self.town.users[user]
        return await handler(request)

    async def _log_in(self, request: web.Request) -> web.Response:
        form = await request.post()
        login, password = form.get("email"), form.get("password")
        user = next((u for u in self.town.users.values() if login in (u.login, u.alias)), None)
        if user is not None and user.code and user.code == password:
            return page(200, ACTIVATION_FORM)
        if user is not None and user.renewal and user.renewal == password:
            return redirected(f"/auth/reset/{password!s}")
        if user is None or user.password != password or user.blocked:
            return page(200, LOGIN_FORM)
        # Signed like the real one's: with characters that a cookie parser would change.
        ticket, token = f"{uuid.uuid4()}:a+b/c=={len(self.calls)}", str(uuid.uuid4())
        self._sessions[ticket] = user.id, token
        self.given.append((ticket, token))
        entered = redirected("/timeline/timeline")
        for cookie in (f"oneSessionId={ticket}", "authenticated=true", f"XSRF-TOKEN={token}"):
            entered.headers.add("Set-Cookie", f"{cookie}; Path=/; Secure; HttpOnly; SameSite=Strict")
        return entered

    async def _requirements(self, _request: web.Request) -> web.Response:
        needs = dict.fromkeys(("forceChangePassword", "needRevalidateTerms", "needRevalidateEmail"), False)
        return web.json_response(
            {**needs, "needRevalidateMobile": False, "needMfa": self.mfa, "mfaProtectedUrls": []}
        )

    def _look_at(self, request: web.Request) -> None:
        """Adds to the complaints what a well-behaved client would not send."""
        if request.path == oauth.PATHS[0]:
            return  # a person's browser, not the bot
        wanted = {"Accept": "application/json", "Accept-Language": "fr"}
        for name, value in wanted.items():
            if request.headers.get(name) != value:
                self.complaints.append(f"{request.path}: {name} is {request.headers.get(name)}")
        if request.headers.get("User-Agent", "X-APP").startswith(("X-APP", "Python", "Mozilla")):
            self.complaints.append(f"{request.path}: {request.headers.get('User-Agent')}")
        if (
            request.method == "GET"
            and request.path.startswith("/auth/")
            and request.path not in ("/auth/user/requirements", oauth.PATHS[2])
        ):
            self.complaints.append(f"{request.path}: a redirection was followed")


__all__ = ["BOT", "PASSWORD", "Fault", "Standin"]
