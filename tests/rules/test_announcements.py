"""Announcements: what is typed, by day only, and what else is shown at the same time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.terms import Profile, Refusal
from bot.terms.announcements import Announced, Announcement, begins_at, day_of, ends_at
from bot.workflows.conversations import days
from bot.workflows.rules import announcements as rules
from bot.workflows.rules.calendar import ZONE

HOURS = rules.Announcing()
TODAY = date(2026, 3, 27)  # two days before the clocks go forward


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    """That hour at the schools."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (at(0), at(8)),
        (at(7, 59), at(8)),
        (at(8), at(8)),
        (at(19, 59), at(19, 59)),
        (at(20), at(8, day=TODAY + timedelta(days=1))),
        (at(23, 59), at(8, day=TODAY + timedelta(days=1))),
    ],
)
def test_nothing_is_brought_in_the_night(moment: datetime, opens: datetime) -> None:
    assert HOURS.opens(moment) == opens


def test_the_next_morning_is_at_the_same_hour_when_the_clocks_change() -> None:
    assert HOURS.tomorrow(at(12, day=date(2026, 3, 28))) == at(8, day=date(2026, 3, 29))


@pytest.mark.parametrize(
    "table",
    [
        {"from_hour": 20, "to_hour": 8},
        {"from_hour": -1},
        {"to_hour": 25},
        {"text_limit": 0},
        {"text_limit": 2000, "languages": 4},
    ],
)
def test_hours_and_lengths_that_cannot_be_are_refused(table: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"announcements\.toml"):
        rules.read_announcing(table)


def test_it_is_shown_from_the_first_moment_of_its_first_day_to_the_midnight_of_its_last() -> None:
    last = date(2026, 3, 29)
    assert begins_at(last) == datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert ends_at(last) == datetime(2026, 3, 29, 21, 59, 59, 999000, tzinfo=UTC)
    assert day_of(ends_at(last)) == last


def announced(key: str, starts: int, ends: int, *profiles: Profile, further: bool = False) -> Announced:
    """An announcement that begins and ends so many days from today."""
    first, last = TODAY + timedelta(days=starts), TODAY + timedelta(days=ends)
    said = Announcement(title=key, texts={}, starts=first, ends=last, profiles=frozenset(profiles))
    return Announced(
        id=key, school="s", said=said, further=further, starts_at=begins_at(first), ends_at=ends_at(last)
    )


def test_what_some_of_the_same_people_see_on_some_of_these_days_is_beside() -> None:
    parent, pupil = Profile.RELATIVE, Profile.STUDENT
    listed = [
        announced("same", 0, 2, parent, pupil),
        announced("itself", 0, 2, parent),
        announced("others", 0, 2, pupil),
        announced("before", -5, -1, parent),
        announced("after", 3, 4, parent),
        announced("touches", 2, 9, parent),
        announced("further", 1, 1, pupil, further=True),
    ]

    found = rules.beside(listed, "itself", TODAY, TODAY + timedelta(days=2), [parent], at(12))

    assert found == ["same", "touches", "further"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("parents et élèves", [Profile.STUDENT, Profile.RELATIVE]),
        ("les enseignants, personnels", [Profile.TEACHER, Profile.PERSONNEL]),
        ("Invités", [Profile.GUEST]),
    ],
)
def test_profiles_are_read_as_people_write_them(typed: str, found: list[Profile]) -> None:
    assert rules.profiles(typed) == found


@pytest.mark.parametrize("typed", ["les voisins", "parents et chats"])
def test_a_word_that_is_no_profile_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="unknown-profile"):
        rules.profiles(typed)


@pytest.mark.parametrize(
    ("typed", "stage"), [("", ""), ("tous", ""), ("en cours", "running"), ("À venir", "coming"), ("passés", "over")]
)
def test_stages_are_read_with_and_without_accents(typed: str, stage: str) -> None:
    assert rules.stage(typed) == stage


def test_a_text_keeps_its_lines_and_loses_the_empty_ones() -> None:
    assert rules.text("  La fête \n\n\n  est   samedi  ", 100) == "La fête\nest samedi"


def test_a_month_has_its_days_in_weeks_and_marks_today() -> None:
    rows = days.month(7, "pick", "leaf", date(2026, 3, 1), TODAY, TODAY)

    assert {len(row) for row in rows[:-1]} == {7}
    shown = {key.target: key.words for row in rows[:-1] for key in row if key.target != "-"}
    assert list(shown) == [f"2026-03-{day:02}" for day in range(27, 32)]
    assert shown["2026-03-27"] == "[27]"
    assert [key.target for key in rows[-1]] == ["2026-04"]
    assert [key.target for key in days.month(7, "pick", "leaf", date(2026, 12, 1), TODAY, TODAY)[-1]] == [
        "2026-11",
        "2027-01",
    ]


@pytest.mark.parametrize("value", ["2026-3", "2026-13", "2019-01", "9999-01", "mars", ""])
def test_a_month_that_no_button_has_is_an_old_button(value: str) -> None:
    with pytest.raises(Refusal, match="old-button"):
        days.leafed(value, TODAY)
