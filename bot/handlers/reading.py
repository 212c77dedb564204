"""Reads an update into an `Event`: who, where, what was typed or pressed, and its cause, so that it happens once."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from msgspec import Struct, structs

from bot.cutting import beginning, shorten
from bot.folding import fold
from bot.handlers.buttons import decode
from bot.handlers.update import (
    CallbackQuery,
    ChatMemberUpdated,
    Document,
    InlineQuery,
    Message,
    Update,
    User,
    VideoNote,
    Voice,
)
from bot.terms import FORWARDED, Attachment, Button, Origin, Refusal, Saying
from bot.workflows.desk import Caller
from bot.workflows.rules.filenames import plain

_NUMBER = re.compile(
    r"(?:(?:et|avec|dans|and|with|into|la|the|de|demande|request|n|no|num|nr|num[eé]ro|number)\b[\s.:]*+"
    r"|[n#]?\s*+[°º#]\s*+)*+"  # possessive: nothing is tried again, or one line of # would take years
    r"(?:no?\s*)?\(?(\d{1,9})(?![\w/])(?:[\s.,;:!?)°\-–—]++(.*))?",
    re.IGNORECASE | re.DOTALL,
)
_COMMAND = re.compile(
    r"/([a-z_]{1,64})(\d{0,9})(?!\w)(?:@(\w+))?\s*(.*)", re.DOTALL | re.ASCII | re.IGNORECASE
)  # as Telegram takes one; the number may be glued to it, as in /demande12
_ACCENTED = re.compile(r"/([^\W\d_]+)")
_CONTROLS = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff{FORWARDED}]")
_TOKEN = re.compile(r"(?<![\w-])[A-Za-z0-9_-]{32}(?![\w-])", re.ASCII)
_TOKENS = 8  # looked up at most of one message
_ABSENT = Button("")
_TEXT = 4096  # the most UTF-16 units that Telegram lets anybody type
_NAME = 120  # the most UTF-16 units of a file's name
_KINDS = ("animation", "video", "audio", "voice", "video_note", "document")  # an animation has a document, too
_LONGEST = 18  # digits of a number that every database can store
_NOTHING = Saying()


class Event(Struct, frozen=True):
    """One update, as the handlers need it."""

    cause: str
    caller: Caller
    command: str = ""
    arguments: str = ""
    addressee: str = ""  #: the bot named after the command (`/file@bot`), or whose inline result it is; else empty
    saying: Saying = _NOTHING
    reply_to: int | None = None
    edited: bool = False  #: the event is the new version of an earlier message
    button: Button = _ABSENT
    query: CallbackQuery | None = None  #: the press of `button`
    inline: InlineQuery | None = None
    change: ChatMemberUpdated | None = None
    fault: str = ""  #: the reason of a refusal, if nothing in this update can be handled (such as a sticker)
    overheard: tuple[str, ...] = ()  #: words of a group that may be tokens; nothing else of a group is read
    others: tuple[tuple[Button, ...], ...] = ()  #: buttons under the answer, which do the same as another account

    def number(self) -> int:
        """The number of the request in the button or after the command; refused with an example if there is none."""
        return self.number_and_rest()[0]

    def number_and_rest(self) -> tuple[int, str]:
        """The number as `number`, and the text after it; refused in the same way."""
        typed = self.button.target or self.arguments
        if not typed.strip():
            if self.query is not None:  # people can send any data
                raise Refusal("old-button")
            raise Refusal(f"usage-{self.command}")
        match = _NUMBER.fullmatch(typed)
        if match is None:
            raise Refusal("bad-number", typed=shorten("".join(typed.split()[:1]), 40))
        return int(match[1]), (match[2] or "").strip()

    @property
    def does(self) -> str:
        """The action of the button or the name of the command; empty for words, an edit, and all that is neither."""
        return "" if self.edited else self.button.action if self.query is not None else self.command

    @property
    def words(self) -> tuple[str, ...]:
        """All that its person wrote: the message, what follows its command, and the names of its files."""
        return (self.saying.text, self.arguments, *(file.name for file in self.saying.files))

    def saying_instead(self, words: Sequence[str]) -> Event:
        """The event with these words in the places of its own, in the order of `words`."""
        text, arguments, *names = words
        files = tuple(replace(file, name=name) for file, name in zip(self.saying.files, names, strict=True))
        return structs.replace(self, saying=replace(self.saying, text=text, files=files), arguments=arguments)

    def typed(self, line: str) -> Event:
        """The event of that command, given without its slash, as if the person had typed it now."""
        command, *rest = line.split(maxsplit=1)
        return Event(f"{self.cause}:typed", replace(self.caller, person=0), command, "".join(rest))

    def said(self, text: str) -> Saying:
        """The message as it was written, but with this text in place of the whole line."""
        return Saying(text, self.saying.files, self.saying.origin)


def read(update: Update, bot_id: int) -> Event | None:
    """The event of an update; None for kinds that are not handled, and in a group for all but words like a token."""
    cause = f"tg:{bot_id}:{update.update_id}"
    if (message := update.message or update.edited_message) is not None:
        return _written(cause, message, update.message is None)
    if (query := update.callback_query) is not None:
        return _pressed(cause, query)
    if (inline := update.inline_query) is not None:
        return Event(
            cause, _caller(inline.from_user, inline.from_user.id), arguments=_clean(inline.query), inline=inline
        )
    if (change := update.my_chat_member) is not None:
        return Event(cause, _caller(change.from_user, change.chat.id), change=change)
    return None


def is_number(typed: str) -> bool:
    """Whether the target of a button is a number, and small enough for every database."""
    return typed.isascii() and typed.isdecimal() and len(typed) <= _LONGEST


def category_and_words(arguments: str, categories: Collection[str]) -> tuple[str, str]:
    """The category, if the first word is one, else empty; and the other words."""
    first, *rest = arguments.split(maxsplit=1) or [""]
    if first.lower() in categories:
        return first.lower(), rest[0] if rest else ""
    return "", arguments


def _written(cause: str, message: Message, edited: bool) -> Event | None:
    """What somebody wrote. None in a private chat for what another bot wrote, and for an edit of what is never
    carried, such as a live location that moves on. A forwarded message has words, and is never a command.
    """
    if message.from_user is None:
        return None
    caller = _caller(message.from_user, message.chat.id, topic=message.topic)
    text = _clean(message.text or message.caption or "")
    if not message.chat.private:
        overheard = tuple(dict.fromkeys(_TOKEN.findall(text)[:_TOKENS]))
        return Event(cause, caller, overheard=overheard) if overheard else None
    if message.from_user.is_bot or message.sender_chat is not None:
        return None
    files = _files(message)
    if edited and not (files or text):
        return None
    fault = "" if files or (message.text and text) else _fault(message)
    forwarded = message.forward_origin is not None
    match = None if fault or forwarded else _COMMAND.fullmatch(_plain_command(text))
    command, addressee, arguments = "", "", ""
    if match is not None:
        command, addressee = match[1].lower(), match[3] or ""
        arguments = f"{match[2]} {match[4]}".strip()
    if message.via_bot is not None:
        addressee = message.via_bot.username or "?"
    reply_to = message.reply_to_message.message_id if message.reply_to_message is not None else None
    said = f"{FORWARDED}{text}" if forwarded and text else text
    saying = Saying(said, files, Origin(caller.chat_id, message.message_id))
    return Event(cause, caller, command, arguments, addressee, saying, reply_to, edited, fault=fault)


def _plain_command(text: str) -> str:
    """The text with the accents of its command taken away: "/répondre 3" is meant as "/repondre 3"."""
    word = _ACCENTED.match(text)
    return f"/{fold(word[1])}{text[word.end() :]}" if word is not None else text


def _pressed(cause: str, query: CallbackQuery) -> Event | None:
    """A press; None in a group. A message sent inline names no chat: the answer goes to the person's own chat."""
    if query.message is not None and not query.message.chat.private:
        return None
    chat_id = query.from_user.id if query.message is None else query.message.chat.id
    button = _button(query.data)
    topic = query.message.topic if query.message is not None else 0
    return Event(cause, _caller(query.from_user, chat_id, button.person, topic), button=button, query=query)


def _caller(user: User, chat_id: int, person: int = 0, topic: int = 0) -> Caller:
    return Caller(user.id, chat_id, person, "fr" if (user.language_code or "fr")[:2] == "fr" else "en", topic)


def _button(data: str | None) -> Button:
    try:
        return decode(data)
    except Refusal:  # forged, or of an earlier release: read as a button that no handler knows
        return _ABSENT


def _clean(text: str) -> str:
    """The text without control characters and lone surrogates, which databases or chats do not take, and cut.

    Nor with the house's own mark of forwarded words.
    """
    return beginning(_CONTROLS.sub("", text), _TEXT).strip()


def _fault(message: Message) -> str:
    """The reason for which a message is refused: `unsupported-CONTENT` where that content has a sentence."""
    return f"unsupported-{message.refused}" if message.refused else "unsupported"


def _files(message: Message) -> tuple[Attachment, ...]:
    """The file of the message; empty if it has none. The files of an album come in a message each."""
    album = message.media_group_id or ""
    if sizes := message.photo or (message.live_photo.photo if message.live_photo is not None else ()):
        best = sizes[-1]
        size = best.file_size or 0
        return (Attachment("photo", best.file_id, best.file_unique_id, "", "image/jpeg", size, album),)
    for kind in _KINDS:
        file: Document | Voice | VideoNote | None = getattr(message, kind)
        if file is not None:
            name = beginning(plain(_clean(getattr(file, "file_name", None) or "")), _NAME)
            mime = beginning(_clean(getattr(file, "mime_type", None) or ""), _NAME)
            return (Attachment(kind, file.file_id, file.file_unique_id, name, mime, file.file_size or 0, album),)
    return ()
