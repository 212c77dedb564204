"""Blocking a whole profile of a school, a campaign: the question before, how far it is, the history."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.terms import Button
from bot.texts import labels, pages
from bot.texts.declaring import Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language, Value
from bot.texts.wording import named

_BAR = 10  #: how many squares the progress bar has


def asked(language: Language, facts: Mapping[str, Any]) -> str:
    """The question before a campaign: how many accounts, when, who is spared, what follows, the word to type."""
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
    """How far a campaign is: planned, running, done or cancelled, with its counts and the failures."""
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
    """A page of past and planned campaigns, a line each; says so if the ENT's own history could not be read."""
    further = facts["further"]
    title = pages.titled(language, language.say("history-title", named(language, facts)), further)
    entries = [_entry(language, entry) for entry in facts["entries"]]
    nothing = pages.nothing(language, language.say("history-empty"), further)
    foot = "" if facts["heard"] else f"\n\n{language.say('history-unheard')}"
    return pages.page(title, entries or [nothing], foot)


def _entry(language: Language, entry: Mapping[str, Any]) -> str:
    made = named(language, entry) | {"day": day(language, entry["at"])}
    return language.say(f"history-{entry['stage']}", made)


def _made(language: Language, facts: Mapping[str, Any]) -> dict[str, Value]:
    made = named(language, facts)
    for name in ("starts", "until"):
        made[name] = day(language, facts.get(name))
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


def _campaign_label(language: Language, button: Button) -> str:
    """A planned campaign by its profile and dates, which its words hold as `PROFILE|DATES`."""
    if "|" not in button.words:
        return labels.default(language, button)
    profile, _, dates = button.words.partition("|")
    return f"📅 {language.name(f'profile-{profile}', profile)} · {dates}"


NOTICES: Mapping[str, Make] = {"campaign": shown, "campaign_asked": asked, "history": history}
LABELS: Mapping[str, Label] = {
    "campaign": _campaign_label,
    "block_profile": partial(labels.target, kind="profile"),
}
