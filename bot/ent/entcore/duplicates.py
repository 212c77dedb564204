"""Duplicates of a real ENT: those that its lists of structures tell, merged or told apart over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.ent.duplicates import Duplicates, Pair, hindrance, kept_first, ordered
from bot.ent.entcore.cards import Card
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.terms import Account, Declined, InDoubt

#: what the server's errors mean; it says `internal.error` and `invalid.transaction` where it did nothing, too
_REASONS = {
    "two.users.activated": Reason.BOTH_ACTIVE,
    "two.users.in.same.source": Reason.SAME_FEED,
    "not.found.duplicate": Reason.APART,
    "invalid.id": Reason.GONE,
}


class EntcoreDuplicates(Slice, Duplicates):
    """Reads duplicates from the lists, and settles them as the console does."""

    async def duplicates(self, within: Sequence[str]) -> list[Pair]:
        """The pairs in the lists of those structures and below, if the bot's account administers them."""
        scope = [structure.id for structure in (await self._server.tree()).below(within)]
        lists = await self._server.lists.all(scope)
        cards = {card.account.id: card for listed in lists for card in listed}
        return ordered([pair for card in cards.values() for pair in _pairs(card, cards)])

    async def merge(self, gone: str, kept: str) -> None:
        """Has the server merge the accounts, with their ties, and reads afterwards that the right one is left.

        The server refuses a second merge, so it is asked once. It knows profiles and blocks of no pair: those are
        checked on the cards.
        """
        going, keeping = (card.account for card in await self._both(gone, kept))
        if (reason := hindrance(going, keeping)) is not None:
            raise Declined(reason)
        if kept_first(going, keeping)[0].id != kept:
            raise Declined(Reason.OTHER_KEPT)
        path = "/".join(segment(one) for one in _in_its_order(going, keeping))
        call = Call("PUT", f"/directory/duplicate/merge/{path}", json={"keepRelations": True})
        try:
            await self._server.session.act(call, reasons=_REASONS)
            await self._check_left(kept)
        finally:
            self._forget(going, keeping)

    async def part(self, one: str, other: str) -> None:
        """Has the server ignore the pair from now on; it answers the same where it is none."""
        cards = await self._both(one, other)
        if any(card.account.blocked for card in cards):
            raise Declined(Reason.BLOCKED)
        # The server asks for rights over the first account alone, which a pre-deleted one is outside of.
        first, second = sorted(cards, key=lambda card: card.account.deleted_at is not None)
        path = f"{segment(first.account.id)}/{segment(second.account.id)}"
        try:
            await self._server.session.act(Call("DELETE", f"/directory/duplicate/ignore/{path}"), repeatable=True)
        finally:
            self._forget(*(card.account for card in cards))

    async def _both(self, one: str, other: str) -> tuple[Card, Card]:
        found = await asyncio.gather(self._server.present(one), self._server.present(other))
        return found[0], found[1]

    async def _check_left(self, kept: str) -> None:
        """Raises `InDoubt` where the account that was to be kept is gone: a platform may prefer other sources."""
        try:
            left = await self._server.card(kept)
        except Declined as no:
            raise InDoubt(f"merged, and what is left could not be read: {no.reason}") from no
        if left is None:
            raise InDoubt("merged, and the account that was to be kept is gone")

    def _forget(self, *accounts: Account) -> None:
        """Marks the lists that name these accounts as outdated."""
        places = {place.id for account in accounts for place in account.places}
        seen = {place for account in accounts for place in self._server.seen_in(account.id)}
        self._server.lists.spoil(places | seen or None)


def _pairs(card: Card, cards: dict[str, Card]) -> list[Pair]:
    """The pairs of that account; of two accounts that are both there, the one of the lower identifier has it."""
    account, found = card.account, list[Pair]()
    for other_id, score in card.scores.items():
        other = cards.get(other_id)
        if other is None or account.id < other_id:
            found.append(Pair(account, other.account if other else None, other_id, score))
    return found


def _in_its_order(gone: Account, kept: Account) -> tuple[str, str]:
    """Both identifiers in the order in which the server keeps the right one.

    Where it has no preference it keeps the second; the first, of two that the same feed has lost.
    """
    lost = gone.missing_since is not None and kept.missing_since is not None
    if lost and gone.source == kept.source:
        return kept.id, gone.id
    return gone.id, kept.id
