"""What every noun of the adapter shares: one session with the server, and the answers kept for a few minutes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.ent.entcore.cards import Card, partial, read_card
from bot.ent.entcore.keeping import Kept
from bot.ent.entcore.reading import key, rows, text
from bot.ent.entcore.session import Session
from bot.ent.entcore.tree import Tree, read_tree
from bot.ent.entcore.wire import Call, Patience, Wire, segment
from bot.ent.reasons import Reason
from bot.folding import login_key
from bot.terms import Declined

_MINUTE = 60.0  #: seconds within which a list is not fetched again to look for an account
_LOGINS = ("login", "originalLogin")
_MADE = re.compile(r"([^\W\d_]\w*)\.([^\W\d_]\w*?)\d*")  #: a login as the server makes it
_ALIASES_LIVE = 1800.0  #: seconds: aliases change rarely, and the list that tells them is the server's largest


class Server:
    """One ENT ONE server, used as the bot's own account."""

    def __init__(
        self,
        url: str,
        login: str,
        password: str,
        *,
        patience: Patience | None = None,
        proxy: str | None = None,
        life: float = 180.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.patience = patience or Patience()
        self.now = now
        self._wire = Wire(url, self.patience, proxy)
        self.session = Session(self._wire, login, password, self.patience)
        self._trees: Kept[Tree] = Kept(self._fetch_tree, life)
        self.lists: Kept[tuple[Card, ...]] = Kept(self._fetch_list, life)
        self.aliases: Kept[dict[str, str]] = Kept(self._fetch_aliases, _ALIASES_LIVE)
        self._me: Kept[tuple[str, str]] = Kept(self._fetch_me, _ALIASES_LIVE)

    async def close(self) -> None:
        """Cancels the requests under way, and closes the connections."""
        await self._trees.close()
        await self.lists.close()
        await self.aliases.close()
        await self._me.close()
        await self._wire.close()

    async def me(self) -> tuple[str, str]:
        """The identifier of the bot's own account, and the name that people see of it."""
        return await self._me.get("")

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
        """The account's card, read anew; None if there cannot be such an account.

        Declined: `FORBIDDEN`, where the account is out of scope or is gone: the server answers both alike.
        """
        path, tree = segment(account_id), await self.tree()
        if not path:
            return None
        try:
            item = await self.read(f"/directory/user/{path}", **{"manual-groups": "true"})
        except Declined as no:
            if no.reason == Reason.GONE:
                return None
            raise
        if isinstance(item, dict) and partial(item):
            raise Declined(Reason.FORBIDDEN, f"{Reason.FORBIDDEN}: only a part of the card is shown")
        return read_card(item, tree) if isinstance(item, dict) else None

    async def listed(self, account_id: str, places: Iterable[str]) -> Card | None:
        """The account in the lists of those places, fetched anew where they are older than a minute; None if in none.

        Declined: `FORBIDDEN`, where the bot's account administers none of them; and what a list declines.
        """
        own = (await self.tree()).own
        administered = sorted(own.intersection(places))
        if not administered:
            raise Declined(Reason.FORBIDDEN, f"{Reason.FORBIDDEN}: no list where the account could be found")
        found = await asyncio.gather(*(self.lists.fresh(place, _MINUTE) for place in administered))
        return next((card for listed in found for card in listed if card.account.id == account_id), None)

    async def by_alias(self, wanted: str, places: Sequence[str]) -> str:
        """The identifier of the account of those places with that alias; empty if there is none.

        `wanted` is the alias as `login_key` gives it.
        Only a list that does not come in time is declined: a server that refuses it knows no aliases.
        """
        if not wanted or " " in wanted:
            return ""
        listed, lost = await self.aliases.some(places)
        found = next((known[wanted] for known in listed if wanted in known), "")
        if not found and lost is not None and lost.reason == Reason.UNREACHABLE:
            raise lost
        return found

    async def by_names(self, login: str) -> str:
        """The identifier of the account that has that login and the names that it is made of; empty if there is none.

        The server makes a login of first name, point, last name and, where that is taken, a number; a name that was
        changed since is not found so. `login` is as `login_key` gives it. Empty too where the server declines: the
        lists tell more.
        """
        match = _MADE.fullmatch(login)
        if match is None:
            return ""
        try:
            listed = await self.read("/directory/user/admin/list", firstName=match[1], lastName=match[2])
        except Declined:
            return ""
        found = rows(_list_of(listed, "logins"))
        return next((key(row) for row in found if login in {login_key(text(row.get(name))) for name in _LOGINS}), "")

    def seen_in(self, account_id: str) -> list[str]:
        """The structures whose cached list, however old, names the account; empty if none does."""
        lists = self.lists.remembered().items()
        return [place for place, listed in lists if any(card.account.id == account_id for card in listed)]

    async def target(self, account_id: str, *, administrators: bool = False, deleted: bool = False) -> Card:
        """The card of an account to act on.

        Declined: as `present`; `FORBIDDEN` for an administrator's account, unless that is done to `administrators`,
        too; `DELETED` for a pre-deleted one, unless it is done to these, too.
        """
        card = await self.present(account_id)
        if card.protected and not administrators:
            raise Declined(Reason.FORBIDDEN)
        if card.account.deleted_at is not None and not deleted:
            raise Declined(Reason.DELETED)
        return card

    async def present(self, account_id: str) -> Card:
        """The card of an account that there surely is.

        Declined: `GONE`, also where no list of the administered structures names it any more; `FORBIDDEN` for one out
        of scope.
        """
        try:
            card = await self.card(account_id)
        except Declined as no:
            if no.reason != Reason.FORBIDDEN:
                raise
            places = self.seen_in(account_id) or (await self.tree()).own
            if await self.listed(account_id, places) is None:
                raise Declined(Reason.GONE) from None
            raise
        if card is None:
            raise Declined(Reason.GONE)
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

    async def _fetch_me(self, _key: str) -> tuple[str, str]:
        told = await self.read("/auth/oauth2/userinfo")
        identifier = text(told.get("userId")) if isinstance(told, dict) else ""
        if not identifier:
            raise Declined(Reason.GARBLED, f"{Reason.GARBLED}: the bot's own account is not told")
        return identifier, text(told.get("username"))

    async def _fetch_aliases(self, structure: str) -> dict[str, str]:
        """The identifiers of the accounts of a structure by alias and by login; the other lists tell no alias."""
        listed = await self.read("/directory/user/admin/list", structureId=structure)
        found = rows(_list_of(listed, "logins"))
        return {login_key(typed): key(row) for name in _LOGINS for row in found if (typed := text(row.get(name)))}


class Slice:
    """Base class of the adapter's implementation of each noun."""

    def __init__(self, server: Server) -> None:
        self._server = server


def _list_of(listed: Any, what: str) -> list[Any]:
    if not isinstance(listed, list):
        raise Declined(Reason.GARBLED, f"{Reason.GARBLED}: no list of {what}")
    return listed
