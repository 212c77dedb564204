"""Accounts of a real ENT, read from their cards."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence

from bot.ent.accounts import Accounts
from bot.ent.entcore.cards import Card, completed
from bot.ent.entcore.server import Slice
from bot.ent.reasons import Reason
from bot.folding import login_key
from bot.terms import Account, Declined


class EntcoreAccounts(Slice, Accounts):
    """Reads accounts over HTTP."""

    async def account(self, account_id: str, places: Sequence[str] = (), *, briefly: bool = False) -> Account | None:
        """The account of that card, with what only the lists of its structures tell; without it if `briefly`.

        Whether somebody who administers a school is its director is always told, and where a pre-deleted account was:
        their lists are read for it.

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
        if card is None or (briefly and not card.protected and card.account.deleted_at is None):
            return card.account if card else None
        return await self._completed(card, places)

    async def accounts(self, ids: Sequence[str]) -> list[Account]:
        """The accounts with those identifiers, in the order given; those gone, or out of scope, are left out."""
        found = await asyncio.gather(*map(self._seen, dict.fromkeys(ids)))
        return [account for account in found if account is not None]

    async def by_login(self, login: str) -> Account | None:
        """The account with that login or alias, in the structures that the bot's account administers.

        The server finds no login. It is looked for in the lists that are cached, then among those who bear the names
        of which it is made, which the server does find; only then are the lists of all structures read.
        """
        wanted, own = login_key(login), sorted((await self._server.tree()).own)
        known = self._server.lists.young(own)
        found = _with_login(wanted, known.values())
        if not found and len(known) < len(own):
            found = await self._server.by_names(wanted)
        if not found:
            found = await self._in_lists(wanted, own)
        return await self.account(found) if found else None

    async def _in_lists(self, wanted: str, own: Sequence[str]) -> str:
        """The identifier of the account with that login or alias, by the lists of these structures; empty if none."""
        lists, lost = await self._server.lists.some(own) if wanted else ([], None)
        found = _with_login(wanted, lists)
        if not found and wanted and not _named(wanted, [card for listed in lists for card in listed]):
            found = await self._server.by_alias(wanted, own)
        if not found and lost is not None:  # the account may be in the list that did not come
            raise lost
        return found

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


def _with_login(wanted: str, lists: Iterable[Sequence[Card]]) -> str:
    """The identifier of the account with that login in those lists; empty if there is none."""
    return next((card.account.id for listed in lists for card in listed if wanted in card.logins), "")


def _named(word: str, cards: Sequence[Card]) -> bool:
    """Whether some account's name begins with that word: then it is hardly an alias, and those are slow to find."""
    return any(name.startswith(word) for card in cards for name in card.names)
