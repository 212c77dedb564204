"""A real ENT ONE server behind the port."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.ent.directory import BlockTrace, Code, Found, Query, Reason, Report
from bot.ent.entcore.cards import Card, completed, read_card
from bot.ent.entcore.lists import Kept
from bot.ent.entcore.moderation import read_reports, read_traces
from bot.ent.entcore.reading import key, named, rows, text
from bot.ent.entcore.searching import page
from bot.ent.entcore.session import Session
from bot.ent.entcore.tree import Tree, read_tree
from bot.ent.entcore.wire import Call, Patience, Wire, segment
from bot.folding import login_key
from bot.terms import Account, Declined, InDoubt, Kind, Structure

log = logging.getLogger(__name__)

CODE_LIFE = timedelta(hours=24)  #: at most: the server's own setting may be shorter, and no route tells it
_PAGES = 40  # of reports, looked through for one


class EntcoreDirectory:
    """A `Directory` over HTTP, as the bot's own account; `bot.ent.directory` says what each call returns.

    Accounts that `search` finds come from lists, which know no address, no family and no last login.
    """

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
        self._patience = patience or Patience()
        self._now = now
        self._wire = Wire(url, self._patience)
        self.session = Session(self._wire, login, password, self._patience)
        self._trees: Kept[Tree] = Kept(self._fetch_tree, life)
        self._lists: Kept[tuple[Card, ...]] = Kept(self._fetch_list, life)

    async def close(self) -> None:
        """Ends what is under way, and closes the connections."""
        await self._trees.close()
        await self._lists.close()
        await self._wire.close()

    async def account(self, account_id: str) -> Account | None:
        """The account of that card, with what the lists of its structures add to it."""
        card = await self._card(account_id)
        if card is None:
            return None
        own = (await self.tree()).own
        places = [place.id for place in card.account.places if place.id in own]
        lists = await asyncio.gather(*(self._lists.soon(place, self._patience.lists) for place in places))
        return completed(card, (one for listed in lists for one in listed or ()))

    async def accounts(self, ids: Sequence[str]) -> list[Account]:
        """Those of the accounts that exist."""
        found = await asyncio.gather(*map(self._shown, dict.fromkeys(ids)))
        return [account for account in found if account is not None]

    async def _shown(self, account_id: str) -> Account | None:
        """The account, if the bot's own may see it: a child's other parent may be of a school that it may not."""
        try:
            return await self.account(account_id)
        except Declined as no:
            if no.reason != Reason.FORBIDDEN:
                raise
            return None

    async def by_login(self, login: str) -> Account | None:
        """The account with that login or alias, of the structures that the bot's account administers."""
        wanted, own = login_key(login), (await self.tree()).own
        lists, lost = await self._lists.some(sorted(own)) if wanted else ([], None)
        found = next((card for listed in lists for card in listed if wanted in card.logins), None)
        if found is None and lost is not None:  # it may stand in the list that did not come
            raise lost
        return await self.account(found.account.id) if found else None

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page of the accounts of those structures and below, as far as the bot's account administers them."""
        scope = [structure.id for structure in (await self.tree()).below(within)]
        lists = await self._lists.all(scope)
        return page(query, (card for listed in lists for card in listed), frozenset(scope), limit, after)

    async def structure(self, structure_id: str) -> Structure | None:
        """The structure with that identifier."""
        return (await self.tree()).known.get(structure_id)

    async def schools(self, within: Sequence[str]) -> list[Structure]:
        """The schools among those structures and below them."""
        return (await self.tree()).schools(within)

    async def classes(self, school: str) -> list[Structure]:
        """The classes of a school."""
        place = (await self.tree()).known.get(school)
        if place is None:
            return []
        found = rows(await self._read("/directory/class/admin/list", structureId=school))
        above = (*place.above, place)
        classes = (Structure(key(row), text(row.get("name")), Kind.CLASS, above) for row in found)
        return sorted(classes, key=lambda one: (one.name, one.id))

    async def groups(self, school: str) -> list[str]:
        """The names of a school's manual groups."""
        if school not in (await self.tree()).known:
            return []
        narrowed = {"structureId": school, "type": "ManualGroup", "translate": "true"}
        return named(await self._read("/directory/group/admin/list", **narrowed))

    async def renew_code(self, account_id: str) -> Code:
        """A new renewal code, the one way that an account without an address is let in again."""
        target = await self._activated(account_id)
        call = Call("POST", "/auth/generatePasswordRenewalCode", form={"login": target.login})
        try:
            answer = await self.session.act(call, plain=(500,))
        except Declined as no:
            if no.reason != Reason.REFUSED:
                raise
            await self._activated(account_id)  # the server gives no reason: its card may
            raise
        code = text(answer.get("renewalCode")) if isinstance(answer, dict) else ""
        if not code:
            raise InDoubt("a renewal code was asked for, and none came")
        return Code(code, self._now() + CODE_LIFE)

    async def activation_code(self, account_id: str) -> str:
        """The activation code of the account's card, else of a list."""
        target = await self._target(account_id)
        if not target.code:
            raise Declined(Reason.ACTIVE)
        return target.code

    async def mail_reset(self, account_id: str) -> str:
        """Has the link mailed to the address of the card."""
        target = await self._activated(account_id)
        if not target.account.email:
            raise Declined(Reason.NO_MAIL)
        form = {"login": target.login, "email": target.account.email}
        await self.session.act(Call("POST", "/auth/sendResetPassword", form=form))
        return target.account.email

    async def block(self, account_id: str, blocked: bool) -> None:
        """Blocks or unblocks the account; the lists that name it are asked for anew."""
        target = await self._target(account_id)
        call = Call("PUT", f"/auth/block/{segment(account_id)}", json={"block": blocked})
        try:
            await self.session.act(call, repeatable=True)
        except Declined as no:
            if no.reason == Reason.REFUSED:  # an empty 400: gone since its card was read
                raise Declined(Reason.GONE) from None
            raise
        finally:
            self._lists.spoil([place.id for place in target.account.places] or None)

    async def block_traces(self, school: str) -> list[BlockTrace]:
        """The traces of whole profiles; only of a school of the bot's account, which the server does not check."""
        await self._administered(school)
        return read_traces(await self._read(f"/admin/api/block/traces/{segment(school)}"))

    async def reports(self, school: str, treated: bool, page: int = 0) -> list[Report]:
        """A page of the reports of a school of the bot's account."""
        await self._administered(school)
        pending = "false" if treated else "true"
        query = {"structure": school, "pending": pending, "page": str(max(page, 0))}
        call = Call("GET", "/timeline/reported", query, read=self._patience.reports)
        return read_reports(await self.session.read(call))

    async def keep_report(self, school: str, report_id: str) -> None:
        """Lets the publication stand."""
        await self._treat(school, report_id, "keep")

    async def delete_report(self, school: str, report_id: str) -> None:
        """Hides the publication."""
        await self._treat(school, report_id, "delete")

    async def tree(self) -> Tree:
        """The structures that the bot's account administers, and what is known above them."""
        return await self._trees.get("")

    async def users(self, structure: str) -> Sequence[Card]:
        """The accounts of one structure, as it lists them."""
        return await self._lists.get(structure)

    async def _treat(self, school: str, report_id: str, action: str) -> None:
        """Keeps or deletes; the server would let a deleted one be kept, and then forget who deleted it."""
        await self._administered(school)
        if await self._verdict(school, report_id) == "deleted":
            raise Declined(Reason.GONE)
        call = Call("PUT", f"/timeline/{segment(report_id)}/action/{action}", {"structure": school})
        answer = await self.session.act(call)
        number = answer.get("number") if isinstance(answer, dict) else None
        if not isinstance(number, int):
            raise InDoubt(f"a report was to be treated ({action}), and the ENT did not say how many were")
        if number == 0:
            raise Declined(Reason.GONE)

    async def _verdict(self, school: str, report_id: str) -> str:
        """The verdict on a report; empty where it waits, or nobody knows it."""
        for treated in (False, True):
            for number in range(_PAGES):
                found = await self.reports(school, treated, number)
                if mine := next((report for report in found if report.id == report_id), None):
                    return mine.verdict
                if not found:
                    break
        return ""

    async def _activated(self, account_id: str) -> Card:
        """The card of an account to act on that was activated."""
        target = await self._target(account_id)
        if target.code:
            raise Declined(Reason.INACTIVE)
        return target

    async def _target(self, account_id: str) -> Card:
        """The card of an account to act on, as it is now; administrators are out of reach, the server would say."""
        card = await self._card(account_id)
        if card is None:
            raise Declined(Reason.GONE)
        if card.protected:
            raise Declined(Reason.FORBIDDEN)
        return card

    async def _card(self, account_id: str) -> Card | None:
        path, tree = segment(account_id), await self.tree()
        if not path:
            return None
        try:
            item = await self._read(f"/directory/user/{path}", **{"manual-groups": "true"})
        except Declined as no:
            if no.reason == Reason.GONE:
                return None
            raise
        return read_card(item, tree) if isinstance(item, dict) else None

    async def _administered(self, school: str) -> None:
        if school not in (await self.tree()).own:
            raise Declined(Reason.FORBIDDEN)

    async def _fetch_tree(self, _key: str) -> Tree:
        listed = await self._read("/directory/structure/admin/list")
        return read_tree(_list_of(listed, "structures"))

    async def _fetch_list(self, structure: str) -> tuple[Card, ...]:
        tree = await self.tree()
        listed = await self._read(f"/directory/structure/{segment(structure)}/users")
        cards = (read_card(item, tree, structure) for item in rows(_list_of(listed, "users")))
        return tuple(card for card in cards if card is not None)

    async def _read(self, path: str, **query: str) -> Any:
        return await self.session.read(Call("GET", path, query))


def _list_of(listed: Any, what: str) -> list[Any]:
    if not isinstance(listed, list):
        raise Declined(Reason.GARBLED, f"{Reason.GARBLED}: no list of {what}")
    return listed
