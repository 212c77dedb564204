"""Blocks: the questions before, who holds an account blocked, how far a campaign is, the history of a school."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.terms import Button
from bot.texts import labels, markup, pages
from bot.texts.declaring import Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language, Value
from bot.texts.wording import fill, named, quoted

_BAR = 10  #: how many squares the progress bar has
_GAPS = re.compile(r"\n{3,}")
_TOUCHED = ("block", "unblock", "lifted")  #: stages of lines about single accounts, or another school's campaign
_FEW = 3  #: schools named in one sentence
_NAMES = 300  #: the most units of their names


def alone(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """What is said of one account, and below it who holds the account blocked, a line each."""
    frame = _GAPS.sub("\n\n", language.say(f"notice-{kind}", named(language, facts))).strip()
    held = [f"• {holder(language, one)}" for one in facts.get("held") or ()]
    if held and kind == "account_kept":
        asked = named(language, {**facts, "asked": bool(facts["to"])})
        frame = "\n".join([frame, *held, language.say("block-ask", asked)])
    elif held:
        above = [language.say("block-held-too")] if kind == "block_asked" else []
        frame = "\n".join([frame, "", *above, *held])
    return fill(frame, lambda room: quoted(language, str(facts.get("text") or ""), room))


def holder(language: Language, one: Mapping[str, Any]) -> str:
    """A line that says who blocked an account: of which school, when, why, and whether with a whole profile."""
    made = named(language, {**one, "words": one["text"]}) | {"day": day(language, one["at"])}
    return language.say(
        "block-held", made | {"place": made["place"] or "none", "whole": "yes" if one["profile"] else "no"}
    )


def told(language: Language, facts: Mapping[str, Any]) -> str:
    """What the administrators of a school are told of another school's campaign that touched their people."""
    until = {"until": day(language, facts["until"]) or "none"}
    return language.say("notice-shared_campaign", named(language, facts) | until)


def asked(language: Language, facts: Mapping[str, Any]) -> str:
    """The question before a campaign: how many accounts, when, who is spared, what follows, the word to type."""
    made = _made(language, facts)
    spared = facts["spared"]
    parts = {
        "title": True,
        "counts": True,
        "now": not facts["dates"],
        "when": len(facts["dates"]) == 1,
        "when-until": len(facts["dates"]) > 1,
        "spared": spared and facts["names"],
        "oneself": spared and facts["own"],
        "elsewhere": facts.get("shared"),
        "kept": facts.get("kept"),
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
    elif facts["lapsed"] and not facts["done"]:
        lines.append(language.say("campaign-lapsed", made))
    elif facts.get("expired") and not facts["done"]:
        lines.append(language.say("campaign-expired", made | {"late": "no"}))
    elif stage != "cancelled" or facts["done"]:
        lines += [_bar(facts)] if stage == "running" else []
        lines.append(language.say("campaign-sums", made))
        lines += [_failures(language, facts)] if facts["failed"] else []
        lines += [language.say("campaign-kept", made)] if facts.get("kept") else []
        lines += [language.say("campaign-shared", made)] if facts.get("shared") and stage != "running" else []
        lines += [language.say("campaign-expired", made | {"late": "yes"})] if facts.get("expired") else []
        lines += [language.say("campaign-lapsed-midway", made)] if facts["lapsed"] else []
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
    if facts.get("given_up"):
        title = f"{language.say('history-given-up')}\n\n{title}"
    foot = "" if facts["heard"] else f"\n\n{language.say('history-unheard')}"
    return pages.page(title, entries or [nothing], foot)


def _entry(language: Language, entry: Mapping[str, Any]) -> str:
    when = {"day": day(language, entry["at"])}
    if entry["stage"] not in _TOUCHED:
        return language.say(f"history-{entry['stage']}", named(language, entry) | when)
    facts = {**entry, "name": entry["whom"], "actor": entry["name"], "words": entry["text"]}
    made = named(language, facts) | when
    made |= {"place": made["place"] or "none"}
    return language.say("history-alone" if entry["whom"] else "history-whole", made)


def _made(language: Language, facts: Mapping[str, Any]) -> dict[str, Value]:
    made = named(language, facts)
    for name in ("starts", "until"):
        made[name] = day(language, facts.get(name))
    for name, one in zip(("starts", "until"), facts.get("dates", ()), strict=False):
        made[name] = day(language, one)
    schools, silent = facts.get("schools", ()), facts.get("silent", ())
    made["schools"] = markup.line(", ".join(schools[:_FEW]), _NAMES)
    made["more"] = len(schools[_FEW:])
    made["pairs"] = facts.get("pairs", 0)  # the release before does not tell it
    made["unread"] = markup.line(", ".join(silent), _NAMES) or "none"
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


_ALONE = ("block_asked", "unblock_asked", "account_kept")

NOTICES: Mapping[str, Make] = {
    "campaign": shown,
    "campaign_asked": asked,
    "history": history,
    "shared_campaign": told,
    **{kind: partial(alone, kind) for kind in _ALONE},
}
LABELS: Mapping[str, Label] = {
    "campaign": _campaign_label,
    "block_profile": partial(labels.target, kind="profile"),
}
