"""The application of statistics of a real ENT, which a platform may lack, or keep from the bot."""

from __future__ import annotations

from datetime import date

import pytest

from bot.ent.directory import Reason
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.terms import Declined
from tests.entcore.standin import Standin

SCHOOL = "jean-moulin"
MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)


async def test_without_the_application_the_ent_says_that_it_counts_nothing(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.town.figures = None
    with pytest.raises(Declined) as met:
        await directory.usage(SCHOOL, MONDAY, FRIDAY)
    assert met.value.reason == Reason.GONE
    assert await directory.activations(SCHOOL)


async def test_a_school_that_the_bot_may_not_count_is_forbidden(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    await directory.schools(["oise"])
    standin.bot.scope = []
    for asked in (directory.activations(SCHOOL), directory.usage(SCHOOL, MONDAY, FRIDAY)):
        with pytest.raises(Declined) as met:
            await asked
        assert met.value.reason == Reason.FORBIDDEN


async def test_figures_that_are_no_numbers_are_left_out(standin: Standin, directory: EntcoreDirectory) -> None:
    visit: dict[str, object] = {
        "school": SCHOOL,
        "day": MONDAY,
        "profile": "teacher",
        "visitors": 3,
        "connections": 7,
        "mobile": 1,
    }
    strange: list[dict[str, object]] = [
        {"connections": "7"},
        {"connections": -5},
        {"profile": "martian"},
        {"connections": True, "mobile": 0},
    ]
    standin.town.figures = {"visits": [visit], "accesses": []}
    expected = await directory.usage(SCHOOL, MONDAY, FRIDAY)
    standin.town.figures = {
        "visits": [visit, *({**visit, "mobile": 0, "visitors": 0} | one for one in strange)],
        "accesses": [],
    }

    assert (await directory.usage(SCHOOL, MONDAY, FRIDAY)).visits == expected.visits
