"""What the operator decides about how long rows are kept is read whole: no table is forgotten, no time is none."""

from __future__ import annotations

import copy
from datetime import timedelta
from typing import Any

import pytest

from bot.workflows.policy import read_policy
from config.settings import Settings

YEAR = timedelta(days=365)
TABLES = Settings(_env_file=None).tables()


def changed(section: str, name: str, value: Any) -> dict[str, Any]:
    """The shipped tables with that line of `retention.toml` changed; taken away where the value is None."""
    tables = copy.deepcopy(TABLES)
    tables["retention"][section][name] = value
    if value is None:
        del tables["retention"][section][name]
    return tables


@pytest.mark.parametrize("given", [{"days": 0}, {"days": -3}, {"hours": 0.0}, {"years": 2}, {}, 30, {"days": "3"}])
def test_a_time_that_is_none_is_refused_by_name(given: Any) -> None:
    with pytest.raises(ValueError, match="causes"):
        read_policy(changed("kept", "causes", given))


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("kept", "requests", None),
        ("free", "leases", None),
        ("kept", "cats", {"days": 1}),
        ("free", "cats", "none here"),
        ("free", "requests", "kept for ever"),
        ("kept", "leases", {"days": 1}),
        ("free", "leases", " "),
    ],
)
def test_every_table_is_decided_and_no_other(section: str, name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=name):
        read_policy(changed(section, name, value))


def test_what_the_operator_decides_is_read() -> None:
    kept = read_policy(changed("kept", "searches", {"hours": 36})).retention.kept
    assert (kept["searches"], kept["requests"]) == (timedelta(hours=36), YEAR)
