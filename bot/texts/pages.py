"""One page of a list: its title, its entries as far as a message holds them, and what is said when there is none."""

from __future__ import annotations

from collections.abc import Iterable

from bot.texts import markup
from bot.texts.languages import Language


def titled(language: Language, title: str, further: bool) -> str:
    """The title, marked as continued on every page but the first."""
    return title + language.say("list-further") if further else title


def nothing(language: Language, empty: str, further: bool) -> str:
    """What a page without entries says: that the list ends here, or on its first page the sentence `empty`."""
    return language.say("list-end") if further else empty


def page(head: str, entries: Iterable[str], foot: str = "", between: str = "\n") -> str:
    """The entries below the head and above the foot, as many of the first as fit into the message."""
    room = markup.room() - markup.length(head + foot) - 2
    return f"{head}\n\n{markup.stack(entries, room, between)}{foot}"
