"""`docs/emulator.md` says honestly what the emulator does not have."""

from __future__ import annotations

import re
from pathlib import Path

from bot.emulator.methods import HANDLERS
from bot.emulator.parameters import BEYOND, METHODS
from tests.house.source import text

PAGE = Path("docs/emulator.md")


def _section() -> str:
    return text(PAGE).partition("## What it does not model")[2].partition("\n## ")[0]


def _named(words: str) -> list[str]:
    return re.findall(r"`(\w+)`", words)


def test_the_page_lists_every_method_that_the_emulator_lacks_and_no_other() -> None:
    rows = [line for line in _section().splitlines() if line.startswith("| ") and "`" in line]
    listed = [name for row in rows for name in _named(row)]
    assert sorted(listed) == sorted(METHODS.keys() - HANDLERS.keys())


def test_the_page_lists_every_parameter_that_the_emulator_refuses() -> None:
    refused = _section().partition("refused where Telegram has a use for them: ")[2].partition(".")[0]
    assert sorted(_named(refused)) == sorted(BEYOND)
