"""Administrators: who administers which school, and the card of somebody's rights."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import cutting
from bot.terms import Button
from bot.texts import labels, markup, pages
from bot.texts.declaring import Label, Make
from bot.texts.languages import Language
from bot.texts.wording import named

_NAMES = 300  #: the most units of the names of those who administer one school


def holders(language: Language, facts: Mapping[str, Any]) -> str:
    """Who administers the schools, a line each."""
    lines = [language.say("administrators-line", named(language, one)) for one in facts["holders"]]
    foot = f"\n\n{language.say('administrators-more')}" if facts.get("more") else ""
    foot += f"\n\n{language.say('administrators-advice')}"
    empty = language.say("administrators-empty")
    return pages.page(language.say("administrators-title"), lines or [empty], foot)


def card(language: Language, facts: Mapping[str, Any]) -> str:
    """What somebody administers, school by school, and who does so beside them."""
    pieces = [language.say("right-title", named(language, facts))]
    for post in facts["posts"]:
        made = named(language, {**facts, **post}) | {"right": str(post["right"])}
        made |= {"names": markup.line(str(post["names"]), _NAMES) or "none"}
        pieces.append(language.say("right-post", made))
    return markup.stack(pieces, markup.room(), "\n\n")


def _named_place(language: Language, button: Button) -> str:
    """What the button does, and at which school where there are several."""
    said = language.say(f"button-{button.action}")
    if not button.words:
        return said
    return cutting.shorten(f"{said} · {markup.one_line(button.words)}", labels.ROOM + 20)


NOTICES: Mapping[str, Make] = {"administrators": holders, "right": card}
LABELS: Mapping[str, Label] = {"right_give": _named_place, "right_take": _named_place}
