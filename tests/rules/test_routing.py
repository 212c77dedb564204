"""Where a request enters, is escalated and is sent back to, for every profile × category × level."""

from __future__ import annotations

import pytest

from bot.terms import Level, Person, Profile, Refusal, Role, Structure
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.routing import Audience
from tests.people import (
    BEAUVAIS,
    CHAIN,
    CREIL,
    DSDEN,
    JEAN_MOULIN,
    JULES_VERNE,
    LOUISE_MICHEL,
    RECTORAT,
    VENDOR,
    agent,
    person,
    request,
)
from tests.world import policy

POLICY = policy()
LEVELS = POLICY.levels
FAMILIES = (Profile.STUDENT, Profile.RELATIVE, Profile.GUEST)
STAFF = (Profile.TEACHER, Profile.PERSONNEL)


def entries() -> list[tuple[Person, str, Level]]:
    """Each kind of requester and each category, with the level that the guide's table says."""
    found = []
    for category in POLICY.categories:
        found += [(person(profile), category, Level.SCHOOL) for profile in FAMILIES]
        staff = Level.SCHOOL if category == "classe" else Level.CIRCONSCRIPTION
        found += [(person(profile), category, staff) for profile in STAFF]
        found += [
            (agent(level, place), category, min(Level(min(level + 1, 4)), Level.VENDOR))
            for level, place in zip(Level, CHAIN, strict=True)
        ]
    return found


@pytest.mark.parametrize(("who", "category", "level"), entries())
def test_a_request_enters_at_the_level_that_serves_its_requester(who: Person, category: str, level: Level) -> None:
    assert routing.entry(LEVELS, who, category, JEAN_MOULIN) is level


@pytest.mark.parametrize("category", POLICY.categories)
@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("level", list(Level))
def test_a_request_climbs_one_serving_level_at_a_time_up_to_the_vendor(
    profile: Profile, category: str, level: Level
) -> None:
    who = person(profile)
    entry = routing.entry(LEVELS, who, category, JEAN_MOULIN)
    if level < entry:
        return  # their requests are never at that level
    here = request(level=level, entry=entry, category=category)

    up = routing.above(LEVELS, here, who)

    assert up == (None if level is Level.VENDOR else Level(level + 1))


@pytest.mark.parametrize("category", POLICY.categories)
@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("level", list(Level))
def test_a_request_goes_back_no_lower_than_where_it_entered(profile: Profile, category: str, level: Level) -> None:
    who = person(profile)
    entry = routing.entry(LEVELS, who, category, JEAN_MOULIN)
    if level < entry:
        return
    here = request(level=level, entry=entry, category=category)

    down = routing.below(LEVELS, here, who)

    assert down == (None if level == entry else Level(level - 1))


@pytest.mark.parametrize(("level", "structure"), list(zip(Level, CHAIN, strict=True)))
def test_each_level_is_treated_by_the_structure_of_its_kind(level: Level, structure: object) -> None:
    assert routing.desk(LEVELS, JEAN_MOULIN, level) == Role(level, structure.id)  # type: ignore[attr-defined]


def test_another_circonscription_has_another_desk() -> None:
    assert routing.desk(LEVELS, BEAUVAIS, Level.CIRCONSCRIPTION) != Role(Level.CIRCONSCRIPTION, CREIL.id)


@pytest.mark.parametrize("place", [CREIL, DSDEN, RECTORAT, VENDOR])
def test_what_is_about_no_school_has_no_school_desk(place: object) -> None:
    with pytest.raises(Refusal, match="no-desk"):
        routing.desk(LEVELS, place, Level.SCHOOL)  # type: ignore[arg-type]


HERE, ABOVE = Role(Level.SCHOOL, JEAN_MOULIN.id), Role(Level.CIRCONSCRIPTION, CREIL.id)
#: the roles of somebody, the place that they ask about, who they are there, and where their request enters
SEVERAL_HATS: list[tuple[tuple[Role, ...], Structure, Audience, Level]] = [
    ((HERE,), JEAN_MOULIN, Audience.SCHOOLS, Level.CIRCONSCRIPTION),
    ((HERE,), LOUISE_MICHEL, Audience.TEACHERS, Level.CIRCONSCRIPTION),
    ((ABOVE,), JEAN_MOULIN, Audience.AGENTS, Level.DSDEN),
    ((ABOVE,), LOUISE_MICHEL, Audience.AGENTS, Level.DSDEN),
    ((ABOVE,), JULES_VERNE, Audience.TEACHERS, Level.CIRCONSCRIPTION),
    ((HERE, ABOVE), JEAN_MOULIN, Audience.AGENTS, Level.DSDEN),
    ((HERE, ABOVE), LOUISE_MICHEL, Audience.AGENTS, Level.DSDEN),
    ((HERE, Role(Level.CIRCONSCRIPTION, BEAUVAIS.id)), JEAN_MOULIN, Audience.SCHOOLS, Level.CIRCONSCRIPTION),
    ((HERE, Role(Level.DSDEN, DSDEN.id)), JEAN_MOULIN, Audience.AGENTS, Level.RECTORAT),
    ((Role(Level.VENDOR, VENDOR.id),), JULES_VERNE, Audience.AGENTS, Level.VENDOR),
]


@pytest.mark.parametrize(("roles", "place", "audience", "level"), SEVERAL_HATS)
def test_who_somebody_is_and_where_they_enter_depends_on_the_place_they_ask_about(
    roles: tuple[Role, ...], place: Structure, audience: Audience, level: Level
) -> None:
    who = person(Profile.TEACHER, *roles)

    assert routing.audience(who, place) is audience
    assert routing.entry(LEVELS, who, "application", place) is level
    assert routing.over(who, place) is (Level.SCHOOL if audience is Audience.TEACHERS else level)


@pytest.mark.parametrize(("roles", "place", "audience", "level"), SEVERAL_HATS)
def test_nobodys_request_enters_at_a_desk_of_their_own_or_comes_back_to_one(
    roles: tuple[Role, ...], place: Structure, audience: Audience, level: Level
) -> None:
    if Level.VENDOR in {role.level for role in roles}:
        return  # nobody is above the vendor
    who = person(Profile.TEACHER, *roles)
    for category in POLICY.categories:
        entry = routing.entry(LEVELS, who, category, place)
        assert routing.desk(LEVELS, place, entry) not in roles
        for up in (level for level in Level if level > entry):
            down = routing.below(LEVELS, request(place=place, level=up, entry=entry, category=category), who)
            assert down is None or routing.desk(LEVELS, place, down) not in roles


def test_a_director_who_teaches_elsewhere_is_served_there_as_a_teacher() -> None:
    who = person(Profile.TEACHER, HERE)

    assert routing.entry(LEVELS, who, "classe", LOUISE_MICHEL) is Level.SCHOOL
    assert routing.entry(LEVELS, who, "classe", JEAN_MOULIN) is Level.CIRCONSCRIPTION
    there = request(place=LOUISE_MICHEL, level=Level.CIRCONSCRIPTION, category="classe")
    assert routing.below(LEVELS, there, who) is Level.SCHOOL
