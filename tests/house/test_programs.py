"""Where a program is missing, the tests that need it are left out and counted; where all must run, they fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

TINY = """
import pytest
import tests.programs

tests.programs.FURTHER = ""

@pytest.mark.needs("chromium")
@pytest.mark.parametrize("number", range(3))
def test_page(number):
    raise AssertionError("it was not left out")

@pytest.mark.needs("nginx")
def test_door():
    raise AssertionError("it was not left out")

def test_anything():
    pass
"""


def played(folder: Path, *words: str, **environment: str) -> tuple[int, list[str]]:
    """Runs a small test session as on a machine without the programs; returns its status and its lines."""
    (folder / "test_tiny.py").write_text(TINY, "utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CI", "PALIER_", "PYTEST_"))}
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "-p", "tests.programs", *words, str(folder)],
        cwd=ROOT,
        env=kept | {"PATH": ""} | environment,
        capture_output=True,
        text=True,
    )
    return ended.returncode, ended.stdout.splitlines()


@pytest.mark.parametrize("words", [(), ("-n1",)], ids=["alone", "xdist"])
def test_what_was_left_out_is_told_in_one_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    status, lines = played(tmp_path, *words)

    assert status == 0
    assert [line for line in lines if "left out" in line] == [
        "Tests left out: 3 need chromium, 1 needs nginx. To run them too: apt-get install chromium nginx-light"
    ]


@pytest.mark.parametrize("environment", [{"PALIER_TESTS": "all"}, {"CI": "true"}], ids=str)
def test_where_all_must_run_a_missing_program_is_a_failure(tmp_path: Path, environment: dict[str, str]) -> None:
    status, lines = played(tmp_path, **environment)

    assert status == 1
    assert lines[-1].startswith("1 passed, 4 errors")
    assert "chromium is missing: apt-get install chromium" in lines
