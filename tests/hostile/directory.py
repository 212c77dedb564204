"""A real ENT that answers one question with anything: it is declined or in doubt, and the next ones are answered."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from bot.ent.directory import Query, Reason
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.ent.entcore.wire import Patience
from bot.terms import Declined, InDoubt
from tests.entcore.standin import BOT, PASSWORD, Standin
from tests.hostile.answering import answer
from tests.hostile.checks import Log, keepable, listening
from tests.hostile.shape import Fed
from tests.people import NOON

_SCHOOL, _PUPIL = "jules-verne", "lea.martin"
_HASTE = Patience(connect=2.0, read=2.0, reports=2.0, pause=0.0, lists=2.0, locked=0.0)
_REPORT = "a-report"
_Asked = Callable[[EntcoreDirectory], Awaitable[object]]

#: by a letter that begins an input: the path that is answered with the rest of it, and what the bot asks there
_QUESTIONS: dict[str, tuple[str, _Asked]] = {
    "a": ("/directory/user/lea", lambda ent: ent.account(_PUPIL)),
    "b": (f"/directory/structure/{_SCHOOL}/users", lambda ent: ent.search(Query("martin"), [_SCHOOL], 5)),
    "c": ("/directory/structure/admin/list", lambda ent: ent.schools([_SCHOOL])),
    "d": ("/directory/user/admin/list", lambda ent: ent.by_login("unknown.alias")),
    "e": ("/directory/class/admin/list", lambda ent: ent.classes(_SCHOOL)),
    "f": ("/directory/group/admin/list", lambda ent: ent.groups(_SCHOOL)),
    "g": ("/admin/api/block/traces", lambda ent: ent.block_traces(_SCHOOL)),
    "h": ("/timeline/reported", lambda ent: ent.reports(_SCHOOL, treated=False)),
    "i": ("/auth/generatePasswordRenewalCode", lambda ent: ent.renew_code(_PUPIL)),
    "j": ("/auth/sendResetPassword", lambda ent: ent.mail_reset("parent")),
    "k": ("/auth/block", lambda ent: ent.block(_PUPIL, False)),
    "l": (f"/timeline/{_REPORT}", lambda ent: ent.keep_report(_SCHOOL, _REPORT)),
    "m": ("/auth/login", lambda ent: ent.account(_PUPIL)),
    "n": ("/auth/user/requirements", lambda ent: ent.server.session.requirements()),
}
_ACTS = "ijkl"


class Answering(Standin):
    """The stand-in, which answers the calls of one path with bytes that were given."""

    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        self.raw = b""

    @web.middleware
    async def _failing(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        if not self.path or not request.path.startswith(self.path):
            return await handler(request)
        await request.read()
        assert request.transport is not None
        request.transport.write(self.raw)
        request.transport.close()
        return web.Response()


class Asking:
    """The adapter, whose questions are answered with anything."""

    def __init__(self, standin: Answering, log: Log) -> None:
        self._standin = standin
        self._log = log

    async def feed(self, raw: bytes) -> None:
        """Asks what the first letter of the input says, which is answered with the rest of it."""
        letter = chr(raw[0]) if raw[:1] and chr(raw[0]) in _QUESTIONS else "a"
        self._standin.path, ask = _QUESTIONS[letter]
        self._standin.raw = raw[1:]
        ent = EntcoreDirectory(self._standin.url, BOT, PASSWORD, patience=_HASTE)
        try:
            await self._asked(ent, ask, acts=letter in _ACTS)
            self._standin.path = ""
            ent.server._trees._held.clear()  # else an honest answer would only come minutes later
            assert await ent.account(_PUPIL) is not None
            assert await ent.classes(_SCHOOL)
        finally:
            self._standin.path = ""
            await ent.close()
        self._log.check()

    async def _asked(self, ent: EntcoreDirectory, ask: _Asked, acts: bool) -> None:
        """Asks; a refusal must have a reason that is known, and only an act may be in doubt."""
        try:
            keepable(await ask(ent))
        except Declined as no:
            Reason(no.reason)
        except InDoubt:
            assert acts


@asynccontextmanager
async def directory() -> AsyncIterator[Fed]:
    """The entrance of the ENT's answers, over HTTP."""
    with listening(PASSWORD) as log:
        standin = Answering()
        async with standin:
            standin.town.report(_SCHOOL, "eleve", "<p>un</p>", {"parent": NOON}, _REPORT)
            yield Fed(Asking(standin, log).feed, [seed async for seed in _seeds(standin)])


async def _seeds(standin: Answering) -> AsyncIterator[bytes]:
    """For each question, what the stand-in answers, and refusals of every kind."""
    ent = EntcoreDirectory(standin.url, BOT, PASSWORD, patience=_HASTE)
    await ent.account(_PUPIL)
    cookies = (await ent.server.session._entered(None)).copy()
    await ent.close()
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    query = {"structureId": _SCHOOL, "structure": _SCHOOL, "pending": "true"}
    async with ClientSession(headers=headers) as client:
        for letter, (path, _) in _QUESTIONS.items():
            path = {"a": f"/directory/user/{_PUPIL}", "g": f"{path}/{_SCHOOL}"}.get(letter, path)
            async with client.get(standin.url + path, params=query, allow_redirects=False) as came:
                yield letter.encode() + answer(await came.read(), came.status)
            for place in ("/auth/login?callback=x", "/auth/validate-mfa", "https://ent.example/"):
                yield letter.encode() + answer(b"", 302, more=[f"Location: {place}", "Set-Cookie: a=b; Path=/"])
            yield letter.encode() + answer(
                b'{"renewalCode": "abc", "number": 1}', more=["Set-Cookie: oneSessionId=1"]
            )
            yield letter.encode() + answer(b"<html>...</html>", 502, "text/html")
