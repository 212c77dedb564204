"""Reports of publications: the card, the lists, and the last step of a grave case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.terms import Button
from bot.texts import markup, pages
from bot.texts.declaring import Label, Make
from bot.texts.durations import moment
from bot.texts.languages import Language, Value
from bot.texts.wording import named

_QUOTED = 1500  #: the most units shown of what was published
_EXCERPT = 60  #: and of it on a line of a list
_REPORTERS = 5  #: how many of those who reported it are named, the newest


def card(language: Language, facts: Mapping[str, Any]) -> str:
    """What was published and by whom, who reported it, and the verdict if there is one."""
    made = _made(language, facts)
    lines = [language.say("report-title", made), language.say(f"report-state-{facts['verdict'] or 'waiting'}", made)]
    if facts["talker"]:
        lines.append(language.say("report-talker", made))
    lines += ["", language.say("report-published", made)]
    lines.append(markup.quote(facts["text"], _QUOTED) or language.say("report-wordless"))
    reporters = facts["reporters"]
    lines.append(language.say("report-reporters", {"count": len(reporters)}))
    now = str(facts.get("now") or "")
    lines += [_reporter(language, name, at, now) for name, at in reporters[-_REPORTERS:]]
    if len(reporters) > _REPORTERS:
        lines.append(language.say("report-more", {"count": len(reporters) - _REPORTERS}))
    return "\n".join(lines)


def listed(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the reports without a verdict, or of those that have one."""
    treated, further = "yes" if facts["treated"] else "no", facts["further"]
    title = pages.titled(language, language.say("reports-title", {"treated": treated}), further)
    title += _age(language, facts)
    if not facts["lines"]:
        return f"{title}\n{pages.nothing(language, language.say('reports-empty', {'treated': treated}), further)}"
    now = {"now": facts.get("now")}
    return pages.page(title, [_entry(language, line | now) for line in facts["lines"]], between="\n\n")


def last(language: Language, facts: Mapping[str, Any]) -> str:
    """The last step of a grave case: what was done, what remains to do, whom to call."""
    made = _made(language, facts)
    made["deleted"] = language.say(f"crisis-deleted-{facts['verdict'] or 'waiting'}", made)
    made["blocked"] = language.say(f"crisis-account-{facts['account']}", made)
    made["calls"] = "\n".join(language.say("crisis-call", named(language, line)) for line in facts["contacts"])
    return language.say("notice-crisis_last", made)


def _age(language: Language, facts: Mapping[str, Any]) -> str:
    """A line that says since when the list is known, where the ENT did not answer in time; else empty."""
    if facts.get("unread"):
        return f"\n{language.say('reports-unread')}"
    if not facts.get("since"):
        return ""
    at = moment(language, facts["since"], str(facts.get("now") or ""))
    return f"\n{language.say('reports-since', {'moment': at})}"


def _made(language: Language, facts: Mapping[str, Any]) -> dict[str, Value]:
    kind = str(facts["publication"])
    made = named(language, facts)
    made["kind"] = language.name(f"publication-{kind.lower()}", language.say("publication-other"))
    for key in ("published", "reported", "when"):
        if facts.get(key):
            made[key] = moment(language, facts[key], str(facts.get("now") or ""))
    return made


def _reporter(language: Language, name: str, at: str, now: str) -> str:
    return language.say("report-reporter", {"name": markup.name(name), "moment": moment(language, at, now)})


def _entry(language: Language, line: Mapping[str, Any]) -> str:
    made = _made(language, line) | {"excerpt": markup.line(line["text"], _EXCERPT)}
    return language.say(f"reports-line-{line['verdict'] or 'waiting'}", made)


def _note_label(language: Language, button: Button) -> str:
    return language.say("button-report_note", {"number": button.target.rpartition(":")[2]})


NOTICES: Mapping[str, Make] = {"report": card, "reports": listed, "crisis_last": last}
LABELS: Mapping[str, Label] = {"report_note": _note_label}
