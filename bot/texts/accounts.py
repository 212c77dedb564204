"""Accounts of the ENT: the card of one, and the two lines that offer one under an inline query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import cutting
from bot.texts import blocks, markup
from bot.texts.declaring import Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language, Value

_LONG = 300  #: the most units of a line made of several names
_LINES = (
    "login",
    "classes",
    "places",
    "elsewhere",
    "groups",
    "family",
    "email",
    "source",
    "origin",
    "created",
    "last_login",
)


def card(language: Language, facts: Mapping[str, Any]) -> str:
    """What the ENT says of one account, a line each; no line for what it does not say."""
    marks = [language.say(f"account-{mark}", {"days": facts["days"]}) for mark in facts["marks"]]
    head = [_title(language, facts), *(marks or [language.say("account-fine")])]
    head += [blocks.holder(language, one) for one in facts.get("held") or ()] + [""]
    values = _values(language, facts)
    lines = [_line(language, name, values, facts) for name in _LINES if values[name]]
    return markup.stack([*head, *lines], markup.room())


def suggestion(language: Language, facts: Mapping[str, Any]) -> tuple[str, str]:
    """Title and description of the account under an inline query, without markup."""
    parts = [language.say(f"function-{facts['profile']}"), facts["where"], facts["login"]]
    parts += [language.say(f"mark-{mark}") for mark in facts["marks"]]
    title = cutting.shorten(markup.one_line(facts["name"]), markup.NAME) or "…"
    about = " · ".join(markup.one_line(part) for part in parts if part)
    return f"{icon(language, facts)} {title}", cutting.shorten(about, _LONG)


def icon(language: Language, facts: Mapping[str, Any]) -> str:
    """The coloured dot of the account's profile, in the ENT's colours."""
    return language.say(f"icon-{facts['profile']}")


def _title(language: Language, facts: Mapping[str, Any]) -> str:
    parts = dict.fromkeys(language.name(f"function-{facts[key]}", "") for key in ("profile", "function"))
    about = ", ".join(part for part in parts if part)
    return f"{icon(language, facts)} <b>{markup.name(facts['name'], '…')}</b> · {about}"


def _values(language: Language, facts: Mapping[str, Any]) -> dict[str, Value]:
    """The value of each line of the card; empty for a line that is not shown."""
    source = str(facts["source"])
    values: dict[str, Value] = {
        name: markup.line(", ".join(facts.get(name, ())), _LONG)
        for name in ("classes", "places", "elsewhere", "groups", "family")
    }
    values["login"] = markup.name(facts["login"])
    values["source"] = source and language.name(f"filter-source-{source}", markup.name(source))
    values["origin"] = str(facts.get("origin", ""))  # the release before does not tell it
    values["arrives"], values["resumes"] = facts.get("arrives", 0), day(language, facts.get("resumes")) or "no"
    values["email"] = "yes" if facts["email"] else "no"
    values["created"] = day(language, facts["created"])
    used = "inactive" not in facts["marks"]
    values["last_login"] = (day(language, facts["last_login"]) or "never") if used else ""
    return values


def _line(language: Language, name: str, values: Mapping[str, Value], facts: Mapping[str, Any]) -> str:
    count = len(facts[name]) if isinstance(facts[name], list) else 1
    return language.say(f"account-{name}", {**values, "count": count})


NOTICES: Mapping[str, Make] = {"account": card}
LABELS: Mapping[str, Label] = {}
