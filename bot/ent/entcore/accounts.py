"""Accounts of a real ENT, read from their cards."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.ent.accounts import Accounts
from bot.ent.entcore.cards import Card, completed
from bot.ent.entcore.server import Slice
from bot.ent.reasons import Reason
from bot.folding import login_key
from bot.terms import Account, Declined


class EntcoreAccounts(Slice, Accounts):
    """Reads accounts over HTTP."""

    async def account(self, account_id: str, places: Sequence[str] = ()) -> Account | None:
        """The account of that card, with what only the lists of its structures tell.

        The server refuses the card of an account that is gone just as that of one out of scope: then the account is
        looked for in the lists of `places`, and of the structures where it was seen before. In none of them: None.
        """
        try:
            card = await self._server.card(account_id)
        except Declined as no:
            if no.reason != Reason.FORBIDDEN:
                raise
            found = await self._server.listed(account_id, (*places, *self._server.seen_in(account_id)))
            return found.account if found else None
        return await self._completed(card, places) if card else None

    async def accounts(self, ids: Sequence[str]) -> list[Account]:
        """The accounts with those identifiers, in the order given; those gone, or out of scope, are left out."""
        found = await asyncio.gather(*map(self._seen, dict.fromkeys(ids)))
        return [account for account in found if account is not None]

    async def by_login(self, login: str) -> Account | None:
        """The account with that login or alias, in the structures that the bot's account administers."""
        wanted, own = login_key(login), sorted((await self._server.tree()).own)
        lists, lost = await self._server.lists.some(own) if wanted else ([], None)
        cards = [card for listed in lists for card in listed]
        found = next((card.account.id for card in cards if wanted in card.logins), "")
        if not found and wanted and not _named(wanted, cards):
            found = await self._server.by_alias(wanted, own)
        if not found and lost is not None:  # the account may be in the list that did not come
            raise lost
        return await self.account(found) if found else None

    async def _completed(self, card: Card, places: Sequence[str]) -> Account:
        """The card's account, completed from the cached lists, or from those that come soon.

        A pre-deleted account has no structure on its card: it is looked for in `places`, where it was seen, or
        everywhere.
        """
        own = (await self._server.tree()).own
        mine = own.intersection(place.id for place in card.account.places)
        if not mine and card.account.deleted_at is not None:
            mine = own.intersection((*places, *self._server.seen_in(card.account.id))) or own
        patience = self._server.patience.lists
        lists = await asyncio.gather(*(self._server.lists.soon(place, patience) for place in sorted(mine)))
        return completed(card, (one for listed in lists for one in listed or ()))

    async def _seen(self, account_id: str) -> Account | None:
        """The account; None also where the bot may not see it: a child's other parent may be of another school."""
        try:
            return await self.account(account_id)
        except Declined as no:
            if no.reason != Reason.FORBIDDEN:
                raise
            return None


def _named(word: str, cards: Sequence[Card]) -> bool:
    """Whether some account's name begins with that word: then it is hardly an alias, and those are slow to find."""
    return any(name.startswith(word) for card in cards for name in card.names)
