"""Surveys: counts whom a mailing would invite if it began now, and why it leaves the others out."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.ent.directory import Query
from bot.storage import invitations, people, tokens
from bot.storage.work import Work
from bot.terms import Account, Profile, Way
from bot.workflows.desk import Desk
from bot.workflows.rules.mailings import reads
from bot.workflows.rules.meaning import each

_PAGE = 200  #: accounts read from the ENT at a time


@dataclass(frozen=True, slots=True)
class Survey:
    """How many accounts there are, by what a mailing does with them."""

    invited: Mapping[str, int] = field(default_factory=dict)  #: by profile, those it would invite
    linked: int = 0
    lately: int = 0  #: invited some days ago, or waiting for an invitation
    dormant: int = 0  #: never activated, or blocked: nobody reads there
    waiting: int = 0  #: of those it would invite, have an unused link of an earlier message, which becomes void

    @property
    def total(self) -> int:
        """How many it would invite."""
        return sum(self.invited.values())

    def beyond(self, said: Survey) -> bool:
        """Whether more is true now than was said: more would be invited, or lose a link that they have."""
        return self.total > said.total or self.waiting > said.waiting


async def pages(desk: Desk, school: str, scope: Mapping[str, str]) -> AsyncIterator[tuple[Sequence[Account], bool]]:
    """The accounts of the school that the scope names, a page at a time, and whether it is the last page.

    Raises the ENT's `Declined`.
    """
    query = Query(
        profiles=frozenset({Profile(scope["profile"])} if "profile" in scope else ()),
        classes=frozenset(each(scope.get("class", ""))),
    )
    after = ""
    while True:
        found = await desk.directory.search(query, [school], _PAGE, after)
        yield found.accounts, not found.after
        after = found.after
        if not after:
            return


async def survey(desk: Desk, school: str, scope: Mapping[str, str]) -> Survey:
    """Counts the accounts of the school that the scope names; raises the ENT's `Declined`."""
    invited: Counter[str] = Counter()
    linked = lately = dormant = waiting = 0
    async for accounts, _ in pages(desk, school, scope):
        there, recent = await desk.look(_known, desk, [account.id for account in accounts])
        them = []
        for account in accounts:
            if account.id in there:
                linked += 1
            elif not reads(account, school):
                dormant += 1
            elif account.id in recent:
                lately += 1
            else:
                invited[account.profile.value] += 1
                them.append(account.id)
        waiting += await desk.look(tokens.waiting, them, Way.MESSAGE)
    return Survey(dict(invited), linked, lately, dormant, waiting)


def linked_of(work: Work, account_ids: Sequence[str]) -> set[str]:
    """Those of the accounts that are linked to a Telegram account."""
    return {one.account for one in people.of_accounts(work, account_ids) if one.telegram_id is not None}


def _known(work: Work, desk: Desk, account_ids: Sequence[str]) -> tuple[set[str], set[str]]:
    since = work.now - desk.policy.linking.again
    return linked_of(work, account_ids), invitations.lately(work, account_ids, since)
