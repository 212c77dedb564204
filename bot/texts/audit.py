"""The journal: a page of lines, each with its moment, what was done, on what, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.texts import pages
from bot.texts.declaring import Label, Make
from bot.texts.durations import moment
from bot.texts.languages import Language, Value
from bot.texts.wording import named


def journal(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the journal: of everything, of a request, or of an account."""
    made, further = named(language, facts), facts["further"]
    title = pages.titled(language, language.say("journal-title", made), further)
    entries = [_entry(language, line, str(facts.get("now") or "")) for line in facts["traced"]]
    return pages.page(title, entries or [pages.nothing(language, language.say("journal-empty"), further)])


def _entry(language: Language, line: Mapping[str, Any], now: str) -> str:
    made: dict[str, Value] = named(language, line) | {
        "moment": moment(language, line["at"], now),
        "what": language.name(_sentence(line), language.say("audit-other")),
        "state": line["state"] or "done",
        "on": _on(line),
        "number": str(line["report"] or line["number"]),  # not as an amount, whose thousands are set apart
        "who": "named" if line["actor"] else "nobody" if line["nobody"] else "left",
    }
    return language.say("journal-line", made)


def _sentence(line: Mapping[str, Any]) -> str:
    """The key of what is said of the act: one for each thing that may have been said, where something was."""
    return f"audit-{line['act']}" + (f"_{line['says']}" if line.get("says") else "")


def _on(line: Mapping[str, Any]) -> str:
    """Which of what a line is about is named: its request, its report, or its account."""
    if line["number"] or line["report"]:
        return "request" if line["number"] else "report"
    return "account" if line["whom"] else "gone" if line["gone"] else "nothing"


NOTICES: Mapping[str, Make] = {"journal": journal}
LABELS: Mapping[str, Label] = {}
