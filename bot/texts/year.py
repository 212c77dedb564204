"""The school year: the checklist of a month in a school."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.terms import Button
from bot.texts import durations, labels, markup
from bot.texts.declaring import Label, Make
from bot.texts.languages import Language

_WHERE = ("onde", "ent")


def month(language: Language, facts: Mapping[str, Any]) -> str:
    """What the month asks for, in ONDE and in the ENT, each with what is left of it where that is known."""
    title = language.say("year-title", {"month": facts["month"], "place": markup.name(facts["place"])})
    lines = [*_part(language, facts, "onde"), *_part(language, facts, "ent")]
    return markup.stack([title, *(lines or ["", language.say("year-nothing")])], markup.room())


def departure(language: Language, facts: Mapping[str, Any]) -> str:
    """What is kept, what is lost and what to do before, with the person's own dates where they leave already."""
    said = {"whose": facts["whose"]}
    lines = [language.say("departure-title"), ""]
    if facts["until"]:
        days = {name: durations.day(language, facts[name]) for name in ("until", "ends")}
        lines += [language.say("departure-dates", days), ""]
    for name in ("departure-kept", "departure-broken", "departure-before"):
        lines += [language.say(name, said), ""]
    return "\n".join(lines).rstrip()


def _part(language: Language, facts: Mapping[str, Any], where: str) -> Iterator[str]:
    mine = [line for line in facts["lines"] if line["where"] == where]
    if mine:
        yield ""
        yield language.say(f"year-{where}")
    for line in mine:
        yield _line(language, line)


def _line(language: Language, line: Mapping[str, Any]) -> str:
    left = line["left"]
    found = "none" if not line["check"] or left == 0 else "unknown" if left is None else line["check"]
    said = {"words": markup.escape(line["words"]), "found": found, "left": left or 0}
    return language.say("year-line", said | {"state": "done" if left == 0 else "todo"})


def _month(language: Language, button: Button) -> str:
    """A month, whose number the words of its button are."""
    if not button.words.isdecimal():
        return labels.default(language, button)
    arrow = "⬅️" if button.action == "year_back" else "➡️"
    return f"{arrow} {language.say('year-month', {'month': int(button.words)})}"


def _do(language: Language, button: Button) -> str:
    """What the command does, as the menu of commands has it."""
    return language.name(f"command-{button.target}", button.target)


NOTICES: Mapping[str, Make] = {"year": month, "departure": departure}
LABELS: Mapping[str, Label] = {"year_back": _month, "year_next": _month, "year_do": _do}
