"""How long links last, and which earlier ones a new one makes void."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.terms import Way
from bot.workflows.rules.linking import read_linking, replaces_unasked, voided_by

SHIPPED = tomllib.loads(Path("config/linking.toml").read_text())


def test_the_shipped_table_gives_each_way_its_time() -> None:
    life = read_linking(SHIPPED).life

    assert set(life) == set(Way)
    assert life[Way.SIGN_IN] == timedelta(minutes=10)


@pytest.mark.parametrize(
    "given", [{"days": 0}, {"days": -1}, {"weeks": 1}, {"days": True}, {"days": 400}, {"days": 1, "hours": 1}, 30]
)
def test_a_wrong_time_is_named(given: Any) -> None:
    with pytest.raises(ValueError, match="sheet"):
        read_linking({**SHIPPED, "life": {**SHIPPED["life"], "sheet": given}})


def test_a_way_without_a_time_and_an_unknown_way_are_named() -> None:
    with pytest.raises(ValueError, match="pigeon"):
        read_linking({**SHIPPED, "life": {**SHIPPED["life"], "pigeon": {"days": 1}}})
    with pytest.raises(ValueError, match="message"):
        read_linking({**SHIPPED, "life": {name: life for name, life in SHIPPED["life"].items() if name != "message"}})


@pytest.mark.parametrize("way", Way)
def test_every_way_voids_at_least_its_own_earlier_links(way: Way) -> None:
    assert way in voided_by(way)


def test_a_paper_and_a_message_leave_each_other_alone() -> None:
    assert Way.MESSAGE not in voided_by(Way.SHEET)
    assert Way.SHEET not in voided_by(Way.MESSAGE)
    assert voided_by(Way.GIVEN) == voided_by(Way.OPERATOR) == frozenset(Way)


def test_what_may_be_found_by_anybody_asks_the_phone_that_is_linked() -> None:
    assert [way for way in Way if replaces_unasked(way)] == [Way.OPERATOR, Way.GIVEN]


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("given", "visible_minutes"),
        ("given", "per_agent_an_hour"),
        ("invitations", "again_days"),
        ("invitations", "a_minute"),
    ],
)
@pytest.mark.parametrize("number", [0, -1, 1.5, True, "7", 1_000_000, None])
def test_a_wrong_number_is_named(part: str, name: str, number: Any) -> None:
    with pytest.raises(ValueError, match=name):
        read_linking({**SHIPPED, part: {**SHIPPED[part], name: number}})
