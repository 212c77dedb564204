"""The links that were handed out, as `palier tokens` lists them: by the names of people and places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from bot.storage import handouts, people, tokens
from bot.storage.handouts import Handout
from bot.storage.tokens import Token
from bot.storage.work import Work
from bot.terms import Account, Declined, Person, Structure
from bot.workflows.desk import Desk
from bot.workflows.rules.meaning import each

_MOST = 200  #: handouts, and links that were given alone


@dataclass(frozen=True, slots=True)
class _Found:
    """What the records know of links."""

    handouts: Sequence[Handout]  #: newest first
    good: Mapping[int, int]  #: how many links of a handout can still be used, by its number
    alone: Sequence[Token]  #: usable links that were given alone
    people: Mapping[str, Person]  #: by account, those of whom the lines tell
    authors: Mapping[int, Person]  #: those who handed links out


@dataclass(frozen=True, slots=True)
class _Names:
    """What the ENT says of those whom the lines are about; what it does not tell is missing."""

    accounts: Mapping[str, Account | Person]
    schools: Mapping[str, Structure]
    classes: Mapping[str, str]


async def listed(desk: Desk, school: str) -> list[str]:
    """A line for each handout, newest first, then for each usable link that was given alone.

    `school` is the identifier of the only school that they are wanted of; empty for all. What the ENT does not tell
    is named by its identifier.
    """
    found = await desk.look(_found, school)
    names = await _named(desk, found)
    shown = [one for one in found.alone if not school or school in _schools(names, one)]
    handed = [_handout(one, found, names, desk) for one in found.handouts]
    return handed + [_alone(one, names) for one in shown]


def _found(work: Work, school: str) -> _Found:
    handed, alone = handouts.newest(work, _MOST, school), tokens.alone(work, _MOST)
    accounts = {one.account for one in alone} | {one.scope["account"] for one in handed if "account" in one.scope}
    return _Found(
        handed,
        tokens.good(work, [one.id for one in handed]),
        alone,
        {one.account: one for one in people.of_accounts(work, sorted(accounts))},
        people.named(work, {one.person for one in handed if one.person is not None}),
    )


async def _named(desk: Desk, found: _Found) -> _Names:
    """The names of those whom the ENT tells of; without them all where it does not answer."""
    accounts: dict[str, Account | Person] = dict(found.people)
    schools: dict[str, Structure] = {}
    classes: dict[str, str] = {}
    wanted = [one.account for one in found.alone]
    wanted += [one.scope["account"] for one in found.handouts if "account" in one.scope]
    with suppress(Declined):
        accounts |= {one.id: one for one in await desk.directory.accounts([a for a in wanted if a not in accounts])}
        for key in {one.school for one in found.handouts} | {p.id for one in accounts.values() for p in one.places}:
            if (place := await desk.directory.structure(key)) is not None:
                schools[key] = place
        for key in {one.school for one in found.handouts if "class" in one.scope}:
            classes |= {one.id: one.name for one in await desk.directory.classes(key)}
    return _Names(accounts, schools, classes)


def _handout(one: Handout, found: _Found, names: _Names, desk: Desk) -> str:
    by = found.authors.get(one.person) if one.person is not None else None
    who = f"{by.name} ({by.login})" if by else "an operator" if one.person is None else "somebody who left"
    used = f"{one.used} of {one.accounts} used"
    what = (_school(one.school, names), _scope(one.scope, names), f"{used}  by {who}")
    return "  ".join((f"handout {one.id}", f"{one.at:%Y-%m-%d}", _state(one, found, desk), one.way.value, *what))


def _state(one: Handout, found: _Found, desk: Desk) -> str:
    """Whether links of the handout can still be used, and why not."""
    if one.revoked_at is not None:
        return "void: revoked"
    if good := found.good.get(one.id, 0):
        return f"{good} good"
    if one.used >= one.accounts:
        return "all used"
    return "void: expired" if one.at + desk.policy.linking.life[one.way] <= desk.clock() else "void: replaced"


def _scope(scope: Mapping[str, str], names: _Names) -> str:
    told = {"class": lambda key: _classes(key, names), "account": lambda key: _account(key, names)}
    words = [f"{kind} {told[kind](key) if kind in told else key}" for kind, key in scope.items()]
    return " ".join(words) or "whole school"


def _classes(key: str, names: _Names) -> str:
    return ", ".join(names.classes.get(one, one) for one in each(key))


def _alone(one: Token, names: _Names) -> str:
    account = names.accounts.get(one.account)
    places = [_school(place.id, names, place.name) for place in account.places] if account else []
    return "  ".join(("one link", one.way.value, _account(one.account, names), *places))


def _account(key: str, names: _Names) -> str:
    account = names.accounts.get(key)
    return f"{account.name} ({account.login})" if account else key


def _school(key: str, names: _Names, name: str = "") -> str:
    """The school's name and official code; without those, what is known."""
    place = names.schools.get(key)
    if place is None:
        return name or key
    return f"{place.name} ({place.uai})" if place.uai else place.name


def _schools(names: _Names, one: Token) -> list[str]:
    account = names.accounts.get(one.account)
    return [place.id for place in account.places] if account else []
