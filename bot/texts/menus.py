"""The command menu: the commands that a person may type, each with a few words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.texts.languages import language as language_of


def commands(names: Iterable[str], language: str) -> list[tuple[str, str]]:
    """Those commands, each with a few words."""
    return [(name, language_of(language).say(f"command-{name}")) for name in names]


def stranger_commands(language: str) -> list[tuple[str, str]]:
    """The commands of whoever has not linked an account yet."""
    return [("start", language_of(language).say("stranger-start"))]
