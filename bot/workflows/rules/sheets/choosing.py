"""Which accounts get a connection sheet. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.terms import Account, Person
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed


@dataclass(frozen=True, slots=True)
class Chosen:
    """The accounts that get a sheet, and how many do not, by the reason."""

    accounts: tuple[Account, ...]
    linked: int = 0  #: linked already, and only those who are not were asked for
    barred: int = 0  #: blocked or pre-deleted
    protected: int = 0  #: of an administrator: a link would give their rights to whoever finds the sheet
    without: tuple[Account, ...] = ()  #: those who are barred or protected


def choose(me: Person | None, found: Iterable[Account], linked: Collection[str], everybody: bool) -> Chosen:
    """Those of the accounts found that get a sheet from that person, or from an operator where it is None.

    `linked` are the identifiers of accounts that are linked already; they get one only if `everybody` does.
    """
    taken, without, left = [], [], {"linked": 0, "barred": 0, "protected": 0}
    for account in found:
        if account.barred:
            left["barred"] += 1
            without.append(account)
        elif account.roles or (me is not None and not administration.allows(Deed.CODE, me, account)):
            left["protected"] += 1
            without.append(account)
        elif account.id in linked and not everybody:
            left["linked"] += 1
        else:
            taken.append(account)
    return Chosen(tuple(taken), **left, without=tuple(without))


def languages(found: Iterable[Account], spoken: dict[str, str]) -> dict[str, str]:
    """The language of each account's sheet, by identifier, where one is known.

    `spoken` has the language that linked people chose, by their account: their own sheet is in it, and so are those
    of the children and of the other relatives of the same children.
    """
    made, of_child = dict(spoken), dict[str, str]()
    for account in found:
        if account.id in spoken:
            of_child |= dict.fromkeys(account.children, spoken[account.id])
    for account in found:
        family = (of_child[child] for child in (account.id, *account.children) if child in of_child)
        if account.id not in made and (language := next(family, "")):
            made[account.id] = language
    return made
