"""A message ready to be sent: its text, and its buttons with their labels."""

from __future__ import annotations

from dataclasses import dataclass

from bot.terms import Button


@dataclass(frozen=True, slots=True)
class Key:
    """A button and the words on it."""

    label: str
    button: Button


@dataclass(frozen=True, slots=True)
class Speech:
    """One message in a person's language."""

    text: str  #: HTML as Telegram reads it
    rows: tuple[tuple[Key, ...], ...] = ()
    protect: bool = False  #: can be neither forwarded nor saved
    silent: bool = False
