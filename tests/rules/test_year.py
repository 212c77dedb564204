"""The school year: what an operator writes of it, the months people name, and the days on which schools are open."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.workflows.nouns import COMMANDS
from bot.workflows.rules.year import month_named, open_now, read_year, school_day
from config.settings import Settings

TABLE = Settings(_env_file=None).tables()["year"]
YEAR = read_year(TABLE)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("mai", 5),
        ("Septembre", 9),
        ("sept.", 9),
        ("05", 5),
        ("12", 12),
        ("août", 8),
        ("AOUT", 8),
        ("february", 2),
        ("jui", None),
        ("juil", 7),
        ("0", None),
        ("13", None),
        ("m", None),
        ("", None),
        ("Jean-Moulin", None),
    ],
)
def test_a_month_is_named_as_people_name_it(typed: str, month: int | None) -> None:
    assert month_named(typed) == month


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2026, 11, 27), True),
        (date(2026, 11, 28), False),  # a Saturday
        (date(2026, 11, 11), False),
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 12, 24), False),  # Christmas holidays
        (date(2026, 7, 20), False),
        (date(2026, 9, 1), True),
    ],
)
def test_schools_are_closed_at_weekends_on_public_holidays_and_in_the_holidays(day: date, open_: bool) -> None:
    assert school_day("B", day) is open_


def test_the_zones_have_winter_holidays_of_their_own() -> None:
    assert [school_day(zone, date(2026, 2, 9)) for zone in ("A", "B", "C")] == [False, True, True]


def test_of_a_zone_without_data_public_holidays_alone_are_known() -> None:
    assert school_day("Corse", date(2026, 12, 24))
    assert not school_day("Corse", date(2026, 12, 25))


def test_a_school_is_open_in_its_hours_by_its_own_clock() -> None:
    moments = [datetime(2026, 11, 27, hour, 30, tzinfo=UTC) for hour in (7, 8, 15, 16)]
    assert [open_now(YEAR, moment) for moment in moments] == [False, True, True, False]
    assert not open_now(YEAR, datetime(2026, 11, 28, 10, tzinfo=UTC))


def test_every_month_asks_for_something_and_every_command_it_names_exists() -> None:
    assert all(YEAR.of(month) for month in range(1, 13))
    assert {task.command for task in YEAR.tasks if task.command} <= set(COMMANDS)


@pytest.mark.parametrize(
    "wrong",
    [
        {"zone": "D"},
        {"hours": [17, 9]},
        {"until": 0},
        {"task": [{**TABLE["task"][0], "months": [13]}]},
        {"task": [{**TABLE["task"][0], "months": []}]},
        {"task": [{**TABLE["task"][0], "where": "elsewhere"}]},
        {"task": [{**TABLE["task"][0], "check": "weather"}]},
    ],
)
def test_an_operator_reads_what_is_wrong_with_the_year(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"year\.toml"):
        read_year({**TABLE, **wrong})
