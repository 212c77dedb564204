"""Settings that only make sense together are read together: a bot whose tables disagree does not start."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest

from bot.workflows.policy import read_policy
from config.settings import Settings
from tests.processes import once

SHIPPED = Path("config/linking.toml").read_text("utf-8")
TABLES = Settings(_env_file=None).tables()


def changed(table: str, section: str, name: str, value: Any) -> dict[str, Any]:
    """The shipped tables with that line changed."""
    tables = copy.deepcopy(TABLES)
    (tables[table][section] if section else tables[table])[name] = value
    return tables


@pytest.mark.parametrize(
    ("table", "section", "name", "value", "words"),
    [
        ("retention", "kept", "invitations", {"days": 7}, "`invitations` for longer than again_days"),
        ("linking", "invitations", "again_days", 90, "`invitations` for longer than again_days"),
        ("retention", "kept", "handouts", {"days": 89}, "`handouts` for longer than `sheet`"),
        ("linking", "life", "message", {"days": 365}, None),
        ("retention", "kept", "drafts", {"hours": 168}, "`drafts` for longer than each life_hours"),
        ("conversations", "filings", "life_hours", 24 * 31, "`drafts` for longer than each life_hours"),
        ("retention", "kept", "audit", {"days": 29}, "`audit` for longer than reread_days"),
        ("audit", "", "reread_days", 366, "`audit` for longer than reread_days"),
        ("retention", "kept", "causes", {"hours": 23}, "`causes` for longer than a day"),
        ("retention", "kept", "events", {"hours": 0.5}, "`events` for longer than an hour"),
        ("retention", "kept", "interventions", {"hours": 0.5}, "`interventions` for longer than an hour"),
        ("linking", "life", "given", {"minutes": 59}, "`given` last at least as long"),
        ("codes", "", "visible_minutes", 0, "visible_minutes must be a whole number"),
        ("codes", "", "visible_minutes", 3000, "visible_minutes must be at most 1440"),
        ("codes", "", "per_agent_an_hour", -1, "per_agent_an_hour must be a whole number"),
    ],
)
def test_settings_that_contradict_each_other_are_refused(
    table: str, section: str, name: str, value: Any, words: str | None
) -> None:
    tables = changed(table, section, name, value)

    if words is None:
        read_policy(tables)
        return
    with pytest.raises(ValueError, match=re.escape(words)):
        read_policy(tables)


async def test_a_bot_with_such_settings_says_one_sentence_and_does_not_start(tmp_path: Path) -> None:
    (tmp_path / "linking.toml").write_text(SHIPPED.replace("again_days = 7 ", "again_days = 91 "), "utf-8")
    url = f"sqlite:///{tmp_path / 'palier.db'}"

    status, said = await once("outbox", PALIER_DATABASE_URL=url, PALIER_CONFIG=str(tmp_path))

    assert status == 1
    words = "retention.toml must keep `invitations` for longer than again_days in linking.toml"
    assert said == f"palier: the operator's tables: {words}\n"
