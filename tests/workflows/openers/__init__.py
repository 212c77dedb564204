"""How each guided conversation of the house is begun: a module for each noun, with its `OPENERS`.

A new module is found by itself: `tests/workflows/test_conversations.py` looks at every conversation through these.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib import import_module

from bot.terms import Notice
from tests.world import World


@dataclass(frozen=True, slots=True)
class Opener:
    """Who begins a conversation, and what they do; returns its first question."""

    key: str
    begin: Callable[[World], Awaitable[Notice | None]]


def openers() -> dict[str, Opener]:
    """The opener of each conversation, by the conversation's name."""
    found: dict[str, Opener] = {}
    for module in pkgutil.iter_modules(__path__):
        found |= import_module(f"{__name__}.{module.name}").OPENERS
    return found
