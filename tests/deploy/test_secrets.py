"""Secrets come from files or the environment, and never from a command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from bot.__main__ import _parser
from bot.demo import TOKEN as DEMO_TOKEN
from tests.deploy.shipped import GUIDES, ROOT, SECRETS
from tests.processes import once

SECRET = re.compile(r"token|secret|password|passwd|database|url", re.IGNORECASE)


def actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every option and argument of a command and of its subcommands."""
    for action in parser._actions:
        yield action
        for below in action.choices.values() if isinstance(action, argparse._SubParsersAction) else ():
            yield from actions(below)


def test_no_command_takes_a_secret() -> None:
    found = list(actions(_parser()))
    assert len(found) > 20
    assert not [action for action in found for name in (action.dest, *action.option_strings) if SECRET.search(name)]


def test_no_page_and_no_shipped_file_shows_a_secret_that_is_given_on_a_command_line() -> None:
    pages = [*GUIDES.glob("*.md"), ROOT / "README.md", ROOT / "compose.yaml", ROOT / "Dockerfile"]
    given = "|".join(f"PALIER_{name.upper()}" for name in SECRETS)
    lines = [line for page in pages for line in page.read_text("utf-8").splitlines()]
    assert not [line for line in lines if re.search(rf"(?:{given})=\S+ +\S*palier \w", line)]


async def test_a_secret_from_a_file_is_used_and_never_told(tmp_path: Path) -> None:
    token, database = tmp_path / "token", tmp_path / "database-url"
    token.write_text(f"{DEMO_TOKEN}\n", "utf-8")
    database.write_text("postgresql://palier:geheim@127.0.0.1:1/palier\n", "utf-8")
    files = {"PALIER_TELEGRAM_TOKEN_FILE": str(token), "PALIER_DATABASE_URL_FILE": str(database)}
    nowhere = {"PALIER_TELEGRAM_API": "http://127.0.0.1:1", "PALIER_DATABASE_URL": ""}

    status, said = await once("doctor", **files, **nowhere)

    assert status == 1
    assert re.search(r"^MEND +Telegram: Telegram cannot be reached", said, re.MULTILINE), said
    assert re.search(r"^MEND +database: ", said, re.MULTILINE), said
    assert "geheim" not in said
    assert DEMO_TOKEN.partition(":")[2] not in said
