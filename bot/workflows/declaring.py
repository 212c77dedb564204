"""What a noun of the house declares: its commands, conversations, screens, events and chores.

Each noun has one `Noun`, named `NOUN`; `bot.workflows.nouns` lists them all. Its handlers are declared apart, in the
module of `bot.handlers` that bears its name.
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
    """A command that people type after a slash. Anyone may type it; its menu entry is shown to some.

    Of somebody's accounts, one of its levels runs it; if it is `numbered`, one that may do so with the request.
    """

    name: str
    place: int  #: its rank, lowest first, among the commands of agents or, below them, those for everybody
    levels: frozenset[Level] = EVERYBODY  #: the levels whose agents see it in their menu
    numbered: bool = False  #: whether it must be followed by the number of a request; typed bare, it says so
    anybody: bool = False  #: whether it is run by whichever account speaks, as it looks at the others by itself
    each: bool = (
        False  #: whether its answer is about one account alone, so that the person's others are offered below
    )
    early: bool = False  #: whether it is offered to a pupil who waits for a yes
    barred: bool = False  #: whether accounts that cannot log in are offered below, too: it is about what is theirs


class Lane(Enum):
    """Which job a chore belongs to. Lanes do not wait for each other: a slow ENT must not keep a code in a chat."""

    TIME = "time"  #: chores that need the records only
    ENT = "ent"  #: chores that ask the ENT
    SHEETS = "sheets"  #: connection sheets, and exports, of which many take a minute
    PURGE = "purge"  #: the sweep, which may have much to delete


@dataclass(frozen=True, slots=True)
class Chore:
    """Work that is due at some moments. Done a second time at the same moment, it changes nothing."""

    lane: Lane
    do: Callable[[Desk], Awaitable[object]]
    #: seconds until it is due again; None where it is enough that it is done now and then
    pause: Callable[[Desk], Awaitable[float]] | None = None


@dataclass(frozen=True, slots=True)
class Noun:
    """All that a noun declares, except its handlers and its sentences."""

    name: str
    commands: tuple[Command, ...] = ()
    conversations: tuple[Conversation[Any], ...] = ()
    screens: Mapping[str, Draw] = field(default_factory=dict)  #: by kind, what draws a message that changes in place
    events: tuple[Event, ...] = ()  #: events of requests that this noun can cause
    chores: tuple[Chore, ...] = ()  #: in the order in which they are done
