"""The journal: a page of lines, each with its moment, what was done, on what, where, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.terms import Button
from bot.texts import labels, pages
from bot.texts.declaring import Label, Make
from bot.texts.durations import day, moment
from bot.texts.languages import Language, Value
from bot.texts.wording import named


def journal(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the journal: of everything, of a request, or of an account."""
    made, further, lines, now = named(language, facts), facts["further"], facts["traced"], str(facts.get("now") or "")
    until = day(language, str(facts.get("until") or ""))
    newest = next((line["at"] for line in lines if not line.get("unreadable")), "")
    if further and newest and not until:
        until = moment(language, newest, now)
    title = language.say("journal-title", made) + (language.say("journal-until", {"moment": until}) if until else "")
    entries = [_entry(language, line, str(facts["about"]), now) for line in lines]
    empty = language.say("journal-empty-until" if until else "journal-empty")
    return pages.page(title, entries or [pages.nothing(language, empty, further)])


def _entry(language: Language, line: Mapping[str, Any], about: str, now: str) -> str:
    if line.get("unreadable"):
        return language.say("journal-unreadable", {"position": str(line["position"])})
    made: dict[str, Value] = named(language, line) | {
        "moment": moment(language, line["at"], now),
        "what": language.name(_sentence(line), language.say("audit-other")),
        "state": line["state"] or "done",
        "on": _on(line, about),
        "number": str(line["report"] or line["number"]),  # not as an amount, whose thousands are set apart
        "school": "named" if line.get("place") else "only",
        "who": "named" if line["actor"] else "nobody" if line["nobody"] else "left",
    }
    return language.say("journal-line", made)


def _sentence(line: Mapping[str, Any]) -> str:
    """The key of what is said of the act: one for each thing that may have been said, where something was."""
    return f"audit-{line['act']}" + (f"_{line['says']}" if line.get("says") else "")


def _on(line: Mapping[str, Any], about: str) -> str:
    """Which of what a line is about is named: its request, its report, or its account; not what the title names."""
    if line["report"] or (line["number"] and about != "request"):
        return "report" if line["report"] and not line["number"] else "request"
    if about == "account":
        return "nothing"
    return "account" if line["whom"] else "gone" if line["gone"] else "nothing"


def _month(language: Language, button: Button) -> str:
    """A month, which the words of its button hold as `YEAR-MONTH`."""
    year, _, number = button.words.partition("-")
    if not number.isdecimal():
        return labels.default(language, button)
    return language.say("journal-month", {"month": int(number), "year": year})


NOTICES: Mapping[str, Make] = {"journal": journal}
LABELS: Mapping[str, Label] = {"journal_month": _month}
