"""Accounts of a real ENT, read from their cards."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.ent.accounts import Accounts
from bot.ent.entcore.cards import completed
from bot.ent.entcore.server import Slice
from bot.ent.reasons import Reason
from bot.folding import login_key
from bot.terms import Account, Declined


class EntcoreAccounts(Slice, Accounts):
    """Reads accounts over HTTP."""

    async def account(self, account_id: str, places: Sequence[str] = ()) -> Account | None:
        """The account of that card, with what only the lists of its structures tell; None if there is none."""
        card = await self._server.card(account_id)
        if card is None:
            return None
        own = (await self._server.tree()).own
        places = [place.id for place in card.account.places if place.id in own]
        patience = self._server.patience.lists
        lists = await asyncio.gather(*(self._server.lists.soon(place, patience) for place in places))
        return completed(card, (one for listed in lists for one in listed or ()))

    async def accounts(self, ids: Sequence[str]) -> list[Account]:
        """The accounts with those identifiers, in the order given; those that the bot may not see are left out."""
        found = await asyncio.gather(*map(self._seen, dict.fromkeys(ids)))
        return [account for account in found if account is not None]

    async def by_login(self, login: str) -> Account | None:
        """The account with that login or alias, in the structures that the bot's account administers."""
        wanted, own = login_key(login), (await self._server.tree()).own
        lists, lost = await self._server.lists.some(sorted(own)) if wanted else ([], None)
        found = next((card for listed in lists for card in listed if wanted in card.logins), None)
        if found is None and lost is not None:  # the account may be in the list that did not come
            raise lost
        return await self.account(found.account.id) if found else None

    async def _seen(self, account_id: str) -> Account | None:
        """The account; None also where the bot may not see it: a child's other parent may be of another school."""
        try:
            return await self.account(account_id)
        except Declined as no:
            if no.reason != Reason.FORBIDDEN:
                raise
            return None
