"""Classes: the screen on which they are switched on and off, and what was saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.texts import labels, markup
from bot.texts.declaring import Label, Make
from bot.texts.languages import Language, Value
from bot.texts.wording import named

_CHANGES = ("added", "removed", "declined", "pending")  #: facts that name classes, each with its sentence
_NAMES = 300  #: the most units of the names of one kind


def screen(language: Language, facts: Mapping[str, Any]) -> str:
    """Whose classes they are and what would change; above it, in a round, how far it is and what was saved last."""
    made, at = _made(language, facts), facts.get("round") or {}
    lines = []
    if at:
        if at.get("saved"):
            lines += [saved(language, at["saved"]), ""]
        lines += [language.say("classes-round", named(language, at)), ""]
    lines.append(language.say("classes-title", made))
    lines.append(language.say("classes-nothing" if facts.get("empty") else "classes-has", made))
    lines += _changes(language, made, "")
    lines += ["", language.say("classes-onde")]
    return "\n".join(lines)


def saved(language: Language, facts: Mapping[str, Any]) -> str:
    """What was changed for whom, a line each; and what was not."""
    made = _made(language, facts)
    return "\n".join([language.say("classes-saved", made), *_changes(language, made)])


def waiting(language: Language, facts: Mapping[str, Any]) -> str:
    """How far it came before the ENT stopped answering."""
    made = _made(language, facts)
    return "\n".join([language.say("classes-waiting", made), *_changes(language, made)])


def _changes(language: Language, made: Mapping[str, Value], stage: str = "saved-") -> list[str]:
    names = _CHANGES if stage else _CHANGES[:2]
    return [language.say(f"classes-{stage}{name}", made) for name in names if made[name] != "none"]


def _made(language: Language, facts: Mapping[str, Any]) -> dict[str, Value]:
    made: dict[str, Value] = named(language, facts)
    for name in ("has", *_CHANGES):
        made[name] = markup.line(str(facts.get(name) or ""), _NAMES) or "none"
    return made


NOTICES: Mapping[str, Make] = {"classes": screen, "classes_saved": saved, "classes_waiting": waiting}
LABELS: Mapping[str, Label] = {"class_toggle": labels.toggle}
