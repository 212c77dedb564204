"""Help: the menu of commands and articles, and the articles found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.texts import markup, menus
from bot.texts.declaring import Label, Make
from bot.texts.languages import Language
from bot.texts.wording import QUOTE, fill

_TITLE, _BODY = 100, 1500  #: the most units of an article's title and body
_COMMANDS, _TITLES = 2000, 1500  #: the most units of all commands, and of all titles


def menu(language: Language, facts: Mapping[str, Any]) -> str:
    """The commands given, each with a few words, and the titles of all articles."""
    worded = menus.commands(facts["commands"], language.code)
    commands = markup.stack((f"/{name} · {words}" for name, words in worded), _COMMANDS)
    titles = markup.stack((f"• {_title(language, title)}" for title in facts["titles"]), _TITLES)
    frame = language.say("notice-help", {"commands": commands, "titles": QUOTE})
    return fill(frame, lambda _room: titles)


def found(language: Language, facts: Mapping[str, Any]) -> str:
    """The articles found, in the order given, as many as a message holds."""
    articles = [_article(language, article["title"], article["body"]) for article in facts["articles"]]
    frame = language.say("notice-help_found", {"articles": QUOTE})
    return fill(frame, lambda room: markup.stack(articles, room, "\n\n"))


def _title(language: Language, title: str) -> str:
    return markup.line(language.typeset(title), _TITLE)


def _article(language: Language, title: str, body: str) -> str:
    return f"<b>{_title(language, title)}</b>\n{markup.article(language.typeset(body), _BODY)}"


NOTICES: Mapping[str, Make] = {"help": menu, "help_found": found}
LABELS: Mapping[str, Label] = {}
