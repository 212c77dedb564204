"""The other schools of an account: blocked by one of its schools, it is blocked for all of them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.terms import Account, Kind, Level, Person, Structure


def schools(account: Account) -> tuple[Structure, ...]:
    """The schools that the account belongs to."""
    return tuple(place for place in account.places if place.kind is Kind.SCHOOL)


def others(account: Account, school: str) -> tuple[Structure, ...]:
    """The schools that the account belongs to beside that one; empty where there is none."""
    return tuple(place for place in schools(account) if place.id != school)


def own(me: Person) -> frozenset[str]:
    """The identifiers of the schools that the person administers themselves; empty for an ERUN."""
    return frozenset(role.structure for role in me.roles if role.level is Level.SCHOOL)


def keepers(account: Account, holding: Sequence[str], mine: Collection[str]) -> frozenset[str]:
    """Of the schools that hold the account blocked, those that keep it so when the schools `mine` unblock it.

    A school that the account has left keeps it no more: nobody there could unblock it.
    """
    return frozenset(holding) & {place.id for place in schools(account)} - frozenset(mine)
