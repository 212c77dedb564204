"""Accounts of the ENT: the card, the line in a list, the menu of what a list is narrowed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.texts import markup
from bot.texts.durations import day
from bot.texts.languages import Language, Value
from bot.texts.wording import QUOTE

_NAME, _LIST = 80, 300
_DATES = {"from": "filter-from", "until": "filter-until"}


def card(language: Language, facts: Mapping[str, Any]) -> str:
    """What the ENT says of one account, line by line; what it does not say has no line."""
    marks = [language.say(f"account-{mark}", {"days": facts["days"]}) for mark in facts["marks"]]
    head = [_title(language, facts), *(marks or [language.say("account-fine")]), ""]
    made = _values(language, facts)
    shown = ("login", "classes", "places", "groups", "family", "email", "source", "created", "last_login")
    lines = [_said(language, name, made, facts) for name in shown if made[name]]
    return markup.stack([*head, *lines], markup.LIMIT)


def listed(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of a list, what it is narrowed to, and what its icons mean."""
    count = facts["count"]
    title = language.say("accounts-title", {"count": -1 if count is None else count})
    title += language.say("list-further") if facts["further"] else ""
    narrowed = _narrowed(language, facts)
    head = f"{title}\n{narrowed}" if narrowed else title
    if not facts["lines"]:
        return f"{head}\n\n{language.say('list-end' if facts['further'] else 'accounts-empty')}"
    lines = [_line(language, line) for line in facts["lines"]]
    marks = dict.fromkeys(mark for line in facts["lines"] for mark in line["marks"])
    legend = " · ".join(language.say(f"mark-{mark}") for mark in marks)
    foot = f"\n\n<i>{legend}</i>" if legend else ""
    return f"{head}\n\n{markup.stack(lines, markup.LIMIT - markup.length(head + foot) - 2)}{foot}"


def menu(language: Language, facts: Mapping[str, Any]) -> str:
    """The menu above all facets."""
    frame = language.say("filters-menu", {"chosen": QUOTE})  # Fluent takes no fact as long as this one may be
    return frame.replace(QUOTE, _narrowed(language, facts) or language.say("filters-none"))


def choice(language: Language, facts: Mapping[str, Any]) -> str:
    """The menu of one facet."""
    facet = facts["facet"]
    chosen = [line for line in facts["chosen"] if line[0] == facet]
    narrowed = _narrowed(language, {"words": "", "chosen": chosen})
    title = f"<b>{language.name(f'filter-{facet}', markup.line(facet, _NAME))}</b>"
    hint = language.say("filters-no-choice" if facts["empty"] else f"filters-hint-{_number_of(facet)}")
    return "\n".join(part for part in (title, narrowed, hint) if part)


def suggestion(language: Language, facts: Mapping[str, Any]) -> tuple[str, str]:
    """The two lines of an account under an inline query, which have no markup."""
    parts = [language.say(f"function-{facts['profile']}"), facts["where"]]
    parts += [language.say(f"mark-{mark}") for mark in facts["marks"]]
    title = markup.shorten(markup.one_line(facts["name"]), _NAME) or "…"
    about = " · ".join(markup.one_line(part) for part in parts if part)
    return f"{_sign(language, facts)} {title}", markup.shorten(about, _LIST)


def _title(language: Language, facts: Mapping[str, Any]) -> str:
    parts = dict.fromkeys(language.name(f"function-{facts[key]}", "") for key in ("profile", "function"))
    about = ", ".join(part for part in parts if part)
    return f"{_sign(language, facts)} <b>{markup.line(facts['name'], _NAME) or '…'}</b> · {about}"


def _line(language: Language, line: Mapping[str, Any]) -> str:
    icons = "".join(f" {language.say(f'icon-{mark}')}" for mark in line["marks"])
    where = markup.line(line["where"], _NAME)
    name = markup.line(line["name"], _NAME) or "…"
    return f"{_sign(language, line)}{icons} <b>{name}</b>" + (f" · {where}" if where else "")


def _sign(language: Language, facts: Mapping[str, Any]) -> str:
    return language.say(f"icon-{facts['profile']}")


def _narrowed(language: Language, facts: Mapping[str, Any]) -> str:
    """What a list is narrowed to, in one line."""
    words = markup.line(facts["words"], _NAME)
    parts = [language.say("filter-words", {"words": words})] if words else []
    parts += [_choice(language, *choice) for choice in facts["chosen"]]
    return markup.stack(parts, markup.LIMIT // 2, " · ")


def _choice(language: Language, facet: str, value: str, name: str) -> str:
    if value in _DATES:
        return language.say(_DATES[value], {"day": day(language, name)})
    return markup.line(name, _NAME) or language.name(f"filter-{facet}-{value}", markup.line(value, _NAME))


def _number_of(facet: str) -> str:
    return "one" if facet in ("created", "sort", "school") else "several"


def _source(language: Language, source: str) -> str:
    return source and language.name(f"filter-source-{source}", markup.line(source, _NAME))


def _day(language: Language, iso: str | None) -> str:
    return day(language, iso) if iso else ""


def _values(language: Language, facts: Mapping[str, Any]) -> dict[str, Value]:
    """What each line of the card holds; nothing where it has no line."""
    used = "inactive" not in facts["marks"]
    made: dict[str, Value] = {name: _joined(facts[name]) for name in ("classes", "places", "groups", "family")}
    made |= {"login": markup.line(facts["login"], _NAME), "source": _source(language, facts["source"])}
    made |= {"created": _day(language, facts["created"]), "email": "yes" if facts["email"] else "no"}
    made["last_login"] = (_day(language, facts["last_login"]) or "never") if used else ""
    return made


def _said(language: Language, name: str, made: Mapping[str, Value], facts: Mapping[str, Any]) -> str:
    count = len(facts[name]) if isinstance(facts[name], list) else 1
    return language.say(f"account-{name}", {**made, "count": count})


def _joined(names: Iterable[str]) -> str:
    return markup.line(", ".join(names), _LIST)
