"""The school year: the checklist of a month in a school, and the reminders of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.terms import Notice, Refusal
from bot.workflows.year import checklist, reminding
from tests.world import World

SCHOOL_DAY = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


def line(said: Notice, check: str) -> dict[str, Any]:
    """What is told of the task with that check."""
    return next(dict(one) for one in said.facts["lines"] if one["check"] == check)


def actions(said: Notice) -> list[tuple[str, str]]:
    """The buttons of an answer: what each does, and to what."""
    return [(key.action, key.target.partition(":")[0]) for row in said.buttons for key in row]


async def test_the_checklist_counts_what_is_left_in_the_school(world: World) -> None:
    said = await checklist.start(world.desk, world.caller("directeur"), "novembre")

    assert (said.kind, said.facts["month"], said.facts["place"]) == ("year", 11, "École Jean-Moulin")
    teachers = await world.desk.directory.teachers("jean-moulin")
    assert line(said, "teachers")["left"] == sum(not placed for _, placed in teachers)
    assert line(said, "links")["left"] > 0
    assert line(said, "reports")["left"] == 0
    assert ("year_do", "fiches") in actions(said)
    assert ("year_do", "signalements") not in actions(said)
    assert actions(said)[-2:] == [("year_back", "10"), ("year_next", "12")]


async def test_the_months_follow_each_other_around_the_year(world: World) -> None:
    december = await checklist.start(world.desk, world.caller("directeur"), "12")
    target = december.buttons[-1][-1].target

    said = await checklist.leaf(world.desk, world.caller("directeur"), target)

    assert said.facts["month"] == 1


@pytest.mark.parametrize("typed", ["13", "brumaire", "mai Nulle-Part"])
async def test_what_is_no_month_and_no_school_is_refused(sqlite_world: World, typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        await checklist.start(sqlite_world.desk, sqlite_world.caller("directeur"), typed)
    assert refused.value.reason == "no-such-month"


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant"])
async def test_whoever_administers_no_school_is_refused(sqlite_world: World, key: str) -> None:
    for ask in (checklist.start, checklist.leaf):
        with pytest.raises(Refusal):
            await ask(sqlite_world.desk, sqlite_world.caller(key), "11")


async def test_the_school_of_somebody_else_is_an_old_button(world: World) -> None:
    theirs = (await checklist.start(world.desk, world.caller("directrice"), "11")).buttons[-1][-1].target

    with pytest.raises(Refusal) as refused:
        await checklist.leaf(world.desk, world.caller("directeur"), theirs)

    assert refused.value.reason == "old-button"


async def test_a_command_that_no_month_names_is_not_run(sqlite_world: World) -> None:
    assert checklist.known(sqlite_world.desk, "classe") == "classe"
    for command in ("bloquer", "", "classe Martin"):
        with pytest.raises(Refusal):
            checklist.known(sqlite_world.desk, command)


async def test_directors_are_reminded_once_a_month_on_a_school_day(world: World) -> None:
    world.now = SCHOOL_DAY
    first = await reminding.remind(world.desk)
    assert first > 0
    assert await reminding.remind(world.desk) == 0
    await world.carry()
    assert "year_reminder" in await world.told("directeur")
    assert "year_reminder" not in await world.told("enseignant")

    world.now = SCHOOL_DAY + timedelta(days=28)  # the first of December
    assert await reminding.remind(world.desk) == first


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 7, 9, tzinfo=UTC),  # a Saturday
        datetime(2026, 11, 11, 9, tzinfo=UTC),
        datetime(2026, 11, 3, 5, tzinfo=UTC),
        datetime(2026, 11, 27, 9, tzinfo=UTC),  # late in the month
    ],
)
async def test_nobody_is_reminded_on_a_day_off_at_night_or_late_in_a_month(
    sqlite_world: World, moment: datetime
) -> None:
    sqlite_world.now = moment
    assert await reminding.remind(sqlite_world.desk) == 0


async def test_whoever_wants_no_more_reminders_gets_none(world: World) -> None:
    said = await world.act("directeur", checklist.silence, True)
    assert said.facts["muted"]
    world.now = SCHOOL_DAY
    await reminding.remind(world.desk)
    await world.carry()
    assert "year_reminder" not in await world.told("directeur")
    assert "year_reminder" in await world.told("directrice")

    await world.act("directeur", checklist.silence, False)
    await reminding.remind(world.desk)
    await world.carry()
    assert "year_reminder" in await world.told("directeur")
