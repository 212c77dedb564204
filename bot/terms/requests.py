"""Requests, what is done to them, and the messages of their exchange."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.terms.states import Status
from bot.terms.structures import Level, Role, Structure


class Act(StrEnum):
    """What somebody may do to a request; all but `READ` and `NOTE` are events of its lifecycle."""

    READ = "read"
    TAKE = "take"
    ANSWER = "answer"  #: an agent answers
    REPLY = "reply"  #: the requester answers
    ASK = "ask"
    NOTE = "note"
    RELEASE = "release"
    HAND = "hand"
    CORRECT = "correct"  #: corrects what it is about; the desk stays
    MOVE = "move"  #: corrects the school or the category, which brings it to another desk
    ESCALATE = "escalate"
    SEND_BACK = "send_back"
    RESOLVE = "resolve"
    CONFIRM = "confirm"
    EXPIRE = "expire"  #: seven days of silence
    REOPEN = "reopen"
    MERGE = "merge"
    WITHDRAW = "withdraw"
    ERASE = "erase"  #: its requester erases their own data


class Part(StrEnum):
    """Why a person is told about a request, apart from holding it."""

    REQUESTER = "requester"
    FILER = "filer"  #: filed it for someone who cannot log in
    SENDER = "sender"  #: escalated it or sent it back, and keeps reading
    FOLLOWER = "follower"  #: their own request was merged into this one


class Voice(StrEnum):
    """What a message of a request's exchange is."""

    ANSWER = "answer"
    QUESTION = "question"
    NOTE = "note"  #: read by agents only
    ACT = "act"  #: what an agent did on the ENT; its text is the deed and the name


@dataclass(slots=True)
class Request:
    """An assistance request; `number` is what people call n°12."""

    number: int
    version: int
    category: str
    status: Status
    level: Level
    desk: str  #: the structure whose agents treat it at this level
    place: Structure  #: the school (or higher structure) it is about
    entry: Level  #: the level where it entered
    visited: tuple[Role, ...]  #: every desk where it has been, with the present one last
    requester: int
    created_at: datetime
    updated_at: datetime
    due_at: datetime
    filer: int | None = None
    holder: int | None = None
    merged_into: int | None = None
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    proper: tuple[Role, ...] = ()  #: the desk in whose place another one serves it, since nobody reads there
    stranded_at: datetime | None = None  #: since when nobody reads at its desk, nor at any above
    left: tuple[Structure, ...] = ()  #: the schools it was about before; notes written there stay with their agents
    pinned: bool = False  #: its place was chosen, whatever its requester's are: it does not move with them
    outside: tuple[Structure, ...] = ()  #: the schools whose people never read it: a call for help told outside them
    erased_name: str = ""  #: the name of whoever called for help and erased their data, while that call is treated

    @property
    def follows(self) -> bool:
        """Whether it was merged into another, and its requester has not said since that it is solved."""
        return self.merged_into is not None and self.resolved_at is None

    @property
    def at(self) -> Role:
        """The desk where it is now."""
        return Role(self.level, self.desk)
