"""Names of people: what is typed of one, and how accounts that are offered to choose from are told apart. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.folding import fold, words
from bot.terms import Account, Kind, Level, Person, Structure
from bot.workflows.rules.accounts.administration import administers

_READ = 400  #: characters of a name that are compared
_ROOM = 40  #: characters that a button shows of its words


def begins(typed: str, name: str) -> bool:
    """Whether each typed word begins another word of the name; False where nothing is typed."""
    left, said = words(name[:_READ]), words(typed)
    if len(said) > len(left):
        return False
    for word in sorted(said, key=len, reverse=True):
        match = next((w for w in left if w.startswith(word)), None)
        if match is None:
            return False
        left.remove(match)
    return bool(said)


def whole(typed: str, name: str) -> bool:
    """Whether each typed word is another whole word of the name; False where nothing is typed."""
    said = words(typed)
    return bool(said) and not Counter(said) - Counter(words(name[:_READ]))


def labels(accounts: Sequence[Account], several: bool = False) -> list[str]:
    """The words by which somebody chooses among these accounts: for each, its name, and its classes or schools.

    The school stands beside the class where the accounts are of several schools, or where `several` says so. Accounts
    that would read alike have their login in front, which no two accounts share.
    """
    several = several or spread(accounts)
    twins = alike(accounts, several)
    return [f"{one.login} · {one.name}" if one.id in twins else _label(one, several) for one in accounts]


def alike(accounts: Sequence[Account], several: bool = False) -> set[str]:
    """The identifiers of those of the accounts that have the same name and place as another of them."""
    shown = {one.id: fold(_label(one, several))[: _ROOM - 1] for one in accounts}
    count = Counter(shown.values())
    return {key for key, label in shown.items() if count[label] > 1}


def spread(accounts: Iterable[Account]) -> bool:
    """Whether the accounts are of more than one school."""
    return len({place.id for account in accounts for place in account.places}) > 1


def across(me: Person) -> bool:
    """Whether the person administers more than one school, or a structure above the schools."""
    return len(set(me.roles)) > 1 or any(role.level > Level.SCHOOL for role in me.roles)


def where(account: Account, several: bool = False) -> str:
    """The account's classes, or its schools where it has no class; two at most, empty where it has neither.

    With `several`, the school stands beside its classes: « CM1, CM2, École Jean-Moulin ».
    """
    if not account.classes or not several:
        return ", ".join(place.name for place in (account.classes or account.places)[:2])
    parts: dict[str, list[str]] = {}
    for place in account.classes[:2]:
        school = place.ancestor(Kind.SCHOOL)
        parts.setdefault(school.name if school else "", []).append(place.name)
    return " · ".join(", ".join([*classes, school] if school else classes) for school, classes in parts.items())


def ours(me: Person, accounts: Iterable[Account]) -> list[Account]:
    """The accounts, each with those of its schools and classes alone that the person administers.

    Where else somebody works or learns is said on no line of a list.
    """
    return [
        replace(
            one,
            places=tuple(place for place in one.places if administers(me, place)),
            classes=tuple(place for place in one.classes if administers(me, place)),
        )
        for one in accounts
    ]


def class_name(place: Structure, several: bool) -> str:
    """The name of a class; with `several`, its school beside it."""
    school = place.ancestor(Kind.SCHOOL)
    return f"{place.name}, {school.name}" if several and school else place.name


def _label(account: Account, several: bool) -> str:
    place = where(account, several)
    return f"{account.name} ({place})" if place else account.name
