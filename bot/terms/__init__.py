"""The glossary as code: the nouns every room shares. Standard library only; docs/glossary.md explains them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from bot.terms.states import ACTIVE as ACTIVE
from bot.terms.states import CampaignState as CampaignState
from bot.terms.states import InterventionState as InterventionState
from bot.terms.states import ReportState as ReportState
from bot.terms.states import Status as Status


class Level(IntEnum):
    """The five support levels (guide, chapter 7)."""

    SCHOOL = 0
    CIRCONSCRIPTION = 1
    DSDEN = 2
    RECTORAT = 3
    VENDOR = 4


class Kind(StrEnum):
    """The kinds of structure, from the top of the tree down."""

    VENDOR = "vendor"
    RECTORAT = "rectorat"
    DSDEN = "dsden"
    CIRCONSCRIPTION = "circonscription"
    SCHOOL = "school"
    CLASS = "class"


class Profile(StrEnum):
    """The profiles of the ENT (guide, chapter 3.B)."""

    STUDENT = "student"
    RELATIVE = "relative"
    TEACHER = "teacher"
    PERSONNEL = "personnel"
    GUEST = "guest"


class Act(StrEnum):
    """What somebody may do to a request; each is an event of the lifecycle but `READ` and `NOTE`."""

    READ = "read"
    TAKE = "take"
    ANSWER = "answer"  #: an agent answers
    REPLY = "reply"  #: the requester answers
    ASK = "ask"
    NOTE = "note"
    RELEASE = "release"
    HAND = "hand"
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
    """Why a person is told about a request, beside holding it."""

    REQUESTER = "requester"
    FILER = "filer"  #: filed it for someone who cannot log in
    SENDER = "sender"  #: escalated it or sent it back, and keeps reading
    FOLLOWER = "follower"  #: their own request was merged into this one


class Voice(StrEnum):
    """What a message of a request's exchange is."""

    ANSWER = "answer"
    QUESTION = "question"
    NOTE = "note"  #: read by agents only
    ACT = "act"  #: what an agent did on the ENT, as `deed whom`


class DeliveryState(StrEnum):
    """Where a delivery, a row of the outbox, stands; docs/delivery.md draws how one leads to another."""

    QUEUED = "queued"  #: to be sent, or being sent while a courier has claimed it
    SENT = "sent"
    UNCERTAIN = "uncertain"  #: perhaps sent: nobody knows
    DEAD = "dead"  #: cannot be sent
    DROPPED = "dropped"  #: not to be sent any more


@dataclass(frozen=True, slots=True)
class Structure:
    """A place of the tree vendor › rectorat › DSDEN › circonscription › school › class, with what lies above it."""

    id: str
    name: str
    kind: Kind
    above: tuple[Structure, ...] = ()  #: from the vendor down to its parent

    def ancestor(self, kind: Kind) -> Structure | None:
        """Itself or the structure above it of that kind; None where the tree has none."""
        return next((s for s in (*self.above, self) if s.kind is kind), None)


@dataclass(frozen=True, slots=True)
class Role:
    """An agent's right: one of the five levels, in one structure."""

    level: Level
    structure: str


@dataclass(frozen=True, slots=True)
class Account:
    """What the ENT says of one of its accounts."""

    id: str
    login: str
    first_name: str
    last_name: str
    profile: Profile
    places: tuple[Structure, ...]  #: the schools (or higher structures) it is attached to
    roles: tuple[Role, ...] = ()
    children: tuple[str, ...] = ()  #: account ids, for a relative
    relatives: tuple[str, ...] = ()  #: account ids, for a pupil
    function: str = ""  #: director, adml, erun, danei, plateforme, vendor, or nothing
    email: str = ""
    classes: tuple[Structure, ...] = ()
    groups: tuple[str, ...] = ()  #: names of its manual groups
    source: str = ""  #: AAF1D, AAF, CSV, MANUAL and the like
    activated: bool = True
    blocked: bool = False
    duplicates: tuple[str, ...] = ()  #: account ids that may be the same person's
    missing_since: datetime | None = None  #: gone from the feed: awaits pre-deletion
    deleted_at: datetime | None = None  #: pre-deleted: gone for good 90 days later
    created_at: datetime | None = None
    last_login: datetime | None = None

    @property
    def name(self) -> str:
        """First and last name, as the ENT shows them."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(slots=True)
class Person:
    """An ENT account as the desk knows it, linked to a Telegram account or not."""

    id: int
    account: str
    login: str
    name: str
    profile: Profile
    function: str
    places: tuple[Structure, ...]
    roles: tuple[Role, ...]
    telegram_id: int | None
    language: str
    charter: int  #: the version accepted, 0 for none
    reachable: bool
    speaking: bool  #: the one that speaks, of the accounts of one Telegram account
    seen_at: datetime  #: when the ENT was last asked about this account

    @property
    def is_agent(self) -> bool:
        """Whether this account answers requests at any level."""
        return bool(self.roles)


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
    visited: tuple[Role, ...]  #: every desk it has stood at, this one included
    requester: int
    created_at: datetime
    updated_at: datetime
    due_at: datetime
    filer: int | None = None
    holder: int | None = None
    merged_into: int | None = None
    resolved_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def at(self) -> Role:
        """The desk where it stands now."""
        return Role(self.level, self.desk)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of an exchange; its bytes stay with Telegram."""

    kind: str  #: "photo" or "document"
    file_id: str
    unique_id: str
    name: str = ""
    mime: str = ""
    size: int = 0
    album: str = ""  #: Telegram's media group, so that late members find their message


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in a chat something was said, so that edits find it."""

    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody wrote: words, files, and where."""

    text: str = ""
    files: tuple[Attachment, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """One button: what it does, to which request or thing, and for whom it was made."""

    action: str
    target: str = ""
    person: int = 0
    words: str = ""  #: a label that is data (an account's name), else `texts` words the action
    style: str = ""  #: "", primary, success or danger
    url: str = ""
    copy: str = ""
    once: bool = False  #: pressing it takes the buttons off its message


@dataclass(frozen=True, slots=True)
class Notice:
    """Something someone must be told: `texts` words it, a sender carries it."""

    kind: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[tuple[Button, ...], ...] = ()
    language: str = ""  #: of whom it is said to; empty where the sender knows better
    secret: bool = False  #: shows a code: never kept, never forwarded, taken away again


class Refusal(Exception):
    """A "no" said to a person in one sentence: `reason` names the sentence, `facts` fill it."""

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts
        self.language = ""  #: of whom it is said to, once that is known


class Done(Exception):
    """The cause was seen before: what it asked is done already, and nothing more must happen."""


class Unavailable(Exception):
    """The records or the ENT cannot be reached just now: whoever brought the update must bring it again."""


class Declined(Exception):
    """The ENT said no, or nothing at all: nothing was changed. `bot.ent.directory` lists the reasons."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason


class InDoubt(Exception):
    """The ENT was asked to act and its answer was lost: nobody knows whether it was done."""
