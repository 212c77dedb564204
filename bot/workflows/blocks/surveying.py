"""Surveys: counts the accounts that a campaign would change, those it leaves out, and those of other schools too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ent.directory import Query
from bot.storage import holds
from bot.storage.holds import Hold
from bot.terms import Account, Person, Profile
from bot.workflows.desk import Desk
from bot.workflows.rules.blocks import elsewhere
from bot.workflows.rules.blocks.sparing import administered, spared

_PAGE = 200  #: accounts read from the ENT at a time


@dataclass(frozen=True, slots=True)
class Survey:
    """How many accounts a campaign would change if it began now."""

    total: int
    already: int  #: accounts that are blocked, or unblocked, already
    spared: tuple[str, ...]  #: names of the administrators it leaves out, without whoever asks
    own: bool  #: True where it leaves out whoever asks, too
    kept: int = 0  #: accounts that an unblock leaves blocked, since another school holds them
    lifted: int = 0  #: of these, those that this school holds too: it gives up its own hold
    elsewhere: int = 0  #: of the accounts that it would change, those that belong to other schools too
    schools: tuple[str, ...] = ()  #: names of these schools, the one with most of the accounts first
    pairs: int = 0  #: of the duplicates of the school, those that a block would keep from being settled

    @property
    def left(self) -> int:
        """The number of accounts that it would change."""
        return self.total - self.already - len(self.spared) - self.own - self.kept


async def survey(desk: Desk, me: Person, school: str, profile: Profile, blocked: bool) -> Survey:
    """Surveys the accounts of that profile in the school, as the ENT lists them now; raises the ENT's `Declined`."""
    total, own, after = 0, False, ""
    fates: Counter[str] = Counter()
    names: list[str] = []
    shared: Counter[str] = Counter()
    while True:
        query = Query(profiles=frozenset({profile}))
        found = await desk.directory.search(query, [school], _PAGE, after)
        held = await desk.look(holds.of, [account.id for account in found.accounts if account.blocked])
        for account in found.accounts:
            total += 1
            if account.id == me.account:
                own = True
            elif spared(account, me.account):
                names.append(_named(account, school))
            else:
                fate = _fate(account, school, blocked, held.get(account.id, ()))
                others = elsewhere.others(account, school) if fate == "changed" else ()
                mine = any(one.school == school for one in held.get(account.id, ()))
                fates.update([fate] + ["elsewhere"] * bool(others) + ["lifted"] * (fate == "kept" and mine))
                shared.update(place.name for place in others)
        after = found.after
        if not after:
            schools = tuple(name for name, _ in shared.most_common())
            doubles = await _pairs(desk, school, profile) if blocked else 0
            counts = {fate: fates[fate] for fate in ("already", "kept", "lifted", "elsewhere")}
            return Survey(total, spared=tuple(names), own=own, schools=schools, pairs=doubles, **counts)


async def _pairs(desk: Desk, school: str, profile: Profile) -> int:
    """How many pairs of the school have an account of that profile: while one is blocked, none is settled."""
    found = await desk.directory.duplicates([school])
    return sum(any(one is not None and one.profile is profile for one in (pair.one, pair.other)) for pair in found)


def _fate(account: Account, school: str, blocked: bool, held: Sequence[Hold]) -> str:
    """What a campaign does with the account: `changed`, `already` as asked, or `kept` blocked by another school.

    An account that only other schools hold blocked is changed by a block: this school holds it from then on, too.
    """
    keepers = elsewhere.keepers(account, [one.school for one in held], (school,))
    if not blocked:
        return "kept" if keepers else "changed" if account.blocked else "already"
    mine = any(one.school == school for one in held)
    return "already" if account.blocked and (mine or not keepers) else "changed"


def _named(account: Account, school: str) -> str:
    """The name of an administrator; with where they administer the ENT, if that is not this school."""
    place = administered(account, school)
    return f"{account.name} ({place})" if place else account.name
