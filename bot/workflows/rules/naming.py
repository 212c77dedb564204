"""Names of people: what is typed of one, and how accounts that are offered to choose from are told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.folding import fold, words
from bot.terms import Account

_ROOM = 40  #: characters that a button shows of its words


def begins(typed: str, name: str) -> bool:
    """Whether each typed word begins another word of the name; False where nothing is typed."""
    left = words(name)
    for word in sorted(words(typed), key=len, reverse=True):
        match = next((w for w in left if w.startswith(word)), None)
        if match is None:
            return False
        left.remove(match)
    return bool(words(typed))


def labels(accounts: Sequence[Account]) -> list[str]:
    """The words by which somebody chooses among these accounts: for each, its name, and its classes or schools.

    Accounts that would read alike have their login in front, which no two accounts share.
    """
    twins = alike(accounts)
    return [f"{one.login} · {one.name}" if one.id in twins else _label(one) for one in accounts]


def alike(accounts: Sequence[Account]) -> set[str]:
    """The identifiers of those of the accounts that have the same name and place as another of them."""
    shown = {one.id: fold(_label(one))[: _ROOM - 1] for one in accounts}
    count = Counter(shown.values())
    return {key for key, label in shown.items() if count[label] > 1}


def where(account: Account) -> str:
    """The account's classes, or its schools where it has no class; two at most, empty where it has neither."""
    return ", ".join(place.name for place in (account.classes or account.places)[:2])


def _label(account: Account) -> str:
    return f"{account.name} ({where(account)})" if where(account) else account.name
