"""Who may act on which account or school of the ENT, and what a stranger learns of it: nothing.

The same rules as the ENT's own (guide, chapters 3.A.3, 3.B and 10), decided here before it is asked.
"""

from __future__ import annotations

from enum import StrEnum

from bot.terms import Account, Kind, Level, Person, Refusal, Role, Structure


class Deed(StrEnum):
    """What may be done to an account."""

    SEE = "see"
    CODE = "code"  #: a code, or the mailed link
    BLOCK = "block"  #: and unblock


def scopes(me: Person) -> tuple[str, ...]:
    """The structures that a person administers; refused for whoever administers none."""
    if not me.roles:
        raise Refusal("administrators-only")
    return tuple(dict.fromkeys(role.structure for role in me.roles))


def sees(me: Person, target: Account) -> bool:
    """Whether the account is of a structure that the person administers, or of one below it."""
    mine = {role.structure for role in me.roles}
    return any(mine & _line(place) for place in target.places)


def check(deed: Deed, me: Person, target: Account) -> None:
    """Raises the `Refusal` that says why not; an account of elsewhere looks the same as none at all."""
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
    """Whether `check` would let it pass."""
    try:
        check(deed, me, target)
    except Refusal:
        return False
    return True


def check_school(me: Person, school: str) -> None:
    """Raises the `Refusal` of whoever does not administer that very school."""
    scopes(me)
    if Role(Level.SCHOOL, school) not in me.roles:
        raise Refusal("not-your-school")


def own_schools(me: Person) -> tuple[str, ...]:
    """The schools that a person administers as one of their own administrators; refused where there is none."""
    scopes(me)
    mine = tuple(dict.fromkeys(role.structure for role in me.roles if role.level is Level.SCHOOL))
    if not mine:
        raise Refusal("school-administrators-only")
    return mine


def school_of(me: Person, target: Account) -> str:
    """The school of an act on that account: one the person administers, else the account's first; empty for none."""
    here = [place for place in target.places if place.kind is Kind.SCHOOL]
    mine = [place for place in here if Role(Level.SCHOOL, place.id) in me.roles]
    return next((place.id for place in (*mine, *here)), "")


def _line(place: Structure) -> set[str]:
    return {place.id, *(above.id for above in place.above)}
