"""Searches of the embedded ENT; `search.py` finds the identifiers, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from bot.ent.embedded.accounts import by_id
from bot.ent.embedded.database import Slice
from bot.ent.embedded.search import search
from bot.ent.lists import Found, Lists, Query


class EmbeddedLists(Slice, Lists):
    """Searches accounts in the tables."""

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page of the accounts that the query finds in the structures `within` and below them."""

        def read(connection: Connection) -> Found:
            page = search(connection, query, within, limit, after)
            accounts = by_id(connection, page.ids)
            return Found(tuple(accounts), page.ids[-1] if page.more else "", page.count)

        return await self._database.read(read, long=True)
