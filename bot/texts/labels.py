"""The words on a button, unless a noun declares its own for it."""

from __future__ import annotations

from bot import cutting
from bot.terms import Button
from bot.texts import markup
from bot.texts.languages import Language

ROOM = 40  #: the most UTF-16 units of a label made of words that were given


def default(language: Language, button: Button) -> str:
    """The button's own words on one line and shortened; `button-ACTION` if it has none."""
    if button.words:
        return cutting.shorten(markup.one_line(button.words), ROOM) or "…"
    return language.say(f"button-{button.action}")


def narrowed(language: Language, button: Button) -> str:
    """The class that the button names; beside it the profile that its choice has behind a dot, if any."""
    profile = button.target.rpartition(":")[2].partition(".")[2]
    words = language.name(f"profile-{profile}", profile)
    if not words:
        return default(language, button)
    name = cutting.shorten(markup.one_line(button.words), ROOM - len(words) - 3)
    return f"{words} · {name}"


def target(language: Language, button: Button, kind: str) -> str:
    """The button's own words; if it has none, those of its choice: `KIND-CHOICE`, else the choice itself.

    A button of a guided conversation has the choice behind the serial of the conversation.
    """
    choice = button.target.rpartition(":")[2]
    return default(language, button) if button.words else language.name(f"{kind}-{choice}", choice)


def toggle(language: Language, button: Button) -> str:
    """Words that are switched on or off: what is on has the style of it."""
    if not button.words:
        return default(language, button)
    sign = "✅" if button.style == "success" else "▫️"
    return f"{sign} {cutting.shorten(markup.one_line(button.words), ROOM - 3)}"
