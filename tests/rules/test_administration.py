"""Who may act on which account, for every role × target × structure × deed."""

from __future__ import annotations

from itertools import product

import pytest

from bot.terms import Account, Level, Person, Profile, Refusal, Role, Structure
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed, administers, elsewhere, function_at
from tests.people import BEAUVAIS, CHAIN, CREIL, DSDEN, JEAN_MOULIN, JULES_VERNE, LOUISE_MICHEL, agent, person

SCHOOLS = (JEAN_MOULIN, LOUISE_MICHEL, JULES_VERNE)
AGENTS = [(level, place) for level, place in zip(Level, CHAIN, strict=True)]
AGENTS += [(Level.SCHOOL, LOUISE_MICHEL), (Level.SCHOOL, JULES_VERNE), (Level.CIRCONSCRIPTION, BEAUVAIS)]
FAMILIES = [person(profile, key=n) for n, profile in enumerate(Profile, 10)]
#: the roles of the account to act on
TARGET_ROLES = [(), (Role(Level.SCHOOL, "jean-moulin"),), (Role(Level.CIRCONSCRIPTION, "creil"),)]

BY_HAND = (Deed.CREATE, Deed.MODIFY, Deed.DELETE)  #: what a school does to accounts made by hand


def account(place: Structure, roles: tuple[Role, ...] = (), profile: Profile = Profile.STUDENT) -> Account:
    """Somebody's account at that place."""
    return Account("target", "target", "Ana", "Ito", profile, (place,), roles)


def outcome(deed: Deed, me: Person, target: Account) -> str:
    """The reason of the refusal; empty where the deed is allowed."""
    try:
        administration.check(deed, me, target)
    except Refusal as refusal:
        return refusal.reason
    return ""


def lies_below(place: Structure, structure: Structure) -> bool:
    """Whether the place is that structure, or lies below it."""
    return structure in (place, *place.above)


def outranks(level: Level, place: Structure, role: Role) -> bool:
    """Whether an agent of that level, who sees an account of that place, is above its role in the same line."""
    return level > role.level and role.structure in {one.id for one in (place, *place.above)}


@pytest.mark.parametrize("deed", list(Deed))
@pytest.mark.parametrize(("level", "structure"), AGENTS)
def test_an_administrator_acts_on_the_accounts_below_them_and_on_no_colleague(
    deed: Deed, level: Level, structure: Structure
) -> None:
    me = agent(level, structure)
    for place, roles, profile in product(SCHOOLS, TARGET_ROLES, Profile):
        met = outcome(deed, me, account(place, roles, profile))
        if not lies_below(place, structure):
            assert met == "no-account"
        elif deed is Deed.SEE or (deed is Deed.SETTLE and all(outranks(level, place, role) for role in roles)):
            assert met == ""
        elif deed is Deed.CLASSES:
            assert met == _of_classes(level, profile)
        elif deed is Deed.RIGHT:
            assert met == _of_right(level, profile)
        elif roles:
            assert met == ("link-administrator" if deed is Deed.LINK else "administrator-target")
        elif deed is Deed.BLOCK and level is not Level.SCHOOL:
            assert met == "school-only"
        elif deed in BY_HAND and level is not Level.SCHOOL:
            assert met == "school-administrators-only"
        elif deed is Deed.LINK and level > Level.CIRCONSCRIPTION:
            assert met == "link-from-below"
        else:
            assert met == ""


def _of_classes(level: Level, profile: Profile) -> str:
    """Why an agent of that level may not say what an account of that profile teaches; whatever it administers."""
    if profile is Profile.STUDENT:
        return "classes-of-pupil"
    if profile in (Profile.RELATIVE, Profile.GUEST):
        return "classes-of-nobody"
    return "classes-from-above" if level > Level.CIRCONSCRIPTION else ""


def _of_right(level: Level, profile: Profile) -> str:
    """Why an agent of that level may not say whether an account of that profile administers a school."""
    if profile not in (Profile.TEACHER, Profile.PERSONNEL):
        return "right-not-staff"
    return "right-from-above" if level > Level.CIRCONSCRIPTION else ""


@pytest.mark.parametrize("deed", list(Deed))
@pytest.mark.parametrize("me", FAMILIES, ids=lambda who: who.profile.value)
def test_whoever_administers_nothing_acts_on_nobody(deed: Deed, me: Person) -> None:
    for place, roles in product(SCHOOLS, TARGET_ROLES):
        assert outcome(deed, me, account(place, roles)) == "administrators-only"


@pytest.mark.parametrize("deed", [Deed.CODE, Deed.BLOCK, Deed.LINK, Deed.SETTLE, *BY_HAND])
def test_nobody_acts_on_themselves(deed: Deed) -> None:
    me = agent(Level.SCHOOL, JEAN_MOULIN)
    mine = Account(me.account, me.login, "Ana", "Ito", Profile.TEACHER, (JEAN_MOULIN,), me.roles)

    own = {Deed.BLOCK: "block-oneself", Deed.LINK: "link-oneself", Deed.SETTLE: "settle-oneself"}
    own |= dict.fromkeys(BY_HAND, "hand-oneself")
    assert outcome(deed, me, mine) == own.get(deed, "not-oneself")


def test_a_pupil_of_two_schools_is_seen_to_by_both() -> None:
    shared = Account("target", "target", "Ana", "Ito", Profile.STUDENT, (LOUISE_MICHEL, JEAN_MOULIN))

    for school in (JEAN_MOULIN, LOUISE_MICHEL):
        me = agent(Level.SCHOOL, school)
        assert administration.allows(Deed.BLOCK, me, shared)
        assert administration.school_of(me, shared) == school.id


def test_the_whole_of_a_school_is_for_its_own_administrators() -> None:
    for level, structure in AGENTS:
        me = agent(level, structure)
        if level is Level.SCHOOL:
            assert administration.own_schools(me) == (structure.id,)
        else:
            with pytest.raises(Refusal, match="school-administrators-only"):
                administration.own_schools(me)
        for school in SCHOOLS:
            allowed = (level, structure) == (Level.SCHOOL, school)
            if allowed:
                administration.check_school(me, school.id)
            else:
                with pytest.raises(Refusal, match="not-your-school"):
                    administration.check_school(me, school.id)


@pytest.mark.parametrize(("level", "structure"), AGENTS)
@pytest.mark.parametrize("school", SCHOOLS)
def test_the_groups_of_a_school_are_for_its_administrators_and_their_erun(
    level: Level, structure: Structure, school: Structure
) -> None:
    near = level in (Level.SCHOOL, Level.CIRCONSCRIPTION) and lies_below(school, structure)
    if near:
        administration.check_near(agent(level, structure), school)
        return
    with pytest.raises(Refusal, match="old-button"):
        administration.check_near(agent(level, structure), school)


@pytest.mark.parametrize("me", FAMILIES)
def test_whoever_administers_nothing_has_no_groups(me: Person) -> None:
    with pytest.raises(Refusal, match="administrators-only"):
        administration.check_near(me, JEAN_MOULIN)


def test_the_scope_of_an_agent_is_every_structure_they_answer_for_once() -> None:
    me = person(Profile.TEACHER, Role(Level.SCHOOL, "jean-moulin"), Role(Level.SCHOOL, "jean-moulin"))

    assert administration.scopes(me) == ("jean-moulin",)
    assert CREIL.id not in administration.scopes(me)
    assert DSDEN.id not in administration.scopes(me)


ELSEWHERE = [
    ((Role(Level.SCHOOL, LOUISE_MICHEL.id),), (JEAN_MOULIN, LOUISE_MICHEL), "Louise-Michel", True),
    ((Role(Level.CIRCONSCRIPTION, BEAUVAIS.id),), (JEAN_MOULIN, BEAUVAIS), "Beauvais", False),
]


@pytest.mark.parametrize("deed", [Deed.CODE, Deed.BLOCK])
@pytest.mark.parametrize(("roles", "places", "name", "school"), ELSEWHERE)
def test_an_administrator_of_another_school_is_refused_with_the_truth_and_a_way_up(
    deed: Deed, roles: tuple[Role, ...], places: tuple[Structure, ...], name: str, school: bool
) -> None:
    me = agent(Level.SCHOOL, JEAN_MOULIN)
    target = Account("target", "target", "Ana", "Ito", Profile.TEACHER, places, roles, function="director")

    with pytest.raises(Refusal, match="administrator-elsewhere") as met:
        administration.check(deed, me, target)

    assert (met.value.facts["place"], met.value.facts["school"]) == (name, school)
    assert [(key.action, key.target) for row in met.value.buttons for key in row] == [("ask_above", "target")]
    assert administration.allows(Deed.SEE, me, target)


def test_whoever_is_above_both_schools_reads_that_the_account_administers_here() -> None:
    target = account(JEAN_MOULIN, (Role(Level.SCHOOL, JEAN_MOULIN.id),))

    assert outcome(Deed.CODE, agent(Level.CIRCONSCRIPTION, CREIL), target) == "administrator-target"


#: roles, function of the account, places, and what somebody with these is there
HERE = [
    ((), "", (JEAN_MOULIN,), "teacher"),
    ((), "director", (JEAN_MOULIN,), "director"),  # an agent who left the bot
    ((Role(Level.SCHOOL, "jean-moulin"),), "director", (JEAN_MOULIN,), "director"),
    ((Role(Level.SCHOOL, "jean-moulin"),), "director", (LOUISE_MICHEL,), "teacher"),
    ((Role(Level.SCHOOL, "jean-moulin"),), "director", (LOUISE_MICHEL, JEAN_MOULIN), "director"),
    ((Role(Level.SCHOOL, "jean-moulin"),), "adml", (JEAN_MOULIN,), "adml"),
    ((Role(Level.CIRCONSCRIPTION, "creil"),), "erun", (JEAN_MOULIN,), "erun"),
    ((Role(Level.CIRCONSCRIPTION, "creil"),), "erun", (JULES_VERNE,), "teacher"),
    ((Role(Level.CIRCONSCRIPTION, "creil"), Role(Level.SCHOOL, "jean-moulin")), "erun", (JEAN_MOULIN,), "erun"),
    ((Role(Level.CIRCONSCRIPTION, "creil"), Role(Level.SCHOOL, "jules-verne")), "erun", (JULES_VERNE,), "adml"),
    ((Role(Level.DSDEN, "oise"),), "danei", (JULES_VERNE,), "danei"),
]


@pytest.mark.parametrize(("roles", "function", "places", "word"), HERE)
def test_what_somebody_is_depends_on_the_place(
    roles: tuple[Role, ...], function: str, places: tuple[Structure, ...], word: str
) -> None:
    who = person(Profile.TEACHER, *roles, function=function)

    assert function_at(who, *places) == word
    if roles:
        assert any(administers(who, place) for place in places) == (word != "teacher")


def test_where_else_somebody_administers_is_told_apart_from_here() -> None:
    roles = (Role(Level.SCHOOL, "jean-moulin"), Role(Level.SCHOOL, "jules-verne"), Role(Level.SCHOOL, "unknown"))
    target = Account("t", "t", "Ana", "Ito", Profile.TEACHER, (JEAN_MOULIN, JULES_VERNE), roles)

    assert elsewhere(target, (JEAN_MOULIN,)) == (JULES_VERNE,)
    assert elsewhere(target, (JEAN_MOULIN, JULES_VERNE)) == ()


@pytest.mark.parametrize(("level", "structure"), AGENTS)
def test_no_level_is_sent_above_for_the_link_of_an_administrator(level: Level, structure: Structure) -> None:
    roles = (Role(Level.SCHOOL, JEAN_MOULIN.id),)
    target = Account("target", "target", "Ana", "Ito", Profile.TEACHER, (JEAN_MOULIN,), roles, function="director")
    me = agent(level, structure)
    if not administration.sees(me, target):
        return

    with pytest.raises(Refusal, match="link-administrator") as met:
        administration.check(Deed.LINK, me, target)

    assert not met.value.buttons
