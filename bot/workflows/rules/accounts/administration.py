"""Who may act on which account or school of the ENT. A stranger does not even learn whether an account exists.

These are the ENT's own rules (guide, chapters 3.A.3, 3.B and 10), checked here before the ENT is asked.
"""

from __future__ import annotations

from enum import StrEnum

from bot.terms import Account, Kind, Level, Person, Refusal, Role, Structure


class Deed(StrEnum):
    """What may be done to an account."""

    SEE = "see"
    CODE = "code"  #: give a code, or mail the link
    BLOCK = "block"  #: block or unblock


def scopes(me: Person) -> tuple[str, ...]:
    """The identifiers of the structures that a person administers; refused where there are none."""
    if not me.roles:
        raise Refusal("administrators-only")
    return tuple(dict.fromkeys(role.structure for role in me.roles))


def sees(me: Person, target: Account) -> bool:
    """Whether the account is of a structure that the person administers, or of one below it."""
    mine = {role.structure for role in me.roles}
    return any(mine & _line(place) for place in target.places)


def check(deed: Deed, me: Person, target: Account) -> None:
    """Raises a `Refusal` where the person may not do that; for an account they may not see, "no such account"."""
    scopes(me)
    if not sees(me, target):
        raise Refusal("no-account", name="")
    if deed is Deed.SEE:
        return
    if target.id == me.account:
        raise Refusal("block-oneself" if deed is Deed.BLOCK else "not-oneself")
    if target.roles:
        raise Refusal("administrator-target", name=target.name)
    if deed is Deed.BLOCK and not any(Role(Level.SCHOOL, place.id) in me.roles for place in target.places):
        raise Refusal("school-only", name=target.name)


def allows(deed: Deed, me: Person, target: Account) -> bool:
    """Whether the person may do that: `check` raises nothing."""
    try:
        check(deed, me, target)
    except Refusal:
        return False
    return True


def check_school(me: Person, school: str) -> None:
    """Raises a `Refusal` unless the person administers that school itself, not only a structure above it."""
    scopes(me)
    if Role(Level.SCHOOL, school) not in me.roles:
        raise Refusal("not-your-school")


def own_schools(me: Person) -> tuple[str, ...]:
    """The schools of which the person is an administrator; refused where there is none."""
    scopes(me)
    mine = tuple(dict.fromkeys(role.structure for role in me.roles if role.level is Level.SCHOOL))
    if not mine:
        raise Refusal("school-administrators-only")
    return mine


def school_of(me: Person, target: Account) -> str:
    """The school to record with an act on that account: one the person administers, else its first; empty if none."""
    here = [place for place in target.places if place.kind is Kind.SCHOOL]
    mine = [place for place in here if Role(Level.SCHOOL, place.id) in me.roles]
    return next((place.id for place in (*mine, *here)), "")


def _line(place: Structure) -> set[str]:
    return {place.id, *(above.id for above in place.above)}
