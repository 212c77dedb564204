"""Who may say who works at a school: what somebody teaches there, and who administers it beside its head.

For the administrators of the school, and for the ERUN of its circonscription.
"""

from __future__ import annotations

from enum import StrEnum

from bot.terms import Account, Kind, Level, Person, Profile, Refusal, Role, Structure, here

NEAR = frozenset({Level.SCHOOL, Level.CIRCONSCRIPTION})  #: the levels that know who works in a school
STAFF = (Profile.TEACHER, Profile.PERSONNEL)  #: the profiles of those who work in schools


def scopes(me: Person) -> tuple[str, ...]:
    """The structures of which the person says who works there: their schools, and the circonscription of an ERUN."""
    return tuple(dict.fromkeys(role.structure for role in me.roles if role.level in NEAR))


def schools(me: Person, target: Account) -> tuple[Structure, ...]:
    """The schools of the account where the person says who works there; empty where there is none."""
    found = (place for place in target.places if place.kind is Kind.SCHOOL)
    return tuple(place for place in found if any(role.level in NEAR for role in here(me.roles, place)))


def check_classes(me: Person, target: Account) -> None:
    """Raises a `Refusal` where the person may not say what that account teaches.

    They may for themselves, and for a colleague who administers: a director who teaches has a class, too.
    """
    if target.profile is Profile.STUDENT:
        raise Refusal("classes-of-pupil", name=target.name)
    if target.profile not in STAFF:
        raise Refusal("classes-of-nobody", name=target.name)
    if not schools(me, target):
        raise Refusal("classes-from-above", name=target.name)


class Right(StrEnum):
    """What becomes of somebody's right to administer one school, where it is asked about."""

    GIVE = "give"  #: they have none there: it may be given
    TAKE = "take"  #: they have one: it may be withdrawn
    HEAD = "head"  #: they head a school: the right comes and goes with that
    ABOVE = "above"  #: they administer what lies above the school, and so the school
    OWN = "own"  #: it is one's own, and others may change it


def check_right(me: Person, target: Account) -> None:
    """Raises a `Refusal` where the person may say of no school whether that account administers it."""
    if target.profile not in STAFF:
        raise Refusal("right-not-staff", name=target.name)
    if not schools(me, target):
        raise Refusal("right-own-above" if target.id == me.account else "right-from-above", name=target.name)


def right(me: Person, target: Account, school: Structure) -> Right:
    """What the person may do about the account's right to administer that school, which `schools` names."""
    held = here(target.roles, school)
    own = target.id == me.account
    if any(role.level > Level.SCHOOL for role in held):
        return Right.ABOVE
    if Role(Level.SCHOOL, school.id) not in held:
        return Right.OWN if own else Right.GIVE
    if target.function == "director":
        return Right.HEAD
    return Right.OWN if own else Right.TAKE
