"""Searches of a real ENT, done over the lists of whole structures that it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ent.entcore.narrowing import page
from bot.ent.entcore.server import Slice
from bot.ent.lists import Found, Lists, Query
from bot.folding import login_key


class EntcoreLists(Slice, Lists):
    """Searches accounts in the lists; these tell no e-mail address, no family and no last login."""

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page of the accounts of those structures and below, if the bot's account administers them."""
        scope = [structure.id for structure in (await self._server.tree()).below(within)]
        cards = [card for listed in await self._server.lists.all(scope) for card in listed]
        found = page(query, cards, frozenset(scope), limit, after)
        if found.accounts or after or not query.words:
            return found
        alias = await self._server.by_alias(login_key(query.words), scope)
        login = next((card.login for card in cards if alias and card.account.id == alias), "")
        return page(replace(query, words=login), cards, frozenset(scope), limit, after) if login else found
