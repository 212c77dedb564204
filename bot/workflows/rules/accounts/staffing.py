"""Who may say who works at a school: what somebody teaches there. For its own administrators and their ERUN."""

from __future__ import annotations

from bot.terms import Account, Kind, Level, Person, Profile, Refusal, Structure, here

NEAR = frozenset({Level.SCHOOL, Level.CIRCONSCRIPTION})  #: the levels that know who works in a school
STAFF = (Profile.TEACHER, Profile.PERSONNEL)  #: the profiles of those who work in schools


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
