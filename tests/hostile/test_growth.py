"""No text that comes from outside keeps a parser busy: each is fed in a process that the kernel ends if it is."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.hostile.parsers import GROUPS


@pytest.mark.parametrize("group", GROUPS)
def test_no_parser_is_kept_busy_or_broken_by_what_it_reads(group: str) -> None:
    fed = subprocess.run(
        [sys.executable, "-m", "tests.hostile.parsers", group], capture_output=True, text=True, check=False
    )

    last = fed.stdout.splitlines()[-1:]
    assert fed.returncode == 0, f"{last} ended with {fed.returncode}: {fed.stderr[-2000:]}"
