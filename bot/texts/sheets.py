"""Connection sheets: the question for whom, the count before they are made, and those that were handed out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.terms import Button
from bot.texts import labels, markup, pages
from bot.texts.declaring import Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language
from bot.texts.wording import Facts, named


def whom(language: Language, facts: Mapping[str, Any]) -> str:
    """The question for whom; above it, that the words name nobody, and below it the last sheets handed out."""
    made = named(language, facts)
    above = [language.say("sheets-unknown", made), ""] if facts["words"] else []
    last = [f"• {_line(language, one)}" for one in facts["last"]]
    below = ["", language.say("sheets-last"), *last] if last else []
    return "\n".join([*above, language.say("sheets-whom", made), *below])


def sure(language: Language, facts: Mapping[str, Any]) -> str:
    """How many sheets would be made, who gets none, which earlier ones become void."""
    left = facts["barred"] + facts["protected"]
    made = named(language, facts) | {"left": left, "more": left - len(facts["without"])}
    lines = [language.say("sheets-sure", made)]
    if left:
        who = [_person(name, where) for where, name in facts["without"]]
        others = [language.say("sheets-others", made)] if 0 < len(who) < left else []
        lines += [language.say("sheets-left", made), *who, *others]
    parts = {"waiting": facts["waiting"], "secret": facts["people"]}
    lines += [language.say(f"sheets-{name}", made) for name, wanted in parts.items() if wanted]
    return "\n".join(lines)


def _person(name: str, where: str) -> str:
    return f"• {markup.name(name)} ({markup.name(where)})" if where else f"• {markup.name(name)}"


def handouts(language: Language, facts: Mapping[str, Any]) -> str:
    """The last sheets handed out, a numbered line each."""
    lines = []
    for number, one in enumerate(facts["lines"], 1):
        place = f" · {markup.name(one['place'])}" if one["place"] else ""
        lines.append(f"{number}. {_line(language, one)}{place}")
    title = "\n".join([language.say("handouts-title"), *([language.say("handouts-means")] if lines else [])])
    return pages.page(title, lines or [language.say("handouts-empty")])


def one(key: str, language: Language, facts: Mapping[str, Any]) -> str:
    """One handout, or the question whether it is to be made void."""
    return language.say(key, _made(language, facts))


def revoking(key: str, language: Language, facts: Mapping[str, Any]) -> str:
    """What taking a handout back does, or did; below it, which of its activation codes stay good."""
    made = _made(language, facts) if "number" in facts else named(language, facts)
    codes = "unknown" if facts["codes"] is None else "left" if facts["codes"] else ""
    below = [language.say(f"handout-codes-{codes}", made)] if codes else []
    return "\n".join([language.say(key, made), *below])


def _line(language: Language, facts: Mapping[str, Any]) -> str:
    return language.say("handouts-line", _made(language, facts))


def _made(language: Language, facts: Mapping[str, Any]) -> Facts:
    who = "named" if facts["actor"] else "nobody"
    state = "good" if facts["good"] else "used" if facts["used"] >= facts["count"] else "void"
    state = "revoked" if facts["revoked"] else state
    gone = max(0, facts["count"] - facts["used"] - facts["good"])
    return named(language, facts) | {"gone": gone, "day": day(language, facts["at"]), "who": who, "state": state}


def _form(language: Language, button: Button) -> str:
    """The form that the button chooses."""
    return labels.target(language, button, "sheets-form")


def _linked(language: Language, button: Button) -> str:
    """Sheets for those who are linked, too; for one person, who is the only one."""
    return language.name(f"sheets-linked-{button.target.rpartition(':')[2]}", labels.default(language, button))


NOTICES: Mapping[str, Make] = {
    "sheets_whom": whom,
    "sheets_sure": sure,
    "handouts": handouts,
    "handout": partial(one, "handout-card"),
    "handout_sure": partial(revoking, "handout-sure"),
    "handout_revoked": partial(revoking, "handout-revoked"),
}
LABELS: Mapping[str, Label] = {
    "sheets_class": labels.narrowed,
    "sheets_form": _form,
    "sheets_linked": _linked,
    "sheets_profile": partial(labels.target, kind="profile"),
}
