"""A block planned for the summer, its unblock, and the history of both."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot import texts
from bot.terms import Profile, Refusal
from bot.workflows.blocks import campaigns
from tests.workflows.profiles import (
    BEFORE,
    BEGINS,
    ENDS,
    SUMMER,
    Failing,
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
        ("élèves 31/02/2027", "dates-none"),
        ("élèves 10/07/2027 28/08/2027 01/09/2027", "dates-unread"),
    ],
)
async def test_dates_that_make_no_sense_are_refused(sqlite_world: World, typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=re.escape(reason)):
        await ask(sqlite_world, typed=typed)


async def test_a_second_plan_for_the_same_profile_is_refused(world: World) -> None:
    await confirmed(world, SUMMER)

    with pytest.raises(Refusal, match="campaign-planned"):
        await ask(world, "adjoint", SUMMER)


async def test_a_second_plan_is_refused_as_soon_as_its_moment_is_chosen(world: World) -> None:
    await confirmed(world, SUMMER)
    await ask(world, "adjoint", "")
    await choose(world, "block_profile", "student", "adjoint")

    for moment in ("block_summer", "block_dates"):
        with pytest.raises(Refusal, match="campaign-planned"):
            await choose(world, moment, key="adjoint")
    asked = await choose(world, "block_today", key="adjoint")
    assert asked.kind == "campaign_asked"


async def test_two_directors_who_plan_at_once_plan_once(world: World) -> None:
    await ask(world, "directeur", SUMMER)
    await ask(world, "adjoint", SUMMER)
    await world.say("directeur", "élèves")

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


async def test_a_plan_that_slept_through_both_its_days_is_not_run_just_to_be_undone(world: World) -> None:
    first = await confirmed(world, SUMMER)
    mark = await world.mark()
    world.now = ENDS + timedelta(days=4)

    await run(world.desk)

    assert await blocked_of(world) == BEFORE
    assert [kept["state"] for kept in await world.rows("campaigns")] == ["cancelled", "cancelled"]
    assert await world.rows("interventions") == []
    told = [one["payload"]["about"] for one in await world.letters("directeur", mark) if one["kind"] != "menu"]
    assert told == [f"campaign:{first}"]
    text = texts.plain(texts.word(await shown(world, first), "fr").text).replace("\u00a0", " ")
    assert (
        "Rien n’a été fait : je n’ai pas pu agir le 10 juil. 2027, et la fin prévue le 28 août 2027 est déjà" in text
    )


async def test_a_plan_that_slept_through_its_first_day_is_run_late(world: World) -> None:
    await confirmed(world, SUMMER)
    world.now = BEGINS + timedelta(days=9)
    await run(world.desk)
    assert await blocked_of(world) == await all_of(world)

    world.now = ENDS + timedelta(days=2)
    await run(world.desk)
    assert await blocked_of(world) == set()


async def test_an_unblock_whose_block_again_is_due_too_is_not_run_either(world: World) -> None:
    await confirmed(world, SUMMER, blocked=False)
    world.now = ENDS + timedelta(days=4)

    await run(world.desk)

    assert await blocked_of(world) == BEFORE


@pytest.mark.usefixtures("two_at_a_time")
@pytest.mark.parametrize("pages", [0, 1])
async def test_a_block_that_the_ent_held_up_until_its_lifting_stops_there(
    world: World, ent: Failing, pages: int
) -> None:
    first = await confirmed(world, SUMMER)
    world.now = BEGINS
    ent.down = not pages
    await campaigns.advance(world.desk)
    ent.down = True
    await run(world.desk)
    ent.down = False
    changed = await blocked_of(world) - BEFORE
    assert len(changed) == (2 if pages else 0)

    world.now = ENDS
    await run(world.desk)

    assert await blocked_of(world) == (set() if pages else BEFORE)
    states = [kept["state"] for kept in await world.rows("campaigns")]
    assert states == (["cancelled", "done"] if pages else ["cancelled", "cancelled"])
    assert (await shown(world, first)).facts["expired"]


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("parents d’élèves du 10 au 31 juillet", ["2027-07-10", "2027-07-31"]),
        ("les parents demain", ["2026-11-25"]),
        ("du 20 décembre au 5 janvier, parents", ["2026-12-20", "2027-01-05"]),
        ("parents aujourd’hui", ["2026-11-24"]),
        ("parents maintenant", []),
    ],
)
async def test_profile_and_days_are_read_in_one_line(sqlite_world: World, typed: str, dates: list[str]) -> None:
    asked = await ask(sqlite_world, typed=typed)

    assert (asked.kind, asked.facts["profile"], asked.facts["dates"]) == ("campaign_asked", "relative", dates)
