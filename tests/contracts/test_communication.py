"""Who may write to whom, on every adapter: what is read, what is changed, and that nothing leaves the school."""

from __future__ import annotations

import pytest

from bot.ent.directory import Directory, Reason
from bot.ent.groups import Group
from bot.terms import Profile
from bot.terms.communication import Reach
from tests.contracts.questions import why
from tests.entcore.communication import USUAL

SCHOOL, OTHER, CHORALE, COUNCIL = "jean-moulin", "louise-michel", "jean-moulin/chorale", "jean-moulin/conseil"


async def profiles(directory: Directory, school: str = SCHOOL) -> dict[tuple[Profile, str], Group]:
    """The groups of profiles of the school, by profile and class; the class is empty for the whole school."""
    found = await directory.groups(school)
    return {(one.profile, one.class_name or ""): one for one in found if one.profile is not None}


async def test_a_school_begins_with_the_guides_rules(directory: Directory) -> None:
    groups = await profiles(directory, OTHER)
    rooms = {room for _, room in groups}

    expected = {
        (groups[one, room].id, groups[other, room].id)
        for (one, other), reach in USUAL.items()
        for room in rooms
        if one != other and reach is (Reach.CLASS if room else Reach.ALL)
    }
    assert await directory.rules(OTHER) == sorted(expected)
    assert await directory.rules("atlantis") == []


async def test_what_a_school_changed_is_among_its_rules(directory: Directory) -> None:
    groups, found = await profiles(directory), await directory.rules(SCHOOL)

    assert (groups[Profile.TEACHER, ""].id, groups[Profile.GUEST, ""].id) in found
    assert (COUNCIL, groups[Profile.PERSONNEL, ""].id) in found
    assert await directory.rules_of(SCHOOL, COUNCIL) == [(COUNCIL, groups[Profile.PERSONNEL, ""].id)]
    guests = groups[Profile.GUEST, ""].id
    assert await directory.rules_of(SCHOOL, guests) == sorted(rule for rule in found if guests in rule)
    assert await directory.rules_of(OTHER, COUNCIL) == []
    assert await directory.rules_of(SCHOOL, "nothing") == []


async def test_a_rule_is_made_once_and_removed_once(directory: Directory) -> None:
    before = await directory.rules(SCHOOL)
    for allowed in (True, True, False, False):
        await directory.allow(SCHOOL, CHORALE, COUNCIL, allowed)

        assert await directory.rules(SCHOOL) == (sorted([*before, (CHORALE, COUNCIL)]) if allowed else before)


async def test_a_rule_that_a_school_begins_with_is_removed_and_made_again(directory: Directory) -> None:
    groups = await profiles(directory)
    rule = groups[Profile.STUDENT, "CM2"].id, groups[Profile.TEACHER, "CM2"].id
    before = await directory.rules(SCHOOL)

    await directory.allow(SCHOOL, *rule, False)
    assert await directory.rules(SCHOOL) == sorted({*before} - {rule})
    assert rule not in await directory.rules_of(SCHOOL, rule[1])

    await directory.allow(SCHOOL, *rule, True)
    assert await directory.rules(SCHOOL) == before


async def test_a_rule_goes_one_way(directory: Directory) -> None:
    await directory.allow(SCHOOL, CHORALE, COUNCIL, True)

    assert (COUNCIL, CHORALE) not in await directory.rules(SCHOOL)


async def test_a_rule_between_two_groups_that_write_already_widens_neither(directory: Directory) -> None:
    teachers = (await profiles(directory))[Profile.TEACHER, ""].id

    assert await directory.widened(SCHOOL, CHORALE, teachers) == frozenset()


@pytest.mark.parametrize("allowed", [True, False])
@pytest.mark.parametrize(
    ("school", "one", "other"),
    [
        (SCHOOL, "louise-michel/lecture", CHORALE),
        (SCHOOL, CHORALE, "louise-michel/lecture"),
        (OTHER, CHORALE, COUNCIL),
        (SCHOOL, CHORALE, "nothing"),
        (SCHOOL, CHORALE, CHORALE),
        ("atlantis", CHORALE, COUNCIL),
    ],
)
async def test_a_group_of_another_school_is_not_there(
    directory: Directory, school: str, one: str, other: str, allowed: bool
) -> None:
    before = [await directory.rules(place) for place in (SCHOOL, OTHER)]

    assert await why(directory.allow(school, one, other, allowed)) == Reason.GONE
    assert await why(directory.widened(school, one, other)) == Reason.GONE
    assert [await directory.rules(place) for place in (SCHOOL, OTHER)] == before


async def test_the_rules_a_school_begins_with_come_back_or_are_kept_for_the_administration(
    directory: Directory, behind: str
) -> None:
    groups = await profiles(directory)
    before, rule = (
        await directory.rules(SCHOOL),
        (groups[Profile.STUDENT, "CM2"].id, groups[Profile.TEACHER, "CM2"].id),
    )
    await directory.allow(SCHOOL, *rule, False)
    await directory.allow(SCHOOL, CHORALE, COUNCIL, True)

    if behind == "entcore":
        assert await why(directory.reset_rules(SCHOOL)) == Reason.RESERVED
        assert rule not in await directory.rules(SCHOOL)
        return
    await directory.reset_rules(SCHOOL)
    guests = groups[Profile.GUEST, ""].id
    usual = {one for one in before if one[0] != COUNCIL and one != (groups[Profile.TEACHER, ""].id, guests)}
    assert await directory.rules(SCHOOL) == sorted({*usual, (CHORALE, COUNCIL)})
