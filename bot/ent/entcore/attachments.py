"""Attaching and detaching members of staff in a real ENT.

The server's own search shows only who belongs to a structure that the bot's account administers: whoever is attached
nowhere, or outside of these, is found by the DANEI alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any

from bot.ent.attachments import LEAST, Attachments
from bot.ent.entcore.cards import Card, read_card
from bot.ent.entcore.reading import key, rows
from bot.ent.entcore.server import Slice
from bot.ent.entcore.tree import Tree
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.folding import words as split
from bot.terms import STAFF, Account, Declined, InDoubt, Level, Role

_MOST_WORDS = 5  # of a name: each further one means two more requests
_PROFILES = tuple(profile.value.capitalize() for profile in STAFF)


class EntcoreAttachments(Slice, Attachments):
    """Attaches and detaches accounts over HTTP."""

    async def staff(self, words: str, within: str, limit: int) -> list[Account]:
        """The members of staff whom the bot's account may see, of that structure and below it, who bear that name."""
        wanted = split(words)
        if sum(map(len, wanted)) < LEAST or len(wanted) > _MOST_WORDS:
            return []
        tree = await self._server.tree()
        scope = {structure.id for structure in tree.below([within])}
        asked = [(profile, *names) for profile in _PROFILES for names in _readings(wanted)]
        listed = await asyncio.gather(*(self._bearing(*one) for one in asked))
        cards = [_joined(same, tree) for same in _by_account(row for some in listed for row in some)]
        found = [card for card in cards if card is not None and card.account.profile in STAFF]
        found = [one for one in found if one.account.deleted_at is None and not scope.isdisjoint(one.attached)]
        found.sort(key=lambda card: (card.order, card.account.id))
        return [card.account for card in found[:limit]]

    async def attach(self, account_id: str, structure: str) -> bool:
        """Attaches the account, and reads it again: the server answers alike for one that it does not know."""
        card = await self._member(account_id, structure)
        if structure in card.attached:
            return False
        await self._change("PUT", "link", card, structure)
        if structure not in (await self._again(account_id)).attached:
            raise Declined(Reason.REFUSED, f"{Reason.REFUSED}: the account is not attached")
        return True

    async def detach(self, account_id: str, structure: str, kept_in: str) -> bool:
        """Ends every tie of the account to the structure, as the server does in one act, and reads it again."""
        card = await self._member(account_id, structure)
        if kept_in == structure or kept_in not in card.attached:
            raise Declined(Reason.UNKEPT)
        if structure not in card.attached and not _local(card, structure):
            return False
        await self._change("DELETE", "unlink", card, structure)
        left = await self._again(account_id)
        if structure in left.attached:
            raise Declined(Reason.REFUSED, f"{Reason.REFUSED}: the account is still attached")
        if _local(left, structure):  # the server ends a right with its attachment, but not one without any
            raise Declined(Reason.REFUSED, f"{Reason.REFUSED}: the account still administers the structure")
        return True

    async def _bearing(self, profile: str, first: str, last: str) -> list[dict[str, Any]]:
        names = {name: value for name, value in (("firstName", first), ("lastName", last)) if value}
        listed = await self._server.read("/directory/user/admin/list", profile=profile, **names)
        if not isinstance(listed, list):
            raise Declined(Reason.GARBLED, f"{Reason.GARBLED}: no list of members of staff")
        return rows(listed)

    async def _member(self, account_id: str, structure: str) -> Card:
        """The card of a member of staff. Declined: as `Server.present`; `FORBIDDEN`; `DELETED`."""
        await self._server.check_administered(structure)
        card = await self._server.present(account_id)
        if card.account.profile not in STAFF:
            raise Declined(Reason.FORBIDDEN)
        if card.account.deleted_at is not None:
            raise Declined(Reason.DELETED)
        return card

    async def _change(self, method: str, verb: str, card: Card, structure: str) -> None:
        """Sends the act, which may be repeated; the kept lists that name the account are fetched anew."""
        path = f"/directory/structure/{segment(structure)}/{verb}/{segment(card.account.id)}"
        try:
            await self._server.session.act(Call(method, path), repeatable=True)
        finally:
            self._server.lists.spoil({structure, *(place.id for place in card.account.places)})

    async def _again(self, account_id: str) -> Card:
        """The card after an act; in doubt where it cannot be read: the act may be done."""
        try:
            return await self._server.present(account_id)
        except Declined as no:
            raise InDoubt(f"the account cannot be read after the act: {no}") from None


def _readings(wanted: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The first and last names that the words may be: in either order, and one of them alone."""
    whole = " ".join(wanted)
    yield from (("", whole), (whole, ""))
    for cut in range(1, len(wanted)):
        one, other = " ".join(wanted[:cut]), " ".join(wanted[cut:])
        yield from ((one, other), (other, one))


def _by_account(listed: Iterator[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The rows of each account: the server gives one for each of its structures."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in listed:
        found.setdefault(key(row), []).append(row)
    return list(found.values())


def _joined(same: Sequence[dict[str, Any]], tree: Tree) -> Card | None:
    """The card made of the rows of one account, with the structures of all of them."""
    places = {key(place): place for row in same for place in rows(row.get("structures"))}
    return read_card({**same[0], "structures": list(places.values())}, tree)


def _local(card: Card, structure: str) -> bool:
    return Role(Level.SCHOOL, structure) in card.account.roles
