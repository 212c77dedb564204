"""Lists on one screen: the queue, one's own requests, the help articles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.texts import markup
from bot.texts.durations import age
from bot.texts.languages import Language
from bot.texts.menus import commands
from bot.texts.wording import QUOTE, named

_TITLE, _BODY = 100, 1500


def queue(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the queue: two lines a request, the late ones marked."""
    title = language.say("queue-title", {"filter": facts["filter"] or "all"})
    entries = []
    for line in facts["lines"]:
        made = _line(language, line)
        first = language.say("queue-line", made) + (language.say("queue-late") if line["late"] else "")
        holder = language.say("queue-holder", made) if line["holder"] else ""
        entries.append(f"{first}\n{language.say('queue-details', made)}{holder}")
    return _page(language, title, entries, facts, "queue-empty")


def mine(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the person's own requests."""
    entries = [language.say("mine-line", _line(language, line)) for line in facts["lines"]]
    return _page(language, language.say("mine-title"), entries, facts, "mine-empty")


def help_menu(language: Language, facts: Mapping[str, Any]) -> str:
    """The commands of the person, and the titles of the articles."""
    menu = [f"/{name} · {words}" for name, words in commands(facts["commands"], language.code)]
    titles = [f"• {_title(language, title)}" for title in facts["titles"]]
    frame = language.say("notice-help", {"commands": markup.stack(menu, 2000), "titles": QUOTE})
    return frame.replace(QUOTE, markup.stack(titles, 1500))


def help_found(language: Language, facts: Mapping[str, Any]) -> str:
    """The articles found, best first."""
    found = [
        f"<b>{_title(language, article['title'])}</b>\n{_body(language, article['body'])}"
        for article in facts["articles"]
    ]
    frame = language.say("notice-help_found", {"articles": QUOTE})
    return frame.replace(QUOTE, markup.stack(found, markup.LIMIT - markup.length(frame), "\n\n"))


def _title(language: Language, title: str) -> str:
    return markup.line(language.typeset(title), _TITLE)


def _body(language: Language, body: str) -> str:
    return markup.article(language.typeset(body), _BODY)


def _line(language: Language, line: Mapping[str, Any]) -> dict[str, Any]:
    return named(language, line) | {"age": age(language, line["age"])}


def _page(language: Language, title: str, entries: list[str], facts: Mapping[str, Any], empty: str) -> str:
    title += language.say("list-further") if facts["further"] else ""
    if not entries:
        return f"{title}\n{language.say('list-end' if facts['further'] else empty)}"
    return f"{title}\n\n{markup.stack(entries, markup.LIMIT - markup.length(title) - 2)}"
