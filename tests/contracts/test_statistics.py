"""What an ENT counts, on every adapter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.ent.directory import Directory, Query
from bot.ent.statistics import Access, Visits
from bot.terms import Profile
from tests.contracts.stages import Stage

SCHOOL = "jean-moulin"
MONDAY = date(2026, 11, 16)
FRIDAY = MONDAY + timedelta(days=4)


@pytest.fixture
async def counting(stage: Stage) -> Stage:
    """An ENT that counted nothing yet."""
    await stage.uncounted()
    return stage


async def test_activations_are_those_of_the_schools_people_by_profile(directory: Directory) -> None:
    found = await directory.activations(SCHOOL)

    everybody = (await directory.search(Query(), [SCHOOL], 5000)).accounts
    there = [one for one in everybody if one.deleted_at is None]
    for profile in Profile:
        mine = [one for one in there if one.profile is profile]
        told = [(one.activated, one.everybody) for one in found if one.profile is profile]
        assert told == ([(sum(one.activated for one in mine), len(mine))] if mine else [])
    assert [one.profile for one in found] == [one for one in Profile if one in {each.profile for each in found}]


async def test_of_an_unknown_school_nothing_is_counted(directory: Directory) -> None:
    assert await directory.activations("atlantis") == []
    used = await directory.usage("atlantis", MONDAY, FRIDAY)
    assert (list(used.visits), list(used.accesses)) == ([], [])


async def test_connections_are_added_up_and_visitors_of_weeks_are_not(counting: Stage) -> None:
    for week, visitors in enumerate((20, 30)):
        day = MONDAY + timedelta(weeks=week)
        await counting.came(SCHOOL, day, Profile.RELATIVE, 40, 25, visitors)
        await counting.came(SCHOOL, day + timedelta(days=1), Profile.RELATIVE, 10, 5)
    await counting.came("louise-michel", MONDAY, Profile.RELATIVE, 1000, 0, 1000)

    found = await counting.directory.usage(SCHOOL, MONDAY, MONDAY + timedelta(days=11))

    assert found.visits == [Visits(Profile.RELATIVE, 25, 100, 60)]
    assert found.mobile


async def test_only_the_days_of_the_period_are_counted_and_the_weeks_that_it_touches(counting: Stage) -> None:
    for number in range(5):
        visitors = 12 if number == 0 else 0
        await counting.came(SCHOOL, MONDAY + timedelta(days=number), Profile.TEACHER, 10, 0, visitors)
        await counting.opened(SCHOOL, MONDAY + timedelta(days=number), "Blog", 3)

    found = await counting.directory.usage(SCHOOL, MONDAY + timedelta(days=1), FRIDAY - timedelta(days=1))

    assert found.visits == [Visits(Profile.TEACHER, 12, 30, 0)]
    assert found.accesses == [Access("Blog", False, 9)]


async def test_what_is_opened_comes_the_most_first_and_connectors_are_told_apart(counting: Stage) -> None:
    await counting.opened(SCHOOL, MONDAY, "Blog", 3)
    await counting.opened(SCHOOL, FRIDAY, "Conversation", 9)
    await counting.opened(SCHOOL, FRIDAY, "EduMedia", 4, connector=True)

    found = await counting.directory.usage(SCHOOL, MONDAY, FRIDAY)

    assert found.accesses == [
        Access("Conversation", False, 9),
        Access("EduMedia", True, 4),
        Access("Blog", False, 3),
    ]
    assert found.visits == []
