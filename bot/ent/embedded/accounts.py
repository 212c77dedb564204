"""Accounts of the embedded ENT, read by identifier or by login."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from bot.ent.accounts import Accounts
from bot.ent.embedded.cards import complete
from bot.ent.embedded.database import Slice
from bot.ent.embedded.tables import ENT
from bot.folding import login_key, storable
from bot.terms import Account

_ACCOUNTS = ENT.tables["ent_accounts"]
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_BY_ID = select(_ACCOUNTS).where(_ACCOUNTS.c.id.in_(_IDS))
_BY_LOGIN = select(_ACCOUNTS).where(_ACCOUNTS.c.login == bindparam("key"))


class EmbeddedAccounts(Slice, Accounts):
    """Reads accounts from the tables."""

    async def account(self, account_id: str, places: Sequence[str] = (), *, briefly: bool = False) -> Account | None:
        """The account with that identifier; None if there is none."""
        found = await self.accounts([account_id])
        return found[0] if found else None

    async def accounts(self, ids: Sequence[str]) -> list[Account]:
        """The accounts with those identifiers, in the order given."""
        return await self._database.read(lambda connection: by_id(connection, ids))

    async def by_login(self, login: str) -> Account | None:
        """The account with that login, ignoring case; None if there is none."""

        def read(connection: Connection) -> list[Account]:
            return complete(connection, connection.execute(_BY_LOGIN, {"key": login_key(login)}).all())

        found = await self._database.read(read)
        return found[0] if found else None


def by_id(connection: Connection, ids: Sequence[str]) -> list[Account]:
    """The accounts with those identifiers, in the order given, each once; unknown identifiers are left out."""
    asked = list(dict.fromkeys(map(storable, ids)))
    rows = {row.id: row for row in connection.execute(_BY_ID, {"ids": asked})} if asked else {}
    return complete(connection, [rows[key] for key in asked if key in rows])
