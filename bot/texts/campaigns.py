"""Whole profiles blocked or unblocked: the question before, how far it is, the history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.texts import markup
from bot.texts.durations import day
from bot.texts.languages import Language, Value
from bot.texts.wording import named

_BAR = 10  #: squares of the bar that fills while a campaign runs


def asked(language: Language, facts: Mapping[str, Any]) -> str:
    """How many accounts, when, who is spared, what follows from it, and the word that confirms."""
    made = _made(language, facts)
    spared = facts["spared"]
    parts = {
        "title": True,
        "counts": True,
        "when": len(facts["dates"]) == 1,
        "when-until": len(facts["dates"]) > 1,
        "spared": spared and facts["names"],
        "oneself": spared and facts["own"],
        "warning": facts["blocked"],
        "lifting": not facts["blocked"] or len(facts["dates"]) > 1,
        "word": True,
    }
    return "\n".join(language.say(f"campaign-{name}", made) for name, wanted in parts.items() if wanted)


def shown(language: Language, facts: Mapping[str, Any]) -> str:
    """The message that follows a campaign from its plan to its end."""
    made = _made(language, facts)
    stage = facts["stage"]
    lines = [language.say(f"campaign-{stage}", made), ""]
    if stage == "planned":
        lines += [language.say("campaign-planned-until", made)] if facts["until"] else []
    elif facts["lapsed"]:
        lines.append(language.say("campaign-lapsed", made))
    elif stage != "cancelled" or facts["done"]:
        lines += [_bar(facts)] if stage == "running" else []
        lines.append(language.say("campaign-sums", made))
        lines += [_failures(language, facts)] if facts["failed"] else []
    if facts["waiting"]:
        lines.append(language.say("campaign-waiting"))
    lines.append(language.say("campaign-by", made))
    return "\n".join(lines)


def history(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the history: when, what, whose accounts, how many, who."""
    title = language.say("history-title", named(language, facts))
    title += language.say("list-further") if facts["further"] else ""
    lines = [_entry(language, entry) for entry in facts["entries"]]
    if not lines:
        lines = [language.say("list-end" if facts["further"] else "history-empty")]
    foot = "" if facts["heard"] else f"\n\n{language.say('history-unheard')}"
    return f"{title}\n\n{markup.stack(lines, markup.LIMIT - markup.length(title + foot) - 2)}{foot}"


def _entry(language: Language, entry: Mapping[str, Any]) -> str:
    made = named(language, entry) | {"day": day(language, entry["at"])}
    return language.say(f"history-{entry['stage']}", made)


def _made(language: Language, facts: Mapping[str, Any]) -> dict[str, Value]:
    made = named(language, facts)
    for name in ("starts", "until"):
        made[name] = day(language, facts[name]) if facts.get(name) else ""
    for name, one in zip(("starts", "until"), facts.get("dates", ()), strict=False):
        made[name] = day(language, one)
    return made


def _bar(facts: Mapping[str, Any]) -> str:
    passed = facts["done"] + facts["spared"] + facts["failed"]
    full: int = _BAR * min(passed, facts["total"]) // max(1, facts["total"])
    return "▓" * full + "░" * (_BAR - full)


def _failures(language: Language, facts: Mapping[str, Any]) -> str:
    said = (language.say(f"campaign-failure-{reason}", {"count": count}) for reason, count in facts["failures"])
    return language.say("campaign-failures", {"reasons": ", ".join(said)})
