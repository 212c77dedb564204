"""The lock files are sound; `make audit` tells what is known of what they pin, and what it could not look up."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests import audit
from tests.house.source import text

HASH = "    --hash=sha256:" + "0" * 64


@pytest.mark.parametrize("lock", audit.LOCKS)
def test_every_dependency_is_pinned_with_its_hashes(lock: str) -> None:
    assert list(audit.unsound(text(Path(lock)))) == []


@pytest.mark.parametrize(
    "lock", [f"a>=1 \\\n{HASH}", "a==1 \\\nb==1 \\\n" + HASH, "a==1 \\", "a==1", HASH + "0", f"a==1 \\\n{HASH[:-1]}"]
)
def test_a_lock_file_without_a_version_or_a_hash_is_not_sound(lock: str) -> None:
    assert list(audit.unsound(lock))


def test_every_dependency_of_the_program_is_imported() -> None:
    project = tomllib.loads(text(Path("pyproject.toml")))
    sources = [*Path("bot").rglob("*.py"), *Path("config").rglob("*.py")]

    assert audit.unused(project, sources) == []
    assert audit.unused({"project": {"dependencies": ["left-pad>=1"]}}, sources) == ["left-pad"]


def test_what_is_known_and_what_was_not_looked_up_are_told_apart() -> None:
    dependencies = [
        {"name": "fine", "version": "1", "vulns": []},
        {"name": "bad", "version": "2", "vulns": [{"id": "PYSEC-1"}]},
        {"name": "unknown", "skip_reason": "not found"},
    ]

    assert audit.judged(json.dumps({"dependencies": dependencies})) == (["bad 2: PYSEC-1"], {"unknown"})
