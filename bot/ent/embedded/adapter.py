"""The embedded ENT behind the port."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Row, bindparam, select

from bot.ent.embedded.accounts import complete
from bot.ent.embedded.folding import login_key
from bot.ent.embedded.search import search
from bot.ent.embedded.structures import lineage
from bot.ent.embedded.tables import ENT
from bot.terms import Account, Structure

T = TypeVar("T")
_ACCOUNTS = ENT.tables["ent_accounts"]
_BY_ID = select(_ACCOUNTS).where(_ACCOUNTS.c.id == bindparam("key"))
_BY_LOGIN = select(_ACCOUNTS).where(_ACCOUNTS.c.login == bindparam("key"))


class Database(Protocol):
    """What the embedded ENT asks of the records: functions run in transactions."""

    async def run(self, function: Callable[[Connection], T]) -> T:
        """What the function returns, after its commit."""
        ...

    async def read(self, function: Callable[[Connection], T]) -> T:
        """What the function reads of a consistent view."""
        ...


class EmbeddedDirectory:
    """A `Directory` over the tables of `bot.ent.embedded`; `bot.ent.directory` says what each call returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def account(self, account_id: str) -> Account | None:
        """The account with that identifier."""
        return await self._only(lambda connection: connection.execute(_BY_ID, {"key": account_id}).all())

    async def by_login(self, login: str) -> Account | None:
        """The account with that login, case ignored."""
        return await self._only(lambda connection: connection.execute(_BY_LOGIN, {"key": login_key(login)}).all())

    async def find(self, words: str, within: Sequence[str], limit: int) -> list[Account]:
        """Accounts whose names begin with each of the words, inside the structures `within`."""
        return await self._all(lambda connection: search(connection, words, within, limit))

    async def structure(self, structure_id: str) -> Structure | None:
        """The structure with that identifier."""
        return await self._database.read(lambda connection: lineage(connection, [structure_id]).get(structure_id))

    async def _only(self, query: Callable[[Connection], Sequence[Row[Any]]]) -> Account | None:
        found = await self._all(query)
        return found[0] if found else None

    async def _all(self, query: Callable[[Connection], Sequence[Row[Any]]]) -> list[Account]:
        return await self._database.read(lambda connection: complete(connection, query(connection)))
