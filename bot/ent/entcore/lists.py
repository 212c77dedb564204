"""Searches of a real ENT, done over the lists of whole structures that it gives."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ent.entcore.narrowing import page
from bot.ent.entcore.server import Slice
from bot.ent.lists import Found, Lists, Query


class EntcoreLists(Slice, Lists):
    """Searches accounts in the lists; these tell no e-mail address, no family and no last login."""

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page of the accounts of those structures and below, if the bot's account administers them."""
        scope = [structure.id for structure in (await self._server.tree()).below(within)]
        lists = await self._server.lists.all(scope)
        return page(query, (card for listed in lists for card in listed), frozenset(scope), limit, after)
