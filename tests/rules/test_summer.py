"""The days of a planned block, as people type them and as the bot offers them; profiles as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.terms import Profile, Refusal
from bot.workflows.rules import written
from bot.workflows.rules.blocks.summer import Summer, coming, read_summer, starts
from bot.workflows.rules.calendar import ZONE, today
from bot.workflows.rules.written import days_in

TODAY = date(2026, 11, 24)
SUMMER = Summer((7, 10), (8, 31), 7)


@pytest.mark.parametrize(
    "typed",
    [
        "10/07/2027 28/08/2027",
        "du 10/07/27 au 28/08/27",
        "10.7.2027 - 28.8.2027",
        "10 juillet 28 août",
        "Du 10 juillet 2027 au 28 AOÛT 2027",
        "from 10 july to 28 august",
        "10/07 28/08",
        "10/07-28/08",
        "10/07/2027-28/08/2027",
        "10/07 → 28/08",
        "10 juil. – 28 août",
        "samedi 10 juillet et samedi 28 août",
        "à partir du 10 juillet jusqu’au 28 août",
        "July 10 to August 28, 2027",
        "2027-07-10 2027-08-28",
        "du 10 juillet au 28 août 2027",
    ],
)
def test_two_days_are_read_however_they_are_typed(typed: str) -> None:
    assert days_in(typed, TODAY)[0] == [date(2027, 7, 10), date(2027, 8, 28)]


def test_the_words_around_the_days_are_left_over() -> None:
    days, rest = days_in("les élèves du 10/07/2027 au 28/08/2027", TODAY)
    assert (len(days), written.named(rest)) == (2, Profile.STUDENT)


@pytest.mark.parametrize(
    "typed",
    [
        *("du 10 au 31 juillet", "10 et 31 juillet", "10-31/07", "10 – 31 juillet", "entre le 10 et le 31 juillet"),
        *("du 10 au 31/07/2027", "10-31 juillet 2027", "10, 31 juillet", "du samedi 10 au samedi 31 juillet"),
    ],
)
def test_two_days_of_one_month_name_it_once(typed: str) -> None:
    assert days_in(typed, TODAY)[0] == [date(2027, 7, 10), date(2027, 7, 31)]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("du 20 décembre au 5 janvier", [date(2026, 12, 20), date(2027, 1, 5)]),
        ("du 20/12 au 05/01/2028", [date(2027, 12, 20), date(2028, 1, 5)]),
        ("31 décembre 1er janvier", [date(2026, 12, 31), date(2027, 1, 1)]),
        ("le 1er septembre", [date(2027, 9, 1)]),
        ("demain", [date(2026, 11, 25)]),
        ("après-demain", [date(2026, 11, 26)]),
        ("aujourd'hui", [TODAY]),
        ("lundi", [date(2026, 11, 30)]),
        ("mardi", [date(2026, 12, 1)]),
        ("lundi prochain", [date(2026, 11, 30)]),
        ("de demain à lundi", [date(2026, 11, 25), date(2026, 11, 30)]),
        ("du vendredi au lundi", [date(2026, 11, 27), date(2026, 11, 30)]),
    ],
)
def test_days_are_read_in_words_and_across_the_year(typed: str, days: list[date]) -> None:
    assert days_in(typed, TODAY)[0] == days


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("le 1er septembre", date(2026, 9, 1)),
        ("hier", date(2026, 11, 23)),
        ("lundi", date(2026, 11, 23)),
        ("mardi", TODAY),
        ("2026-09-01", date(2026, 9, 1)),
        ("10/12", date(2025, 12, 10)),
        ("29 février", date(2024, 2, 29)),
        ("du 10 au 31 juillet", None),
        ("31/02/2026", None),
        ("septembre", None),
    ],
)
def test_the_last_such_day_is_read_the_same_ways(typed: str, day: date | None) -> None:
    assert written.day_before(typed, TODAY) == day


def test_a_number_beside_a_word_is_no_day() -> None:
    assert days_in("12 élèves", TODAY)[0] == []


def test_a_day_without_a_year_is_the_next_one() -> None:
    assert days_in("1er janvier", TODAY)[0] == [date(2027, 1, 1)]
    assert days_in("24/11", TODAY)[0] == [TODAY]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("23/11/2026", "dates-past"),
        ("29/02/2027", "dates-none"),
        ("10/13/2027", "dates-none"),
        ("01/01/0000", "dates-none"),
        ("5.00", "dates-unread"),
        ("1-1/599", "dates-unread"),
        ("00/00 au 5 mai", "dates-unread"),
        ("28/08/2027 10/07/2027", "dates-reversed"),
        ("10/07/2027 10/07/2027", "dates-reversed"),
        ("10/07/2027 28/08/2027 01/09/2027", "dates-unread"),
        ("28/08 10/07", "dates-reversed"),
        ("28/08/2027 10/07", "dates-reversed"),
        ("28/08 10/07/2027", "dates-reversed"),
        ("du 31 au 10 juillet", "dates-reversed"),
        ("10/11", "dates-far"),
        ("du 10 novembre au 5 décembre", "dates-far"),
        ("lundi dernier", "dates-past"),
        ("hier", "dates-past"),
        ("10 31 juillet", "dates-unread"),
        ("du 10/07 au 28", "dates-unread"),
        ("10 mardi", "dates-unread"),
        ("32 juillet", "dates-none"),
    ],
)
def test_days_that_make_no_sense_are_refused(typed: str, reason: str) -> None:
    with pytest.raises(Refusal) as met:
        days_in(typed, TODAY)
    assert met.value.reason == reason


@pytest.mark.parametrize(
    ("day", "offered"),
    [
        (date(2026, 11, 24), (date(2027, 7, 10), date(2027, 8, 31))),
        (date(2027, 7, 9), (date(2027, 7, 10), date(2027, 8, 31))),
        (date(2027, 7, 20), (date(2027, 7, 20), date(2027, 8, 31))),
        (date(2027, 8, 31), (date(2028, 7, 10), date(2028, 8, 31))),
    ],
)
def test_the_summer_offered_is_the_one_that_comes(day: date, offered: tuple[date, date]) -> None:
    assert coming(SUMMER, day) == offered


def test_a_planned_day_begins_in_the_morning_of_the_school() -> None:
    assert starts([date(2027, 7, 10), date(2027, 12, 1)], 7) == [
        datetime(2027, 7, 10, 5, tzinfo=UTC),
        datetime(2027, 12, 1, 6, tzinfo=UTC),
    ]


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize(
    "day", [date(2027, 3, 27), date(2027, 3, 28), date(2027, 3, 29), date(2027, 10, 30), date(2027, 10, 31)]
)
def test_a_planned_hour_is_the_schools_in_the_nights_of_change_too(day: date, hour: int) -> None:
    (moment,) = starts([day], hour)

    there = moment.astimezone(ZONE)
    skipped = (day, hour) == (date(2027, 3, 28), 2)  # there is no such hour in that night: it is the next one
    assert (there.date(), there.hour) == (day, hour + skipped)


def test_an_hour_that_comes_twice_is_its_first_time() -> None:
    assert starts([date(2027, 10, 31)], 2) == [datetime(2027, 10, 31, 0, tzinfo=UTC)]


def test_the_day_is_that_of_the_school() -> None:
    assert today(datetime(2027, 7, 9, 22, 30, tzinfo=UTC)) == date(2027, 7, 10)


@pytest.mark.parametrize(
    "table",
    [
        {"hour": 7, "begins": {"month": 8, "day": 31}, "ends": {"month": 7, "day": 10}},
        {"hour": 24, "begins": {"month": 7, "day": 10}, "ends": {"month": 8, "day": 31}},
        {"hour": 7, "begins": {"month": 2, "day": 30}, "ends": {"month": 8, "day": 31}},
    ],
)
def test_a_summer_that_is_none_is_refused_from_the_operator(table: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"summer|day"):
        read_summer(table)


@pytest.mark.parametrize(
    ("typed", "profile"),
    [
        ("élèves", Profile.STUDENT),
        ("PARENTS", Profile.RELATIVE),
        ("les familles", Profile.RELATIVE),
        ("enseignant", Profile.TEACHER),
        ("enseignant·es", Profile.TEACHER),
        ("staff", Profile.PERSONNEL),
        ("Invités", Profile.GUEST),
        ("Parents d'élèves", Profile.RELATIVE),
        ("les parents d’élèves de l’école", Profile.RELATIVE),
        ("responsables légaux des élèves", Profile.RELATIVE),
        ("professeurs des écoles", Profile.TEACHER),
    ],
)
def test_a_profile_is_known_by_the_words_people_use(typed: str, profile: Profile) -> None:
    assert written.named(typed) is profile


@pytest.mark.parametrize(
    "typed", ["élèves parents", "parents et élèves", "élèves des parents", "tout le monde", "élevage"]
)
def test_several_profiles_or_none_are_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="unknown-profile"):
        written.named(typed)
