"""Menus: which command menu a chat is to show, and whether Telegram must be told.

Everybody sees the usual menu, that of families and pupils, in the language of their Telegram, without a call. A chat
gets a menu of its own only where its accounts have other commands, or another language was chosen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from bot import texts
from bot.delivery.rules.retry import Gone, Outcome, Sent
from bot.storage import menus, people
from bot.storage.deliveries import Delivery
from bot.storage.menus import Menu
from bot.storage.work import Work
from bot.workflows import hats, nouns

Commands = Sequence[tuple[str, str]]
Set = Callable[[int, Commands], Awaitable[Outcome]]
LANGUAGES = {"": "fr", "en": "en"}  #: by the language of a Telegram, "" for any other, that of the usual menu there


@dataclass(frozen=True, slots=True)
class Shown(Sent):
    """The chat shows that menu now; None where it shows the usual one and no account is linked there."""

    menu: Menu | None = None


def usual(language: str) -> list[tuple[str, str]]:
    """The menu of whoever has no role, which strangers see too."""
    return texts.commands(nouns.menu(()), language)


@cache
def release() -> str:
    """A digest of every command's words: it changes with a release that changes a menu."""
    every = [(name, sorted(map(int, one.levels)), one.place) for name, one in nouns.COMMANDS.items()]
    return _digest([every, *(texts.commands(nouns.COMMANDS, language) for language in LANGUAGES.values())])


def prepared(work: Work, delivery: Delivery, language: str, tell: Set) -> Outcome | Callable[[], Awaitable[Outcome]]:
    """What sets the menu of the delivery's chat by `tell`; the outcome where nothing needs to be set.

    Where no account is linked any more, the chat's own menu is removed, so that the usual one shows.
    """
    chat, known = delivery.chat_id, menus.of_chat(work, delivery.chat_id)
    if not people.of_telegram(work, chat):
        return Shown() if known is not None and not known.own else partial(_say, tell, chat, (), None)
    commands = texts.commands(nouns.menu(hats.roles_of(work, chat)), language)
    spoken = language.partition("-")[0]
    if commands == usual(language) and (known is None or not known.own):
        follows = Menu(f"usual:{spoken}", own=False)
        if delivery.payload.get("told") or (known is not None and known.mark == follows.mark):
            return Shown(menu=follows)
    menu = Menu(_digest([spoken, commands]), own=True)
    if known is not None and known.own and known.mark == menu.mark and known.bot == work.bot:
        return Shown(menu=menu)
    return partial(_say, tell, chat, commands, menu)


def record(work: Work, chat_id: int, outcome: Outcome) -> None:
    """Notes which menu the chat shows after that outcome; forgets it where nobody is there to see it."""
    match outcome:
        case Shown(menu=Menu() as menu) if people.of_telegram(work, chat_id):
            menus.note(work, chat_id, menu, release())
        case Shown() | Gone():
            menus.forget(work, chat_id)


async def _say(tell: Set, chat: int, commands: Commands, menu: Menu | None) -> Outcome:
    outcome = await tell(chat, commands)
    return Shown(menu=menu) if isinstance(outcome, Sent) else outcome


def _digest(said: object) -> str:
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]
