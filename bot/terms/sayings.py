"""What people write, and what they are told: words, files, notices and their buttons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FORWARDED = "\ue001"
"""Stands before the words of a forwarded message, wherever they go and are kept, so that nobody takes them for the
words of whoever forwarded it. Nobody can type it; the texts say it in the reader's language.
"""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of an exchange: its identifiers at Telegram, which keeps the bytes."""

    kind: str  #: as the Bot API names it: photo, video, animation, audio, voice, video_note or document
    file_id: str
    unique_id: str
    name: str = ""
    mime: str = ""
    size: int = 0
    album: str = ""  #: Telegram's media group, whose files come in several updates; or what `rules.albums.tied` gives
    bot: int = 0  #: Telegram's number of the bot whose identifiers these are; 0 for the one that serves


@dataclass(frozen=True, slots=True)
class Origin:
    """The message of a chat in which something was written, so that its edits can be applied."""

    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody wrote: words, files, and where."""

    text: str = ""  #: with `FORWARDED` before the words of a forwarded message
    files: tuple[Attachment, ...] = ()
    origin: Origin | None = None

    @property
    def forwarded(self) -> bool:
        """Whether words of it were forwarded: they are quoted, and neither run nor confirm anything."""
        return FORWARDED in self.text

    @property
    def typed(self) -> str:
        """The words alone, to be read as a name, a number or a date."""
        return self.text.replace(FORWARDED, "")


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message."""

    action: str  #: what it does
    target: str = ""  #: what it does that to, such as the number of a request
    person: int = 0  #: `id` of the person it was made for
    words: str = ""  #: a label that is data, such as an account's name; if empty, `texts` labels the action
    style: str = ""  #: "", primary, success or danger
    url: str = ""  #: an address to open, in place of the action
    copy: str = ""  #: a text to copy, in place of the action
    once: bool = False  #: whether a press removes the buttons of its message


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that somebody must be told, before it has words: `texts` makes a `Speech` of it."""

    kind: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[tuple[Button, ...], ...] = ()
    language: str = ""  #: its reader's `Person.tongue`; empty where whoever sends it decides
    secret: bool = False  #: True if it shows a code: it is never kept, cannot be forwarded, and is deleted in time
    request: int = 0  #: the request that a reply to it is about; 0 for none
    question: str = ""  #: the serial of the conversation that asks it; empty if none does
    instead: int = 0  #: the message of the chat that it replaces; 0 to say it in a new one
    #: `Person.hat` of the account that it is for; empty where its reader need not be told, None while that is open
    hat: Mapping[str, Any] | None = None
