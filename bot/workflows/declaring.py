"""What a noun of the house brings, declared in one place: what else must know of it is derived from these.

Each noun has a `NOUN`; `bot.workflows.nouns` lists them. How Telegram reaches a noun, its handlers, is declared in
the module of `bot.handlers` that bears its name.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from bot.storage.work import Work
from bot.terms import Level, Notice, Person
from bot.workflows.conversations.shape import Conversation
from bot.workflows.desk import Desk
from bot.workflows.events import Event
from bot.workflows.policy import Policy

EVERYBODY = frozenset[Level]()  #: everybody with a linked account
AGENTS = frozenset(Level)  #: whoever answers at any level
SCHOOL = frozenset({Level.SCHOOL})  #: the directors and local administrators of a school

Draw = Callable[[Work, Policy, Person, int], Notice]


@dataclass(frozen=True, slots=True)
class Command:
    """A word that people may type after a slash, and who sees it in their menu."""

    name: str
    place: int  #: where it stands in the menu: an agent's own commands come first, then these in rising order
    levels: frozenset[Level] = EVERYBODY  #: those whose agents see it


class Lane(Enum):
    """Chores of different lanes do not wait for each other: a slow ENT must not keep a code in a chat."""

    TIME = "time"  #: what the records alone bring
    ENT = "ent"  #: what the ENT must be asked for


@dataclass(frozen=True, slots=True)
class Chore:
    """Something that time brings. Doing it twice at the same moment does nothing more."""

    lane: Lane
    do: Callable[[Desk], Awaitable[object]]
    pause: Callable[[Desk], Awaitable[float]] | None = (
        None  #: seconds until it is due again; None if any time will do
    )


@dataclass(frozen=True, slots=True)
class Noun:
    """Everything that a noun brings, but for its handlers and its sentences."""

    name: str
    commands: tuple[Command, ...] = ()
    conversations: tuple[Conversation[Any], ...] = ()
    screens: Mapping[str, Draw] = field(default_factory=dict)  #: what draws a message that changes in place, by kind
    events: tuple[Event, ...] = ()  #: what may happen to a request because of it
    chores: tuple[Chore, ...] = ()  #: in the order in which they are done
