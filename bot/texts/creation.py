"""Accounts made by hand: the children of a parent, the summary with those that may be theirs already, the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.texts import labels, markup
from bot.texts.declaring import Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language
from bot.texts.wording import Facts, named

_LINES = (
    "name",
    "born",
    "class",
    "names",
    "text",
    "case",
    "place",
)  #: of the summary; those without a value are left out


def question(key: str, language: Language, facts: Mapping[str, Any]) -> str:
    """A question, below the words of the line that could not be read, if there are any."""
    words = facts["words"] or "none"
    return language.say(f"notice-{key}", named(language, {**facts, "words": words})).strip()


def children(language: Language, facts: Mapping[str, Any]) -> str:
    """The question for a child's name; below it what the name that was typed found."""
    made = named(language, facts)
    lines = [language.say("create-children", made)]
    if facts["words"]:
        lines.append(language.say("create-children-some" if facts["total"] else "create-children-nobody", made))
    return "\n".join(lines)


def sure(language: Language, facts: Mapping[str, Any]) -> str:
    """What is to be made; below it the accounts that may be the same person's."""
    made = _dated(language, facts)
    lines = [language.say("create-sure", made)]
    lines += [language.say(f"create-sure-{one}", made) for one in _LINES if facts.get(one)]
    if facts["alike"]:
        lines += ["", language.say("create-alike", {"count": len(facts["alike"])})]
        lines += [_alike(language, one) for one in facts["alike"]]
        lines.append(language.say("create-alike-otherwise"))
    return markup.stack(lines, markup.room())


def change(language: Language, facts: Mapping[str, Any]) -> str:
    """What is to change of an account."""
    before = language.say("edit-sure", named(language, {**facts, "name": facts["before"]}))
    return "\n".join((before, language.say(f"edit-sure-{facts['change']}", _dated(language, facts))))


def made(language: Language, facts: Mapping[str, Any]) -> str:
    """The receipt: the login, where the code is, and that a pupil's parents are still missing."""
    lines = [language.say("account-made", named(language, facts))]
    lines.append(language.say("account-made-shown" if facts["shown"] else "account-made-hidden"))
    if facts["profile"] == "student":
        lines.append(language.say("account-made-parents"))
    return "\n".join(lines)


def _alike(language: Language, one: Mapping[str, str]) -> str:
    born = language.say("create-alike-born", {"born": day(language, one["born"])}) if one["born"] else ""
    about = (language.name(f"function-{one['function']}", ""), markup.name(one["where"]), born)
    how = language.say("create-alike-how", {"how": one["how"]})
    facts = {"name": markup.name(one["name"], "…"), "about": ", ".join(part for part in about if part), "how": how}
    return language.say("create-alike-line", facts)


def _dated(language: Language, facts: Mapping[str, Any]) -> Facts:
    case = language.name(f"create-case-{facts.get('case') or 'other'}", "")
    return named(language, facts) | {"born": day(language, facts.get("born") or None), "case": case}


NOTICES: Mapping[str, Make] = {
    "create_born": partial(question, "create_born"),
    "create_class": partial(question, "create_class"),
    "create_children": children,
    "create_sure": sure,
    "edit_sure": change,
    "account_made": made,
}
LABELS: Mapping[str, Label] = {
    "create_as": partial(labels.target, kind="create-as"),
    "create_meant": partial(labels.target, kind="create-as"),
    "edit_part": partial(labels.target, kind="edit-part"),
    "create_case": partial(labels.target, kind="create-case"),
}
