"""Which of somebody's accounts is meant: the line above a message, and the words on a button of an account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import cutting
from bot.terms import Button
from bot.texts import labels, markup
from bot.texts.languages import Language
from bot.texts.wording import named

_NAME = 24  #: the most units of a name on a button, so that function and place are seen, too
_ROOM = 72  #: the most units of the whole label


def line(language: Language, hat: Mapping[str, Any] | None, short: bool = False) -> str:
    """The account on a line of its own, with the line break; `short` leaves out the place. Empty without a hat."""
    if not hat:
        return ""
    return language.say("hat-short" if short else "hat", named(language, hat)) + "\n"


def label(language: Language, button: Button) -> str:
    """The account's name, function and place, from a button whose words are what `hats.words` made.

    Other words are shown as they are: a release before queued buttons with a name alone.
    """
    function, _, rest = button.words.partition("\n")
    place, _, name = rest.partition("\n")
    if not name:
        return labels.default(language, button)
    said = [markup.one_line(place)] if markup.one_line(place) else []
    said.insert(0, language.name(f"function-{function}", function))
    shown = cutting.shorten(markup.one_line(name), _NAME) or "…"
    return cutting.shorten(" · ".join([f"👤 {shown}", *said]), _ROOM)
