"""Particulars: what a guided request asks for, a line for each fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.texts import markup
from bot.texts.durations import day
from bot.texts.languages import Language
from bot.texts.wording import named

_CODED = ("kind", "why")  #: facts that are codes, said as `FACT-CODE` if that exists
_ROOM = 200  #: the most units of one fact


def summary(language: Language, key: str, facts: Mapping[str, Any], *warnings: str) -> str:
    """What a guided request will say, below the sentence with that key; then what to know before it is sent."""
    made = named(language, facts)
    lines_ = [language.say(key, made), *lines(language, facts["particulars"]), ""]
    return "\n".join([*lines_, *warnings, language.say("summary-send")])


def lines(language: Language, asked: Mapping[str, Any]) -> list[str]:
    """A line for each of the facts that there is a sentence for, in their order; for each thing of several."""
    made = []
    for name, fact in _each(asked):
        key = f"particular-{name}-{asked['ask']}" if name == "name" else f"particular-{name}"
        if language.has(key):
            said = markup.line(str(fact), _ROOM)
            value = language.name(f"{name}-{fact}", said) if name in _CODED else said
            made.append(language.say(key, {"value": value, "day": day(language, fact) if name == "since" else ""}))
    return made


def _each(asked: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each fact with its name; those of a list one by one."""
    for name, fact in asked.items():
        yield from ((name, one) for one in (fact if isinstance(fact, list) else [fact]))
