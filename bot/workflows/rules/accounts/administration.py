"""Who may act on which account or school of the ENT. A stranger does not even learn whether an account exists.

These are the ENT's own rules (guide, chapters 3.A.3, 3.B and 10), checked here before the ENT is asked.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from bot.terms import STAFF, Account, Button, Kind, Level, Person, Refusal, Role, Structure, here
from bot.workflows.rules.accounts import staffing

_LOCAL = ("director", "adml")
GIVE_LINKS = staffing.NEAR  #: the levels that know whom they give a link
_FUNCTIONS = {
    Level.SCHOOL: "adml",
    Level.CIRCONSCRIPTION: "erun",
    Level.DSDEN: "danei",
    Level.RECTORAT: "plateforme",
    Level.VENDOR: "vendor",
}
#: why an account may not, or not any more, do anything of a kind: to ask again would not help
NO_RIGHT = frozenset({"administrators-only", "school-administrators-only", "not-your-school", "not-your-button"})
#: why it may not do that to the account that it was going to
NOT_THEM = frozenset(
    {"no-account", "school-only", "administrator-target", "not-oneself", "block-oneself", "answers-above"}
    | {"link-administrator", "link-oneself", "above-school-only"}
    | {"classes-from-above", "right-from-above", "right-own-above", "right-changed", "fed-account"}
)


class Deed(StrEnum):
    """What may be done to an account."""

    SEE = "see"
    CODE = "code"  #: give a code, or mail the link
    BLOCK = "block"  #: block or unblock
    LINK = "link"  #: give a link that ties the account to whoever holds it
    CLASSES = "classes"  #: say what it teaches
    RIGHT = "right"  #: give it the right to administer a school, or withdraw it
    ATTACH = "attach"  #: attach a member of staff, of whatever school, to a school
    DETACH = "detach"  #: detach one from a school
    SETTLE = "settle"  #: merge it with another account, or say that these are two people's
    CREATE = "create"  #: make it by hand
    MODIFY = "modify"  #: change what was made by hand
    DELETE = "delete"  #: delete or restore what was made by hand


MEMBERSHIP = frozenset({Deed.ATTACH, Deed.DETACH})  #: which `check_member` decides, and not `check`
#: what a school does itself, and no level above (guide, chapters 2.B and 2.C)
_OF_THE_SCHOOL = frozenset({Deed.CREATE, Deed.MODIFY, Deed.DELETE})


def scopes(me: Person) -> tuple[str, ...]:
    """The identifiers of the structures that a person administers; refused where there are none."""
    if not me.roles:
        raise Refusal("administrators-only")
    return tuple(dict.fromkeys(role.structure for role in me.roles))


def administers(who: Account | Person, place: Structure) -> bool:
    """Whether they have a role at that place or in a structure above it; not whether they have one elsewhere."""
    return bool(here(who.roles, place))


def function_at(who: Account | Person, *places: Structure) -> str:
    """What somebody is at these places: the code of their highest function there, else their profile.

    Of somebody without any role, such as an agent who left the bot since, it is the last function that is known.
    """
    if not who.roles:
        return who.function or who.profile.value
    held = [role.level for place in places for role in here(who.roles, place)]
    if not held:
        return who.profile.value
    highest = max(held)
    return who.function if highest is Level.SCHOOL and who.function in _LOCAL else _FUNCTIONS[highest]


def shared(me: Person, target: Account) -> tuple[Structure, ...]:
    """The places of the account that the person administers."""
    return tuple(place for place in target.places if administers(me, place))


def elsewhere(target: Account, places: Collection[Structure]) -> tuple[Structure, ...]:
    """The structures that the account administers though none of these places lies in them, as far as known."""
    known = {one.id: one for place in target.places for one in (*place.above, place)}
    ours = {role for place in places for role in here(target.roles, place)}
    ids = dict.fromkeys(role.structure for role in target.roles if role not in ours)
    return tuple(known[one] for one in ids if one in known)


def only_elsewhere(me: Person, target: Account) -> tuple[Structure, ...]:
    """As `elsewhere`, for the places that both share; empty where the account administers one of these, too."""
    ours = shared(me, target)
    return () if any(administers(target, place) for place in ours) else elsewhere(target, ours)


def sees(me: Person, target: Account) -> bool:
    """Whether the account is of a structure that the person administers, or of one below it."""
    return bool(shared(me, target))


def check(deed: Deed, me: Person, target: Account) -> None:
    """Raises a `Refusal` where the person may not do that; for an account they may not see, "no such account"."""
    scopes(me)
    if not sees(me, target):
        raise Refusal("no-account", name="")
    if deed is Deed.SEE:
        return
    if deed is Deed.CLASSES:
        staffing.check_classes(me, target)
        return
    if deed is Deed.RIGHT:
        staffing.check_right(me, target)
        return
    if target.id == me.account:
        raise _own(deed)
    if target.roles and not (deed is Deed.SETTLE and _outranks(me, target)):
        raise _protected(deed, me, target)
    if deed is Deed.LINK and not any(role.level in GIVE_LINKS for role in me.roles):
        raise Refusal("link-from-below", name=target.name)
    if deed is Deed.BLOCK and not any(Role(Level.SCHOOL, place.id) in me.roles for place in target.places):
        raise Refusal("school-only", name=target.name)
    if deed in _OF_THE_SCHOOL and not any(Role(Level.SCHOOL, place.id) in me.roles for place in target.places):
        raise Refusal("school-administrators-only")


def allows(deed: Deed, me: Person, target: Account) -> bool:
    """Whether the person may do that: `check` raises nothing."""
    try:
        check(deed, me, target)
    except Refusal:
        return False
    return True


def above(me: Person) -> tuple[str, ...]:
    """The structures above the schools of which the person is an administrator; empty where there is none."""
    return tuple(dict.fromkeys(role.structure for role in me.roles if role.level > Level.SCHOOL))


def check_above(me: Person, place: Structure) -> None:
    """Raises a `Refusal` unless that is a school, and the person administers a structure above it.

    Whoever administers the school itself is told whom to ask; to a stranger, there is no such school.
    """
    scopes(me)
    if place.kind is Kind.SCHOOL and any(role.level > Level.SCHOOL for role in here(me.roles, place)):
        return
    raise Refusal("above-school-only") if administers(me, place) else Refusal("no-such-school", name=place.name)


def check_member(deed: Deed, me: Person, target: Account, place: Structure) -> None:
    """Raises a `Refusal` where the person may not attach that account to that school, or detach it from there.

    Only staff is attached: any other account reads as none. Who answers for a structure above the school cannot be
    detached from it: their right there would stay.
    """
    check_above(me, place)
    if target.profile not in STAFF:
        raise Refusal("no-account", name="")
    if deed is Deed.DETACH and any(role.structure != place.id for role in here(target.roles, place)):
        raise Refusal("answers-above", name=target.name, place=place.name)


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


def near(me: Person) -> tuple[str, ...]:
    """The structures of which the person knows the schools: schools, towns, circonscriptions; refused without any."""
    scopes(me)
    mine = staffing.scopes(me)
    if not mine:
        raise Refusal("school-administrators-only")
    return mine


def check_near(me: Person, place: Structure) -> None:
    """Raises a `Refusal` unless that is a school, and the person administers it or what is right above it.

    So do those of a town's space, through the rights that they inherit (guide, chapter 6.C). To anybody else, it
    looks as if it did not exist.
    """
    scopes(me)
    if place.kind is not Kind.SCHOOL or not any(role.level in staffing.NEAR for role in here(me.roles, place)):
        raise Refusal("old-button")


def school_of(me: Person, target: Account) -> str:
    """The school to record with an act on that account: one the person administers, else its first; empty if none."""
    here = [place for place in target.places if place.kind is Kind.SCHOOL]
    mine = [place for place in here if Role(Level.SCHOOL, place.id) in me.roles]
    return next((place.id for place in (*mine, *here)), "")


def _outranks(me: Person, target: Account) -> bool:
    """Whether the person answers at a higher level than each at which the account does, and for the same places.

    The ENT merges administrators' accounts too, for whoever administers a school of each, and gives the account that
    is left the rights of both. So nobody may whose own rights these could exceed: only a level above them.
    """
    known = {one.id: one for place in target.places for one in (*place.above, place)}
    above = (
        any(mine.level > role.level for mine in here(me.roles, known[role.structure]))
        for role in target.roles
        if role.structure in known
    )
    return all(above) and all(role.structure in known for role in target.roles)


def _own(deed: Deed) -> Refusal:
    """Why nobody does that to their own account."""
    if deed is Deed.LINK:
        return Refusal("link-oneself")
    if deed is Deed.SETTLE:
        return Refusal("settle-oneself")
    if deed in _OF_THE_SCHOOL:
        return Refusal("hand-oneself")
    return Refusal("block-oneself" if deed is Deed.BLOCK else "not-oneself")


def _protected(deed: Deed, me: Person, target: Account) -> Refusal:
    """Why nobody acts on that account: the ENT declines for whoever administers anything, here or elsewhere.

    No level above gives it a link either: whoever opened one would have its rights. Only an operator makes one.
    """
    if deed is Deed.LINK:
        return Refusal("link-administrator", name=target.name)
    away = only_elsewhere(me, target)
    if away:
        names = ", ".join(place.name for place in away)
        school = all(place.kind is Kind.SCHOOL for place in away)
        refusal = Refusal("administrator-elsewhere", name=target.name, place=names, school=school)
    else:
        refusal = Refusal("administrator-target", name=target.name)
    if not any(role.level is Level.VENDOR for role in me.roles):
        refusal.buttons = ((Button("ask_above", target.id, me.id),),)
    return refusal
