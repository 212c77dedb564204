"""Notices and refusals -> sentences: their facts made safe and named as people name them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.folding import fold
from bot.terms import Button
from bot.texts import markup
from bot.texts.durations import moment
from bot.texts.languages import Language, Value
from bot.texts.speech import Key

QUOTE = "\ue000"  #: stands in a sentence for the words quoted there, until it is known how much room is left

_LABEL = 40
_ELIDED = tuple("aeiouyh")  #: a name beginning so makes « de » « d’ »
_SHORT, _LONG = 80, 600
_LONG_FACTS = ("names",)
_ABSENT: Mapping[str, Value] = {"by": "", "function": "", "own": "no", "files": 0}


def sentence(language: Language, key: str, facts: Mapping[str, Any]) -> str:
    """The sentence of that key with those facts, its quoted words shortened to what a message can hold."""
    text = str(facts.get("text") or "")
    made = named(language, facts) | {"quote": QUOTE if markup.clean(text) else ""}
    frame = re.sub(r"\n{3,}", "\n\n", language.say(key, made)).strip()
    return frame.replace(QUOTE, markup.quote(text, markup.LIMIT - markup.length(frame)))


def named(language: Language, facts: Mapping[str, Any]) -> dict[str, Value]:
    """The facts as sentences use them: escaped, statuses, levels, categories and functions by their names."""
    made = dict(_ABSENT) | {key: value for key in facts if (value := _value(key, facts[key])) is not None}
    made["by"] = made.get("to") or made.get("actor") or ""
    made["changed"] = "no" if facts.get("before") is None else "yes"
    made["d"] = "d’" if fold(str(facts.get("name") or ""))[:1] in _ELIDED else "de "
    made["someone"] = "yes" if facts.get("whom") or facts.get("name") else "no"
    for key in ("category", "function", "level"):
        if facts.get(key) not in (None, ""):
            made[key] = language.name(f"{key}-{facts[key]}", str(made[key]))
    if isinstance(facts.get("act"), str):
        made["action"] = language.name(f"act-{facts['act']}", str(made["act"]))
    if facts.get("when"):
        made["moment"] = moment(language, str(facts["when"]))
    if "status" in facts:
        made["state"] = language.say(f"status-{facts['status']}")
        made["sign"] = language.say(f"sign-{facts['status']}")
    return made


def keys(language: Language, rows: Sequence[Sequence[Button]]) -> tuple[tuple[Key, ...], ...]:
    """The buttons with their labels."""
    return tuple(tuple(Key(label(language, button), button) for button in row) for row in rows)


def label(language: Language, button: Button) -> str:
    """The words on a button: its own where they are data, else those of its action."""
    if button.action in ("facet", "pick"):
        return _choice(language, button)
    if button.action == "report_note":
        return language.say("button-report_note", {"number": button.target.rpartition(":")[2]})
    if button.action == "campaign" and "|" in button.words:
        profile, _, dates = button.words.partition("|")
        return f"📅 {language.name(f'profile-{profile}', profile)} · {dates}"
    if button.words:
        return markup.shorten(markup.one_line(button.words), _LABEL) or "…"
    if button.action == "category":
        return language.name(f"category-{button.target}", button.target)
    if button.action == "language":
        return language.name(f"language-{button.target}", button.target)
    if button.action == "block_profile":
        return language.name(f"profile-{button.target}", button.target)
    return language.say(f"button-{button.action}")


def _choice(language: Language, button: Button) -> str:
    """A choice of a menu, named by its facet and value where it is not data, and marked once it is made."""
    words = markup.one_line(button.words)
    if not words:
        key = "-".join(("filter", *button.target.split(":")[1:]))
        words = language.name(key, language.say(f"button-{button.action}"))
    return markup.shorten(f"✅ {words}" if button.style == "success" else words, _LABEL)


def _value(key: str, value: Any) -> Value | None:
    """A fact as Fluent takes it. Numbers of requests are names, not amounts: they must not be grouped."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and key not in ("number", "into", "level"):
        return value
    if isinstance(value, str | int):
        return markup.line(str(value), _LONG if key in _LONG_FACTS else _SHORT)
    return None
