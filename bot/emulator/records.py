"""The emulator's data classes: people, bots, chats, topics, messages and files."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from .clock import Signal
from .limits import Rates

Json = dict[str, Any]

UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count", "chosen_inline_result"})
"""Kinds of update that a bot receives only if it names them in `allowed_updates`."""


@dataclass(frozen=True)
class Persona:
    """One of the demo's people: somebody who has already started every bot."""

    key: str
    user_id: int
    first_name: str
    last_name: str
    role: str
    structure: str
    language_code: str = "fr"
    group: str = ""  #: the words above this persona and those like them in the page's list


@dataclass
class Person:
    """A Telegram account of a person; `started` and `blocked` hold the ids of bots."""

    user: Json
    persona: Persona | None = None
    started: set[int] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    deactivated: bool = False  #: the account was deleted

    @property
    def id(self) -> int:
        """Returns the person's user id."""
        return int(self.user["id"])

    def talks_with(self, bot_id: int) -> bool:
        """Returns whether the bot may write to this person first."""
        return self.persona is not None or bot_id in self.started


@dataclass
class Pending:
    """An update not yet accepted by its bot. Updates of one `lane` are delivered one after the other."""

    update_id: int
    lane: str
    body: Json
    born: float
    expires: float
    copies: int = 1


@dataclass
class Webhook:
    """The webhook that a bot has set."""

    url: str
    secret: str | None = None
    max_connections: int = 40
    error_date: int | None = None
    error_message: str | None = None


@dataclass
class Mailbox:
    """A bot's undelivered updates, its webhook and the kinds of update it asked for."""

    pending: OrderedDict[int, Pending] = field(default_factory=OrderedDict)
    next_id: int = 100_001
    allowed: list[str] | None = None
    webhook: Webhook | None = None
    next_webhook_at: float = 0.0  #: from when on a webhook may be set again
    arrived: Signal = field(default_factory=Signal)

    def wants(self, kind: str) -> bool:
        """Returns whether the bot asked for updates of this kind."""
        return kind in self.allowed if self.allowed else kind not in UNASKED


ABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": True,
    "supports_inline_queries": True,
    "supports_guest_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
    "has_topics_enabled": False,
    "allows_users_to_create_topics": False,
    "can_manage_bots": False,
    "supports_join_request_queries": False,
}
"""What BotFather sets for a bot, as `getMe` shows it, with the values that every new bot has here."""


@dataclass
class BotAccount:
    """A bot, created at its first call; only a digest of its token is kept. `abilities` are BotFather's settings."""

    id: int
    token_digest: str
    first_name: str
    username: str
    active_at: float = 0.0
    mailbox: Mailbox = field(default_factory=Mailbox)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    abilities: dict[str, bool] = field(default_factory=lambda: dict(ABILITIES))
    rates: Rates = field(default_factory=Rates)

    @property
    def user(self) -> Json:
        """Returns the Bot API `User` of the bot, as messages show it."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}


@dataclass
class Topic:
    """A forum topic; its id is the id of the service message that created it."""

    message_thread_id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str | None = None
    is_closed: bool = False

    def as_api(self) -> Json:
        """Returns the Bot API `ForumTopic`."""
        shown = {"message_thread_id": self.message_thread_id, "name": self.name, "icon_color": self.icon_color}
        icon = {"icon_custom_emoji_id": self.icon_custom_emoji_id} if self.icon_custom_emoji_id else {}
        return {**shown, **icon}


@dataclass
class Posted:
    """A message in a chat: its Bot API `body`, and what the Bot API does not include.

    `keyboard` is its reply keyboard (or the order to remove one); `seq` is the number of its last change;
    `inline_id` is its `inline_message_id`, if it was sent inline and has buttons.
    """

    body: Json
    keyboard: Json | None = None
    deleted: bool = False
    edited: bool = False
    reactions: dict[int, str] = field(default_factory=dict)
    seq: int = 0
    inline_id: str = ""

    @property
    def id(self) -> int:
        """Returns the message's id in its chat."""
        return int(self.body["message_id"])

    @property
    def sender_id(self) -> int:
        """Returns the user id of its sender."""
        return int(self.body["from"]["id"])


@dataclass
class Chat:
    """A private chat of one person with one bot (`bot_id`), or a group (`bot_id` 0)."""

    id: int
    kind: str
    face: Json
    bot_id: int = 0
    is_forum: bool = False
    description: str = ""
    members: set[int] = field(default_factory=set)
    banned: set[int] = field(default_factory=set)
    without_bots: set[int] = field(default_factory=set)
    kicked_bots: set[int] = field(default_factory=set)  #: those of `without_bots` that were removed by somebody
    messages: dict[int, Posted] = field(default_factory=dict)
    changes: dict[int, None] = field(default_factory=dict)
    last_id: int = 1
    topics: dict[int, Topic] = field(default_factory=dict)
    general_closed: bool = False
    general_hidden: bool = False
    pins: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    changed: Signal = field(default_factory=Signal)

    @property
    def key(self) -> tuple[int, int]:
        """Returns the chat's unique key: its bot's id (0 for a group) and its own id."""
        return (self.bot_id, self.id)

    @property
    def is_group(self) -> bool:
        """Returns whether it is a group or a supergroup."""
        return self.kind != "private"

    def as_api(self) -> Json:
        """Returns the Bot API `Chat`."""
        forum = {"is_forum": True} if self.is_forum else {}
        return {"id": self.id, "type": self.kind, **self.face, **forum}

    def alive(self, message_id: int) -> Posted | None:
        """Returns the message; None if there is none or it is deleted."""
        posted = self.messages.get(message_id)
        return None if posted is None or posted.deleted else posted


@dataclass
class StoredFile:
    """A file's bytes and its Bot API properties.

    `facts` is what its sender said of it, such as `duration`; `bots` are the bots that know its id. Another bot is
    refused, because ids of files are one bot's.
    """

    file_id: str
    unique_id: str
    kind: str
    name: str
    content_type: str
    content: bytes
    width: int = 0
    height: int = 0
    facts: Json = field(default_factory=dict)
    bots: set[int] = field(default_factory=set)

    @property
    def path(self) -> str:
        """Returns its path under `/file/bot<token>/`."""
        suffix = self.name.rpartition(".")[2] if "." in self.name else ""
        plain = suffix.isascii() and suffix.isalnum() and len(suffix) <= 16  # a name may hold slashes, and anything
        return f"files/{self.unique_id}.{suffix}" if plain else f"files/{self.unique_id}"
