"""What every noun of the adapter shares: one session with the server, and the answers kept for a few minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.ent.entcore.cards import Card, read_card
from bot.ent.entcore.keeping import Kept
from bot.ent.entcore.reading import rows
from bot.ent.entcore.session import Session
from bot.ent.entcore.tree import Tree, read_tree
from bot.ent.entcore.wire import Call, Patience, Wire, segment
from bot.ent.reasons import Reason
from bot.terms import Declined


class Server:
    """One ENT ONE server, used as the bot's own account."""

    def __init__(
        self,
        url: str,
        login: str,
        password: str,
        *,
        patience: Patience | None = None,
        life: float = 180.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.patience = patience or Patience()
        self.now = now
        self._wire = Wire(url, self.patience)
        self.session = Session(self._wire, login, password, self.patience)
        self._trees: Kept[Tree] = Kept(self._fetch_tree, life)
        self.lists: Kept[tuple[Card, ...]] = Kept(self._fetch_list, life)

    async def close(self) -> None:
        """Cancels the requests under way, and closes the connections."""
        await self._trees.close()
        await self.lists.close()
        await self._wire.close()

    async def tree(self) -> Tree:
        """The structures that the bot's account administers, and those known above them."""
        return await self._trees.get("")

    async def users(self, structure: str) -> Sequence[Card]:
        """The accounts in the server's list of one structure."""
        return await self.lists.get(structure)

    async def read(self, path: str, **query: str) -> Any:
        """The JSON that the server answers to a GET."""
        return await self.session.read(Call("GET", path, query))

    async def card(self, account_id: str) -> Card | None:
        """The account's card, read anew; None if there is no such account."""
        path, tree = segment(account_id), await self.tree()
        if not path:
            return None
        try:
            item = await self.read(f"/directory/user/{path}", **{"manual-groups": "true"})
        except Declined as no:
            if no.reason == Reason.GONE:
                return None
            raise
        return read_card(item, tree) if isinstance(item, dict) else None

    async def target(self, account_id: str) -> Card:
        """The card of an account to act on. Declined: `GONE`; `FORBIDDEN` for an administrator's account."""
        card = await self.card(account_id)
        if card is None:
            raise Declined(Reason.GONE)
        if card.protected:
            raise Declined(Reason.FORBIDDEN)
        return card

    async def check_administered(self, school: str) -> None:
        """Raises `Declined(FORBIDDEN)` if the bot's account does not administer that school."""
        if school not in (await self.tree()).own:
            raise Declined(Reason.FORBIDDEN)

    async def _fetch_tree(self, _key: str) -> Tree:
        listed = await self.read("/directory/structure/admin/list")
        return read_tree(_list_of(listed, "structures"))

    async def _fetch_list(self, structure: str) -> tuple[Card, ...]:
        tree = await self.tree()
        listed = await self.read(f"/directory/structure/{segment(structure)}/users")
        cards = (read_card(item, tree, structure) for item in rows(_list_of(listed, "users")))
        return tuple(card for card in cards if card is not None)


class Slice:
    """Base class of the adapter's implementation of each noun."""

    def __init__(self, server: Server) -> None:
        self._server = server


def _list_of(listed: Any, what: str) -> list[Any]:
    if not isinstance(listed, list):
        raise Declined(Reason.GARBLED, f"{Reason.GARBLED}: no list of {what}")
    return listed
