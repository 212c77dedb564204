"""What people write and are told: words, files, notices and their buttons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


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
