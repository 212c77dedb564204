"""The embedded ENT's own pages, for the demo: people log in, publish and report."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from secrets import token_hex
from typing import Any, Literal

from sqlalchemy import Connection, Row, bindparam, literal, select

from bot.ent.embedded import announcements, codes, entering
from bot.ent.embedded.accounts import by_id
from bot.ent.embedded.cards import complete
from bot.ent.embedded.database import Database, now
from bot.ent.embedded.guessing import Guessing
from bot.ent.embedded.reports import name
from bot.ent.embedded.tables import ENT
from bot.folding import login_key
from bot.terms import Account
from bot.terms.announcements import Announced

_SHORTEST = 8  # characters of a password
_WALL = 50  # publications shown
_MAILBOX = 20  # messages shown
_OFFERED = 200  # logins offered
_LONGEST_KEY = 200  # characters of a login under which tries are counted

_ACCOUNTS = ENT.tables["ent_accounts"]
_PUBLICATIONS = ENT.tables["ent_publications"]
_REPORTS = ENT.tables["ent_reports"]
_MESSAGES = ENT.tables["ent_messages"]
_EVERYBODY = select(_ACCOUNTS).order_by(_ACCOUNTS.c.sort_name, _ACCOUNTS.c.id).limit(_OFFERED)
_SEEN = _PUBLICATIONS.c.school.in_(bindparam("schools", expanding=True)) & _PUBLICATIONS.c.hidden.is_(False)
_RECEIVED = (
    select(_MESSAGES)
    .where(_MESSAGES.c.account == bindparam("reader"))
    .order_by(_MESSAGES.c.at.desc(), _MESSAGES.c.id.desc())
    .limit(_MAILBOX)
)
_MINE = (
    select(literal(1))
    .where(_REPORTS.c.publication == _PUBLICATIONS.c.id, _REPORTS.c.reporter == bindparam("reader"))
    .exists()
)
_SHOWN = (
    select(_PUBLICATIONS, _ACCOUNTS.c.first_name, _ACCOUNTS.c.last_name, _MINE.label("reported"))
    .join(_ACCOUNTS, _ACCOUNTS.c.id == _PUBLICATIONS.c.author)
    .where(_SEEN)
    .order_by(_PUBLICATIONS.c.at.desc(), _PUBLICATIONS.c.id.desc())
    .limit(_WALL)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """The outcome of an attempt to log in; `account` is set if it is "in"."""

    #: `choose`: the code is good, a password is needed; `later`: nothing was tried, since too many tries failed
    outcome: Literal["in", "choose", "wrong", "blocked", "weak", "later"]
    account: Account | None = None
    wait: int = 0  #: seconds until one may try again, where the outcome is "later"


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication, as one reader sees it."""

    id: str
    author: str
    author_name: str
    html: str
    at: datetime
    reported: bool  #: whether this reader reported it


@dataclass(frozen=True, slots=True)
class Received:
    """A message in the mailbox of one account."""

    subject: str
    html: str
    at: datetime


class Portal:
    """What people with an account may do. Calls `on_report` after each new report."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime] = now,
        on_report: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._on_report = on_report
        self._guessing = Guessing(clock)
        self._hashing = asyncio.Semaphore(1)  # one thread at most: the bot needs the others

    async def sign_in(self, login: str, secret: str, address: str = "", browser: str = "") -> Entry:
        """Logs in with a password ("in"), or checks a code ("choose" if it is good). Else "wrong" or "blocked".

        "later" where too many tries failed before; `browser` is set for one that entered with this login before.
        """
        key = login_key(login)[:_LONGEST_KEY]
        if wait := self._guessing.take(key, address, browser):
            return Entry("later", wait=wait)
        row, proof = await self._proof(login, secret)
        if row is None or proof is entering.Proof.NONE:
            return Entry("wrong")
        self._guessing.entered(key, address, browser)
        if row.blocked:
            return Entry("blocked")
        if proof is entering.Proof.CODE:
            return Entry("choose")
        moment = self._clock()
        await self._database.run(lambda connection: entering.enter(connection, row.id, moment))
        return Entry("in", await self._account(row.id))

    async def choose(self, login: str, code: str, password: str, address: str = "") -> Entry:
        """Logs in with a code and a new password: uses the code up and activates the account.

        A password that is too short ("weak") leaves the code usable. Else "wrong", "blocked" or "later".
        """
        key = login_key(login)[:_LONGEST_KEY]
        if wait := self._guessing.take(key, address, ""):
            return Entry("later", wait=wait)
        row, proof = await self._proof(login, code)
        if row is None or proof is not entering.Proof.CODE:
            return Entry("wrong")
        self._guessing.entered(key, address, "")
        if row.blocked:
            return Entry("blocked")
        if len(password) < _SHORTEST:
            return Entry("weak")
        async with self._hashing:
            kept, moment = await asyncio.to_thread(codes.hashed, password), self._clock()
        if not await self._database.run(lambda connection: entering.consume(connection, row, kept, moment)):
            return Entry("wrong")
        return Entry("in", await self._account(row.id))

    async def people(self) -> list[Account]:
        """The first 200 accounts by name, whose logins the page offers."""
        return await self._database.read(lambda c: complete(c, c.execute(_EVERYBODY).all()))

    async def publish(self, account_id: str, text: str) -> None:
        """Publishes a text in the account's first school; does nothing if the text is empty or there is no school."""
        account = await self._account(account_id)
        if account is None or not account.places or not text.strip():
            return
        row = {
            "id": token_hex(8),
            "author": account_id,
            "school": account.places[0].id,
            "kind": "BLOG",
            "html": f"<p>{escape(text.strip())}</p>".replace("\n", "<br>"),
            "at": self._clock(),
            "hidden": False,
        }
        await self._database.run(lambda connection: connection.execute(_PUBLICATIONS.insert(), row).rowcount)

    async def wall(self, account_id: str) -> list[Publication]:
        """The latest publications of the account's schools, newest first; empty for an unknown account."""
        account = await self._account(account_id)
        if account is None:
            return []
        asked = {"schools": [place.id for place in account.places], "reader": account_id}
        return await self._database.read(lambda c: [_publication(row) for row in c.execute(_SHOWN, asked)])

    async def banners(self, account_id: str) -> list[Announced]:
        """The announcements that the account sees and has not read yet; empty for an unknown account."""
        account = await self._account(account_id)
        if account is None:
            return []
        moment = self._clock()
        return await self._database.read(lambda connection: announcements.unread(connection, account, moment))

    async def read_banner(self, account_id: str, announcement_id: str) -> None:
        """Counts that the account has read an announcement that it sees: it is not shown again."""
        if any(one.id == announcement_id for one in await self.banners(account_id)):
            await self._database.run(lambda c: announcements.read_by(c, announcement_id, account_id))

    async def mailbox(self, account_id: str) -> list[Received]:
        """The latest messages that the account received, newest first."""
        rows = await self._database.read(lambda c: c.execute(_RECEIVED, {"reader": account_id}).all())
        return [Received(row.subject, row.html, row.at) for row in rows]

    async def report(self, account_id: str, publication_id: str) -> bool:
        """Reports a publication; False if this account reported it before, or cannot read it."""
        account = await self._account(account_id)
        schools = [place.id for place in account.places] if account else []
        row = {"publication": publication_id, "reporter": account_id, "at": self._clock()}
        fresh = await self._database.run(lambda connection: _report(connection, row, schools))
        if fresh:
            self._on_report()
        return fresh

    async def _account(self, account_id: str) -> Account | None:
        return next(iter(await self._database.read(lambda connection: by_id(connection, [account_id]))), None)

    async def _proof(self, login: str, secret: str) -> tuple[Row[Any] | None, entering.Proof]:
        """The row that `entering.door` gives for the login, and what the secret is for it.

        Takes as long for a login that nobody has as for any other.
        """

        def look(connection: Connection) -> tuple[Row[Any] | None, str]:
            row = entering.door(connection, login)
            return row, codes.activation_code(connection, "" if row is None else row.id)

        row, activation = await self._database.run(look)
        async with self._hashing:
            return row, await asyncio.to_thread(entering.proof, row, activation, secret, self._clock())


def _publication(row: Any) -> Publication:
    return Publication(row.id, row.author, name(row), row.html, row.at, row.reported)


def _report(connection: Connection, row: dict[str, Any], schools: list[str]) -> bool:
    """Inserts the report; False if the reporter cannot read the publication, or reported it before."""
    seen = select(_PUBLICATIONS.c.id).where(_SEEN, _PUBLICATIONS.c.id == row["publication"]).with_for_update()
    if connection.execute(seen, {"schools": schools}).first() is None:
        return False
    before = select(_REPORTS.c.at).where(
        _REPORTS.c.publication == row["publication"], _REPORTS.c.reporter == row["reporter"]
    )
    if connection.execute(before).first():
        return False
    connection.execute(_REPORTS.insert(), row)
    return True
