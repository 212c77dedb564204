"""Statistics: the period that is typed, medians, and what is told of a few."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.terms import Kind, Level, Refusal, Status, Structure
from bot.terms.figures import Tally
from bot.workflows.rules.adoption import HIDDEN
from bot.workflows.rules.statistics import figures, periods
from bot.workflows.rules.statistics.figures import Assistance
from bot.workflows.rules.statistics.periods import Period

TODAY = date(2026, 11, 27)
KEPT = timedelta(days=365)
SCHOOL = Structure("a", "École A", Kind.SCHOOL)


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("semaine", date(2026, 11, 21), TODAY),
        ("ce mois", date(2026, 10, 29), TODAY),
        ("Trimestre", date(2026, 8, 29), TODAY),
        ("cette année", date(2026, 9, 1), TODAY),
        ("01/09 30/09", date(2026, 9, 1), date(2026, 9, 30)),
        ("du 1er au 30 septembre", date(2026, 9, 1), date(2026, 9, 30)),
        ("01/12 15/01/2026", date(2025, 12, 1), date(2026, 1, 15)),
        ("10 juillet", date(2026, 7, 10), TODAY),
        ("hier", date(2026, 11, 26), TODAY),
        ("27/11 27/11", TODAY, TODAY),
    ],
)
def test_a_period_is_read_as_people_type_it(typed: str, since: date, until: date) -> None:
    period, rest = periods.read(typed, TODAY, KEPT)
    assert period is not None
    assert (period.since, period.until, rest) == (since, until, "")
    assert periods.unpacked(period.packed, TODAY) == period


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("30/09 01/09", "period-reversed"),
        ("30/09/2026 01/09/2026", "period-reversed"),
        ("01/12/2026", "period-future"),
        ("01/09 31/12/2026", "period-future"),
        ("01/01/2020 30/09", "period-gone"),
        ("31/02", "dates-none"),
        ("42", "dates-unread"),
        ("semaine mois", "dates-unread"),
        ("semaine 01/09", "dates-unread"),
        ("01/09 02/09 03/09", "dates-unread"),
    ],
)
def test_what_is_no_period_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(Refusal) as met:
        periods.read(typed, TODAY, KEPT)
    assert met.value.reason == reason


def test_other_words_are_left_for_a_school() -> None:
    assert periods.read("Jean-Moulin", TODAY, KEPT) == (None, "jean-moulin")
    period, rest = periods.read("mois de l'école Jean Moulin", TODAY, KEPT)
    assert period is not None
    assert "jean moulin" in rest


def test_a_school_year_begins_with_september_and_days_are_those_of_paris() -> None:
    assert periods.span(periods.YEAR, date(2026, 8, 31)).since == date(2025, 9, 1)
    assert periods.span(periods.YEAR, date(2026, 9, 1)).since == date(2026, 9, 1)
    day = Period(date(2026, 7, 1), date(2026, 7, 1))
    assert (day.start, day.end) == (datetime(2026, 6, 30, 22, tzinfo=UTC), datetime(2026, 7, 1, 22, tzinfo=UTC))


@pytest.mark.parametrize("forged", ["", "x", "20260101", "20260101-", "20261301-20260101", "1-2-3"])
def test_a_forged_period_is_an_old_button(forged: str) -> None:
    with pytest.raises(Refusal, match="old-button"):
        periods.unpacked(forged, TODAY)


def test_half_of_them_were_through_within_the_median() -> None:
    assert figures.median({}) is None
    assert figures.median({0: 1}) == 1
    assert figures.median({0: 1, 5: 1, 90: 1}) == 6
    assert figures.median({2: 10, 3: 1}) == 3


def tally(count: int, category: str = "connexion", status: Status = Status.NEW, **more: int) -> Tally:
    """Requests of one school."""
    return Tally(SCHOOL, Level.SCHOOL, category, status, count, **more)


def test_a_school_reads_every_number_and_nobody_above_it_reads_a_few() -> None:
    found = Assistance([tally(12), tally(3, "compte", Status.CLOSED, solved=3, kept=3)])

    near, far = figures.facts(found, True), figures.facts(found, False)

    assert near["categories"] == [{"key": "connexion", "count": 12}, {"key": "compte", "count": 3}]
    assert (near["count"], near["about"], near["promise"]) == (15, False, 100)
    assert far["categories"] == [{"key": "connexion", "count": 12}, {"key": "compte", "count": HIDDEN}]
    assert (far["count"], far["about"]) == (10, True)  # the sum would tell the number that is left out
    assert (far["solved"], far["promise"]) == (HIDDEN, -1)


def test_above_the_school_nobody_reads_that_a_child_called_for_help() -> None:
    found = Assistance([tally(12), tally(7, "danger")])

    assert [line["key"] for line in figures.facts(found, True)["categories"]] == ["connexion", "danger"]
    assert [line["key"] for line in figures.facts(found, False)["categories"]] == ["connexion"]


def test_a_share_is_told_in_tens_where_a_few_are_on_either_side() -> None:
    assert figures.rounded(18, 20, True) == (90, False)
    assert figures.rounded(17, 19, False) == (80, True)
    assert figures.rounded(10, 19, False) == (52, False)
    assert figures.rounded(5, 6, False) == (HIDDEN, False)  # of six, only five are 80 to 89 %
    assert figures.rounded(8, 8, False, beside=[5, 3]) == (HIDDEN, False)
    assert figures.activated([(3, 3)], False) == (HIDDEN, False)
    assert figures.activated([(3, 3)], True) == (100, False)
    assert figures.activated([(60, 60), (3, 40)], False) == (60, True)


def test_no_requests_are_said_as_none() -> None:
    told = figures.facts(Assistance(), False)
    assert (told["count"], told["categories"], told["promise"], told["answer"]) == (0, [], -1, 0)
