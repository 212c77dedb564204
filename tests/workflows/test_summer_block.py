"""A block planned for the summer, its unblock, and the history of both."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.terms import Profile, Refusal
from tests.workflows.profiles import (
    BEFORE,
    BEGINS,
    ENDS,
    SUMMER,
    all_of,
    appoint,
    ask,
    blocked_of,
    choose,
    confirmed,
    row,
    run,
    shown,
)
from tests.world import World


async def test_the_block_and_its_lifting_begin_on_their_days(world: World) -> None:
    await confirmed(world, SUMMER)
    world.now = BEGINS - timedelta(minutes=1)
    await run(world.desk)
    assert await blocked_of(world) == BEFORE

    world.now = BEGINS
    await run(world.desk)
    assert await blocked_of(world) == await all_of(world)

    world.now = ENDS
    await run(world.desk)
    assert await blocked_of(world) == set()


async def test_the_director_is_told_when_each_begins_and_when_it_ends(world: World) -> None:
    first = await confirmed(world, SUMMER)
    second = (await row(world, first))["facts"]["pair"]
    mark = await world.mark()

    for moment in (BEGINS, ENDS):
        world.now = moment
        await run(world.desk)

    told = [
        letter["payload"]["about"] for letter in await world.letters("directeur", mark) if letter["kind"] == "screen"
    ]
    assert told == [f"campaign:{number}" for number in (first, first, second, second)]


async def test_the_summer_that_is_proposed_is_the_operators(world: World) -> None:
    await ask(world, typed="")
    await choose(world, "block_profile", "student")

    asked = await choose(world, "block_summer")

    assert asked.facts["dates"] == ["2027-07-10", "2027-08-31"]


async def test_dates_are_typed_when_asked_for(world: World) -> None:
    await ask(world)
    assert (await choose(world, "block_dates")).kind == "campaign_dates"

    asked = await world.say("directeur", "du 10 juillet au 28 août 2027")

    assert asked is not None
    assert asked.facts["dates"] == ["2027-07-10", "2027-08-28"]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("élèves 10/07/2025 28/08/2025", "dates-past"),
        ("élèves 28/08/2027 10/07/2027", "dates-reversed"),
        ("élèves 31/02/2027", "dates-unread"),
        ("élèves 10/07/2027 28/08/2027 01/09/2027", "dates-unread"),
    ],
)
async def test_dates_that_make_no_sense_are_refused(sqlite_world: World, typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=re.escape(reason)):
        await ask(sqlite_world, typed=typed)


async def test_a_second_plan_for_the_same_profile_is_refused(world: World) -> None:
    await confirmed(world, SUMMER)
    await ask(world, "adjoint", SUMMER)

    with pytest.raises(Refusal, match="campaign-planned"):
        await world.say("adjoint", "élèves")


async def test_two_plans_of_one_moment_run_one_after_the_other(world: World) -> None:
    await confirmed(world, SUMMER)
    await confirmed(world, "parents 10/07/2027 28/08/2027")
    world.now = BEGINS

    await run(world.desk)
    await run(world.desk)

    assert await blocked_of(world) == await all_of(world)
    assert await blocked_of(world, Profile.RELATIVE) == await all_of(world, Profile.RELATIVE)


async def test_a_block_planned_by_somebody_who_left_the_school_does_not_begin(world: World) -> None:
    number = await confirmed(world, SUMMER)
    await appoint(world, "directeur")
    mark = await world.mark()
    world.now = BEGINS

    await run(world.desk)

    assert await blocked_of(world) == BEFORE
    assert [kept["state"] for kept in await world.rows("campaigns")] == ["cancelled", "cancelled"]
    assert await world.told("adjoint", mark) == ["screen"]
    assert (await shown(world, number, "adjoint")).facts["lapsed"]


async def test_a_block_is_lifted_even_if_whoever_planned_it_left_the_school(world: World) -> None:
    await confirmed(world, SUMMER)
    world.now = BEGINS
    await run(world.desk)
    await appoint(world, "directeur")
    world.now = ENDS

    await run(world.desk)

    assert await blocked_of(world) == set()
