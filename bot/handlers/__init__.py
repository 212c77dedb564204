"""ENTRANCE, Telegram: the commands that people may type, the buttons they may press, and the handler of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from telegram.ext import BaseHandler, TypeHandler

from bot.handlers import (
    accounts,
    administrators,
    announcements,
    attachments,
    audit,
    blocks,
    classes,
    communication,
    conversations,
    creation,
    duplicates,
    groups,
    linking,
    lists,
    passwords,
    people,
    reports,
    requests,
    services,
    sheets,
    statistics,
    towns,
    year,
)
from bot.handlers import help as help_
from bot.handlers.door import Door
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.update import Update

T = TypeVar("T")


def joined(tables: Iterable[Mapping[str, T]]) -> dict[str, T]:
    """All tables as one; raises `ValueError` where two of them have the same name."""
    made: dict[str, T] = {}
    for table in tables:
        if twice := made.keys() & table.keys():
            raise ValueError(f"declared twice: {sorted(twice)}")
        made |= table
    return made


#: a new noun is added here
NOUNS = (
    *(requests, conversations, people, help_, accounts, passwords, lists, blocks),
    *(creation, duplicates, linking, reports, sheets, administrators, attachments, audit, classes),
    *(announcements, communication, groups, services, statistics, towns, year),
)

COMMANDS: Mapping[str, Handler] = joined(noun.COMMANDS for noun in NOUNS)
PRESSES: Mapping[str, Press] = joined(noun.BUTTONS for noun in NOUNS)
IN_PLACE = frozenset(action for action, press in PRESSES.items() if press.in_place)


def handlers(entrance: Entrance) -> list[BaseHandler[Any, Any, Any]]:
    """The handlers for the application: one, the door, which takes every update."""
    return [TypeHandler(Update, Door(entrance, COMMANDS, PRESSES).take)]
