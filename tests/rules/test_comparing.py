"""Comparing two accounts: what is equal whatever its case, what is shown of other schools, how likely a pair is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.ent.duplicates import changes_source, hindrance, kept_first, likeness
from bot.ent.reasons import Reason
from bot.terms import Account, Level, Profile
from bot.workflows.rules.duplicates import comparing
from bot.workflows.rules.duplicates.comparing import Likelihood
from tests.people import JEAN_MOULIN, LOUISE_MICHEL, agent

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ONE = Account(
    *("one", "ana.ito", "Ana", "Ito", Profile.STUDENT, (JEAN_MOULIN,)),
    source="AAF1D",
    birth_date=date(2018, 5, 2),
    created_at=NOON,
)
OTHER = replace(ONE, id="other", login="ana.ito2", source="MANUAL", activated=False)
ME = agent(Level.SCHOOL, JEAN_MOULIN)


def line(name: str, one: Account, other: Account) -> tuple[str, str, bool]:
    """What is said of both accounts in the line of that name."""
    (found,) = [line for line in comparing.compared(ME, one, other, ((), ())) if line.name == name]
    return found.one, found.other, found.equal


def test_names_are_equal_whatever_their_case_and_accents() -> None:
    assert line("last_name", ONE, replace(OTHER, last_name="ITÔ")) == ("Ito", "ITÔ", True)
    assert not line("first_name", ONE, replace(OTHER, first_name="Anna"))[2]


def test_nothing_of_a_school_that_the_reader_does_not_administer_is_said() -> None:
    away = replace(OTHER, places=(JEAN_MOULIN, LOUISE_MICHEL))

    assert line("places", ONE, away) == (JEAN_MOULIN.name, JEAN_MOULIN.name, True)


def test_no_mail_is_told_but_whether_there_is_one_and_whether_both_are_equal() -> None:
    one, other = replace(ONE, email="A@example.org"), replace(OTHER, email="a@example.org")

    assert line("mail", one, other) == ("yes", "yes", True)
    assert line("mail", one, replace(other, email="b@example.org")) == ("yes", "yes", False)
    assert line("mail", one, OTHER) == ("yes", "", False)


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"activated": True}, "active"),
        ({}, "inactive"),
        ({"activated": True, "blocked": True}, "blocked"),
        ({"blocked": True}, "blocked_inactive"),
        ({"activated": True, "missing_since": NOON}, "awaiting"),
        ({"activated": True, "deleted_at": NOON}, "predeleted"),
    ],
)
def test_the_state_of_an_account_is_one_word(values: dict[str, object], state: str) -> None:
    assert line("state", ONE, replace(OTHER, **values))[1] == state  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [{"activated": True}, {"blocked": True}, {"email": "x@example.org"}, {"children": ("c",)}, {"source": "CSV"}],
)
def test_whatever_changes_meanwhile_changes_the_mark(change: dict[str, object]) -> None:
    assert comparing.seen(ONE, OTHER) == comparing.seen(OTHER, ONE)
    assert comparing.seen(ONE, replace(OTHER, **change)) != comparing.seen(ONE, OTHER)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("score", "words"), [(2, Likelihood.POSSIBLE), (4, Likelihood.POSSIBLE), (5, Likelihood.LIKELY)]
)
def test_a_score_has_words(score: int, words: Likelihood) -> None:
    assert comparing.likelihood(score) is words
    assert {comparing.likelihood(high) for high in (6, 7)} == {Likelihood.VERY}


def test_the_score_counts_what_is_equal_and_told() -> None:
    assert likeness(ONE, OTHER) == 5
    assert likeness(ONE, replace(OTHER, birth_date=None)) == 4
    assert likeness(replace(ONE, email="a@b.fr"), replace(OTHER, email="a@b.fr")) == 6


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({}, {}, None),
        ({}, {"profile": Profile.RELATIVE}, Reason.PROFILES),
        ({}, {"activated": True}, Reason.BOTH_ACTIVE),
        ({}, {"source": "AAF1D"}, Reason.SAME_FEED),
        ({}, {"source": "AAF1D", "missing_since": NOON}, None),
        ({"source": "MANUAL"}, {}, None),
        ({}, {"deleted_at": NOON}, Reason.DELETED),
        ({"blocked": True}, {}, Reason.BLOCKED),
    ],
)
def test_why_the_ent_does_not_merge_a_pair(one: dict[str, object], other: dict[str, object], reason: object) -> None:
    two = replace(ONE, **one), replace(OTHER, **other)  # type: ignore[arg-type]
    assert hindrance(*two) == hindrance(*two[::-1]) == reason


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ({}, {}, "one"),  # activated
        ({"activated": False}, {"activated": True}, "other"),
        ({"activated": False}, {}, "one"),  # of the feed
        ({"activated": False, "source": "CSV"}, {"source": "AAF1D"}, "other"),
        ({"activated": False, "missing_since": NOON}, {"source": "AAF1D"}, "other"),
        ({"activated": False, "source": "MANUAL"}, {"created_at": None}, "one"),  # the older one known
        ({"activated": False, "source": "MANUAL"}, {}, "one"),  # by identifier
    ],
)
def test_which_account_is_kept(one: dict[str, object], other: dict[str, object], kept: str) -> None:
    two = replace(ONE, **one), replace(OTHER, **other)  # type: ignore[arg-type]
    assert kept_first(*two)[0].id == kept_first(*two[::-1])[0].id == kept


def test_an_activated_account_is_fed_as_the_better_one_was() -> None:
    by_hand, fed = replace(OTHER, activated=True), replace(ONE, activated=False)

    assert changes_source(by_hand, fed)
    assert not changes_source(ONE, OTHER)
    assert changes_source(replace(ONE, missing_since=NOON), replace(fed, id="third"))
    assert not changes_source(replace(by_hand, activated=False), replace(OTHER, id="third"))
