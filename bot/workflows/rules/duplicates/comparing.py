"""Compares two accounts that may be the same person's: what is equal, what differs, and what was shown. Pure.

Only what lies at places that the reader administers is compared: nothing of another school is shown.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.folding import words
from bot.terms import Account, Person, Structure
from bot.workflows.rules.accounts import administration


class Likelihood(StrEnum):
    """How likely two accounts are the same person's, in the words of people."""

    VERY = "very"  #: everything that the ENT compares is equal
    LIKELY = "likely"
    POSSIBLE = "possible"


_LIKELY, _VERY = 5, 6  #: scores of the ENT; a pair with equal names alone has 4


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said of both accounts; `equal` where it is the same."""

    name: str
    one: str
    other: str
    equal: bool


def likelihood(score: int) -> Likelihood:
    """The words for a score of the ENT."""
    if score >= _VERY:
        return Likelihood.VERY
    return Likelihood.LIKELY if score >= _LIKELY else Likelihood.POSSIBLE


def compared(me: Person, one: Account, other: Account, kin: Sequence[Sequence[str]]) -> list[Line]:
    """What is said of both accounts, line by line; `kin` has the names of the family of each that the person sees."""
    two = (one, other)
    first, last = ([account.first_name for account in two], [account.last_name for account in two])
    made = [
        _line("first_name", first, _plain(first)),
        _line("last_name", last, _plain(last)),
        _line("born", [account.birth_date.isoformat() if account.birth_date else "" for account in two]),
        _line("profile", [account.profile.value for account in two]),
        _line("login", [account.login for account in two]),
        _line("state", [_state(account) for account in two]),
        _line("last_login", [account.last_login.isoformat() if account.last_login else "" for account in two]),
        _line("source", [account.source for account in two]),
        _line("mail", ["yes" if account.email else "" for account in two], [a.email.lower() for a in two]),
        _line("classes", [_names(_here(me, account.classes)) for account in two]),
        _line("places", [_names(administration.shared(me, account)) for account in two]),
        _line("family", [", ".join(sorted(names)) for names in kin]),
    ]
    return [line for line in made if line.one or line.other]


def seen(one: Account, other: Account) -> str:
    """A mark of all on which a merge of the two depends, or that a reader was shown: with another one, ask anew."""
    told = [_told(account) for account in sorted((one, other), key=lambda account: account.id)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def _told(account: Account) -> list[Any]:
    dates = (account.birth_date, account.missing_since, account.deleted_at)
    places = sorted(place.id for place in (*account.places, *account.classes))
    said = [account.id, account.login, account.first_name, account.last_name, account.profile, account.source]
    said += [account.email, *map(str, dates), *places]
    ties = [account.children, account.relatives, sorted(map(str, account.roles))]
    return [*said, account.activated, account.blocked, *ties]


def _line(name: str, said: Sequence[str], compared_by: Sequence[str] | None = None) -> Line:
    keys = compared_by or said
    return Line(name, said[0], said[1], keys[0] == keys[1])


def _plain(names: Sequence[str]) -> list[str]:
    return ["".join(words(name)) or name for name in names]


def _state(account: Account) -> str:
    """The word for what an account can do: the first that applies."""
    if account.deleted_at is not None:
        return "predeleted"
    if account.blocked:
        return "blocked" if account.activated else "blocked_inactive"
    if not account.activated:
        return "inactive"
    return "awaiting" if account.missing_since is not None else "active"


def _here(me: Person, places: Sequence[Structure]) -> list[Structure]:
    return [place for place in places if administration.administers(me, place)]


def _names(places: Sequence[Structure]) -> str:
    return ", ".join(place.name for place in places)
