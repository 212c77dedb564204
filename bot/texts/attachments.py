"""Attachments: the summaries of what is asked of an ERUN, the accounts found, the question before somebody leaves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.texts import labels, particulars
from bot.texts.declaring import Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language
from bot.texts.wording import named


def summary(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """What the request will say, a line for each fact; and that the same one is open already, where it is."""
    open_ = [language.say("summary-open", named(language, facts))] if facts["number"] else []
    return particulars.summary(language, f"{kind}-summary", facts, *open_)


def found(language: Language, facts: Mapping[str, Any]) -> str:
    """The members of staff who bear the name, two lines each."""
    made = named(language, facts)
    lines = [language.say("staff-title", made)]
    for one in facts["bearers"]:
        own = named(language, one)
        seen = day(language, one["last_login"]) or ("unknown" if one.get("activated") else "never")
        lines.append(
            language.say("staff-line", own | {"at": own["attached_to"] or language.say("staff-nowhere"), "day": seen})
        )
    lines += [language.say("staff-more")] if facts["more"] else []
    return "\n".join([*lines, language.say("staff-again")])


def sure(language: Language, facts: Mapping[str, Any]) -> str:
    """The question before an account is attached, with the schools that it stays in."""
    made = named(language, facts)
    return language.say("notice-attach_asked", made | {"attached_to": made["attached_to"] or "none"}).strip()


def parting(language: Language, facts: Mapping[str, Any]) -> str:
    """The question before an account is detached: what keeps it, and what ends."""
    names = {"names": ", ".join(facts["classes_there"]), "function": facts["right"]}
    made = named(language, {**facts, **names, "elsewhere": facts["other_places"]})
    parts = {
        "asked": True,
        "kept": True,
        "right": facts["right"],
        "classes": facts["classes_there"],
        "others": facts["other_places"],
    }
    return "\n".join(language.say(f"detach-{name}", made) for name, wanted in parts.items() if wanted)


NOTICES: Mapping[str, Make] = {
    "attach_summary": partial(summary, "attach"),
    "detach_summary": partial(summary, "detach"),
    "staff_found": found,
    "attach_asked": sure,
    "detach_asked": parting,
}
LABELS: Mapping[str, Label] = {
    "kind": partial(labels.target, kind="kind"),
    "why": partial(labels.target, kind="why"),
}
