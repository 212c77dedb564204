"""The embedded ENT behind the port."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, TypeVar

from sqlalchemy import BindParameter, Connection, bindparam, select

from bot.ent.directory import BlockTrace, Code, Found, Query, Report
from bot.ent.embedded import acts, codes, reports, structures
from bot.ent.embedded.accounts import complete
from bot.ent.embedded.search import search
from bot.ent.embedded.tables import ENT
from bot.folding import login_key, storable
from bot.terms import Account, Structure

T = TypeVar("T")
_CODES_LIVE = timedelta(hours=24)
_ACCOUNTS = ENT.tables["ent_accounts"]
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_BY_ID = select(_ACCOUNTS).where(_ACCOUNTS.c.id.in_(_IDS))
_BY_LOGIN = select(_ACCOUNTS).where(_ACCOUNTS.c.login == bindparam("key"))


class Database(Protocol):
    """What the embedded ENT asks of the records: functions run in transactions."""

    async def run(self, function: Callable[[Connection], T]) -> T:
        """What the function returns, after its commit."""
        ...

    async def read(self, function: Callable[[Connection], T], *, long: bool = False) -> T:
        """What the function reads of a consistent view; a long one holds up nobody."""
        ...


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class EmbeddedDirectory:
    """A `Directory` over the tables of `bot.ent.embedded`; `bot.ent.directory` says what each call returns."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    async def account(self, account_id: str) -> Account | None:
        """The account with that identifier."""
        found = await self.accounts([account_id])
        return found[0] if found else None

    async def accounts(self, ids: Sequence[str]) -> list[Account]:
        """Those of the accounts that exist, in the order asked."""
        return await self._database.read(lambda connection: by_id(connection, ids))

    async def by_login(self, login: str) -> Account | None:
        """The account with that login, case ignored."""

        def read(connection: Connection) -> list[Account]:
            return complete(connection, connection.execute(_BY_LOGIN, {"key": login_key(login)}).all())

        found = await self._database.read(read)
        return found[0] if found else None

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page of the accounts of the structures `within` and below them that the query finds."""

        def read(connection: Connection) -> Found:
            page = search(connection, query, within, limit, after)
            accounts = by_id(connection, page.ids)
            return Found(tuple(accounts), page.ids[-1] if page.more else "", page.count)

        return await self._database.read(read, long=True)

    async def structure(self, structure_id: str) -> Structure | None:
        """The structure with that identifier."""
        found = await self._database.read(lambda connection: structures.lineage(connection, [structure_id]))
        return found.get(structure_id)

    async def schools(self, within: Sequence[str]) -> list[Structure]:
        """The schools among those structures and below them, by name."""
        return await self._database.read(lambda connection: structures.schools(connection, within))

    async def classes(self, school: str) -> list[Structure]:
        """The classes of a school, by name."""
        return await self._database.read(lambda connection: structures.classes(connection, school))

    async def groups(self, school: str) -> list[str]:
        """The names of a school's manual groups, in order."""
        return await self._database.read(lambda connection: structures.groups(connection, school))

    async def renew_code(self, account_id: str) -> Code:
        """A new renewal code, in place of the one before."""
        code, hash_, expires_at = await self._coined()
        await self._database.run(lambda connection: acts.renew(connection, account_id, hash_, expires_at))
        return Code(code, expires_at)

    async def activation_code(self, account_id: str) -> str:
        """The activation code of an account never activated."""
        return await self._database.run(lambda connection: acts.activation_code(connection, account_id))

    async def mail_reset(self, account_id: str) -> str:
        """The address that a link would go to; a code made before is worth nothing afterwards."""
        _, hash_, expires_at = await self._coined()
        return await self._database.run(lambda connection: acts.mail(connection, account_id, hash_, expires_at))

    async def block(self, account_id: str, blocked: bool) -> None:
        """Blocks or unblocks an account."""
        await self._database.run(lambda connection: acts.block(connection, account_id, blocked))

    async def block_traces(self, school: str) -> list[BlockTrace]:
        """The whole profiles blocked and unblocked in the school, newest first."""
        return await self._database.read(lambda connection: acts.block_traces(connection, school))

    async def reports(self, school: str, treated: bool, page: int = 0) -> list[Report]:
        """A page of the school's reports, newest first."""
        return await self._database.read(lambda connection: reports.reports(connection, school, treated, page))

    async def keep_report(self, school: str, report_id: str) -> None:
        """Lets a reported publication stand."""
        await self._judge(school, report_id, "kept")

    async def delete_report(self, school: str, report_id: str) -> None:
        """Hides a reported publication from everyone, for good."""
        await self._judge(school, report_id, "deleted")

    async def _judge(self, school: str, report_id: str, verdict: str) -> None:
        now = self._clock()
        await self._database.run(lambda connection: reports.judge(connection, school, report_id, verdict, now))

    async def _coined(self) -> tuple[str, str, datetime]:
        """A code, what is kept of it, and until when it is good."""
        code = codes.new_code()
        return code, await asyncio.to_thread(codes.hashed, code), self._clock() + _CODES_LIVE


def by_id(connection: Connection, ids: Sequence[str]) -> list[Account]:
    """Those of the accounts that exist, in the order asked, each once."""
    asked = list(dict.fromkeys(map(storable, ids)))
    rows = {row.id: row for row in connection.execute(_BY_ID, {"ids": asked})} if asked else {}
    return complete(connection, [rows[key] for key in asked if key in rows])
