"""Duplicates in the embedded ENT: pairs of `ent_duplicates`, merged in one transaction or told apart for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from bot.ent.duplicates import Duplicates, Pair, likeness, ordered
from bot.ent.embedded import merging
from bot.ent.embedded.accounts import by_id
from bot.ent.embedded.database import Slice
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.search import search
from bot.ent.embedded.tables import ENT
from bot.ent.lists import Query
from bot.ent.reasons import Reason
from bot.terms import Account, Declined

_PAGE = 500  # accounts with a duplicate read at a time
_DUPLICATES = ENT.tables["ent_duplicates"]
_DISSOCIATED = ENT.tables["ent_dissociated"]


class EmbeddedDuplicates(Slice, Duplicates):
    """Lists and settles the pairs of the tables."""

    async def duplicates(self, within: Sequence[str]) -> list[Pair]:
        """The pairs of which an account is of those structures or below; scored as they are now."""
        return await self._database.read(lambda connection: _listed(connection, within), long=True)

    async def merge(self, gone: str, kept: str) -> None:
        """Merges the accounts in one transaction; `merging` says what goes along."""
        await self._database.run(lambda connection: merging.merge(connection, gone, kept))

    async def part(self, one: str, other: str) -> None:
        """Ends the pair, and records it as told apart, in both directions."""
        await self._database.run(lambda connection: _part(connection, one, other))


def _listed(connection: Connection, within: Sequence[str]) -> list[Pair]:
    ids: list[str] = []
    more, after = True, ""
    while more:
        page = search(connection, Query(duplicates=True), within, _PAGE, after)
        ids += page.ids
        more, after = page.more, page.ids[-1] if page.ids else ""
    here = {account.id: account for account in by_id(connection, ids)}
    outside = {other for account in here.values() for other in account.duplicates} - here.keys()
    there = {account.id: account for account in by_id(connection, sorted(outside))}
    return ordered([pair for account in here.values() for pair in _pairs(account, here, there)])


def _pairs(account: Account, here: Mapping[str, Account], there: Mapping[str, Account]) -> list[Pair]:
    """The pairs of that account; of two accounts that are both `here`, the one of the lower identifier has it."""
    found = []
    for other_id in account.duplicates:
        other = here.get(other_id)
        if other is None or account.id < other_id:
            score = likeness(account, other or there[other_id])
            found.append(Pair(account, other, other_id, score))
    return found


def _part(connection: Connection, one: str, other: str) -> None:
    accounts = merging.locked(connection, one, other)
    if any(account.blocked for account in accounts):
        raise Declined(Reason.BLOCKED)
    if other not in accounts[0].duplicates:
        return
    both = [{"account": one, "other": other}, {"account": other, "other": one}]
    for pair in both:
        mine = (_DUPLICATES.c.account == pair["account"], _DUPLICATES.c.other == pair["other"])
        connection.execute(_DUPLICATES.delete().where(*mine))
    connection.execute(_DISSOCIATED.insert(), both)
    index(connection, [one, other])
