"""Lists of accounts: a page of one, the menu of filters, the menu of a single filter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import cutting
from bot.terms import Button
from bot.texts import accounts, labels, markup, pages
from bot.texts.declaring import Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language
from bot.texts.wording import QUOTE, fill

_DATES = {"from": "filter-from", "until": "filter-until"}
_ONE_CHOICE = ("created", "sort", "school")  #: filters that take one value at most


def listed(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of a list: its title, the filters chosen, its accounts, how to open one, and what the icons mean."""
    count, further, lines = facts["count"], facts["further"], facts["lines"]
    title = language.say("accounts-title", {"count": -1 if count is None else count})
    narrowed = _narrowed(language, facts)
    head = pages.titled(language, title, further) + (f"\n{narrowed}" if narrowed else "")
    marks = dict.fromkeys(mark for line in lines for mark in line["marks"])
    legend = " · ".join(language.say(f"mark-{mark}") for mark in marks)
    entries = [_line(language, line) for line in lines]
    nothing = pages.nothing(language, language.say("accounts-empty"), further)
    foot = "\n\n" + language.say("accounts-open") if lines else ""
    return pages.page(head, entries or [nothing], foot + (f"\n<i>{legend}</i>" if legend else ""))


def menu(language: Language, facts: Mapping[str, Any]) -> str:
    """The text above the menu of all filters: the ones chosen, or that there are none."""
    frame = language.say("filters-menu", {"chosen": QUOTE})  # the filters may be longer than a fact of Fluent's
    return fill(frame, lambda _room: _narrowed(language, facts) or language.say("filters-none"))


def choice(language: Language, facts: Mapping[str, Any]) -> str:
    """The text above the menu of one filter: its name, the values chosen, how to choose."""
    facet = facts["facet"]
    chosen = [line for line in facts["chosen"] if line[0] == facet]
    narrowed = _narrowed(language, {"words": "", "chosen": chosen})
    title = f"<b>{language.name(f'filter-{facet}', markup.name(facet))}</b>"
    number = "one" if facet in _ONE_CHOICE else "several"
    hint = language.say("filters-no-choice" if facts["empty"] else f"filters-hint-{number}")
    return "\n".join(part for part in (title, narrowed, hint) if part)


def _line(language: Language, line: Mapping[str, Any]) -> str:
    icons = "".join(f" {language.say(f'icon-{mark}')}" for mark in line["marks"])
    where, login = markup.name(line["where"]), markup.name(line["login"])
    name = markup.name(line["name"], "…")
    parts = [f"{line['number']}. {accounts.icon(language, line)}{icons} <b>{name}</b>", where, login]
    return " · ".join(part for part in parts if part)


def _narrowed(language: Language, facts: Mapping[str, Any]) -> str:
    """The words and filters chosen, on one line; empty if there are none."""
    words = markup.name(facts["words"])
    parts = [language.say("filter-words", {"words": words})] if words else []
    parts += [_chosen(language, *one) for one in facts["chosen"]]
    return markup.stack(parts, markup.room() // 2, " · ")


def _chosen(language: Language, facet: str, value: str, name: str) -> str:
    if value in _DATES:
        return language.say(_DATES[value], {"day": day(language, name)})
    return markup.name(name) or language.name(f"filter-{facet}-{value}", markup.name(value))


def _label(language: Language, button: Button) -> str:
    """A filter or one of its values, by its own name or by `filter-FACET[-VALUE]`; marked once it is chosen."""
    words = markup.one_line(button.words)
    if not words:
        key = "-".join(("filter", *button.target.split(":")[1:]))
        words = language.name(key, language.say(f"button-{button.action}"))
    return cutting.shorten(f"✅ {words}" if button.style == "success" else words, labels.ROOM)


NOTICES: Mapping[str, Make] = {"account_list": listed, "filters": menu, "filter_choice": choice}
LABELS: Mapping[str, Label] = {"facet": _label, "pick": _label}
