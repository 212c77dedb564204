"""Particulars: what a guided request asks for, a line for each fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.texts import markup
from bot.texts.durations import day
from bot.texts.languages import Language

_CODED = ("kind", "why")  #: facts that are codes, said as `FACT-CODE` if that exists
_ROOM = 200  #: the most units of one fact


def lines(language: Language, asked: Mapping[str, Any]) -> list[str]:
    """A line for each of the facts that there is a sentence for, in their order; none where there are no facts."""
    made = []
    for name, fact in asked.items():
        key = f"particular-{name}-{asked['ask']}" if name == "name" else f"particular-{name}"
        if language.has(key):
            said = markup.line(str(fact), _ROOM)
            value = language.name(f"{name}-{fact}", said) if name in _CODED else said
            made.append(language.say(key, {"value": value, "day": day(language, fact) if name == "since" else ""}))
    return made
