"""Help: the menu of commands, one article, and the thanks under it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.terms import Button
from bot.texts import labels, markdown, markup, menus
from bot.texts.declaring import Label, Make
from bot.texts.languages import Language
from bot.texts.wording import QUOTE, fill, named

_CATEGORY = re.compile(r"\{(\w+)\}")  #: stands for the name of a category of requests in an article's body
_TITLE = 100  #: the most units of an article's title


def menu(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """What to do, and below it, folded up, the commands given, each with a few words; the articles are buttons."""
    worded = menus.commands(facts["commands"], language.code)
    lines = [f"/{name} · {words}" for name, words in worded]
    frame = language.say(
        f"notice-{kind}", named(language, facts) | {"commands": QUOTE}
    )  # too long for a fact of Fluent's
    return fill(frame, lambda room: f"<blockquote expandable>{markup.stack(lines, room)}</blockquote>")


def article(language: Language, facts: Mapping[str, Any]) -> str:
    """One article: its title and its body; below them, whom a pupil who waits must ask first.

    Below one on fear, that pupil reads instead that they may write here of it at any time.
    """
    if not facts.get("waits"):
        return _article(language, facts, markup.room())
    below = language.say("family-fear" if facts.get("afraid") else "family-whom", named(language, facts))
    return f"{_article(language, facts, markup.room() - markup.length(below) - 2)}\n\n{below}"


def under(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """The article, and below it what that kind of notice says."""
    return fill(language.say(f"notice-{kind}", {"article": QUOTE}), lambda room: _article(language, facts, room))


def advice(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """As `under`, for an article read while a request is written: it names the button that goes on with that one."""
    going_on = language.say("button-unsolved").partition(" ")[2]  # without the sign before its words
    return under(kind, language, {**facts, "body": facts["body"].replace(language.say("button-new"), going_on)})


def _article(language: Language, facts: Mapping[str, Any], room: int) -> str:
    title = f"<b>{markup.line(language.typeset(facts['title']), _TITLE) or '…'}</b>\n"
    body = _CATEGORY.sub(lambda found: language.name(f"category-{found[1]}", found[0]), markdown.lines(facts["body"]))
    return title + markup.article(language.typeset(body), room - markup.length(title))


def _label(language: Language, button: Button) -> str:
    return language.typeset(labels.default(language, button))


NOTICES: Mapping[str, Make] = {
    **{kind: partial(menu, kind) for kind in ("help", "help_early")},
    "help_article": article,
    "help_thanks": partial(under, "help_thanks"),
    **{kind: partial(advice, kind) for kind in ("advice", "advice_solved")},
}
LABELS: Mapping[str, Label] = dict.fromkeys(("article", "topic", "advice"), _label)
