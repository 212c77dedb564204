"""Surveys: counts the accounts that a campaign would change, and those that it would leave out."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ent.directory import Query
from bot.terms import Person, Profile
from bot.workflows.desk import Desk
from bot.workflows.rules.blocks.sparing import spared

_PAGE = 200  #: accounts read from the ENT at a time


@dataclass(frozen=True, slots=True)
class Survey:
    """How many accounts a campaign would change if it began now."""

    total: int
    already: int  #: accounts that are blocked, or unblocked, already
    spared: tuple[str, ...]  #: names of the administrators it leaves out, without whoever asks
    own: bool  #: True where it leaves out whoever asks, too

    @property
    def left(self) -> int:
        """The number of accounts that it would change."""
        return self.total - self.already - len(self.spared) - self.own


async def survey(desk: Desk, me: Person, school: str, profile: Profile, blocked: bool) -> Survey:
    """Surveys the accounts of that profile in the school, as the ENT lists them now; raises the ENT's `Declined`."""
    total, already, own, after = 0, 0, False, ""
    names = []
    while True:
        query = Query(profiles=frozenset({profile}))
        found = await desk.directory.search(query, [school], _PAGE, after)
        for account in found.accounts:
            total += 1
            if account.id == me.account:
                own = True
            elif spared(account, me.account):
                names.append(account.name)
            else:
                already += account.blocked is blocked
        after = found.after
        if not after:
            return Survey(total, already, tuple(names), own)
