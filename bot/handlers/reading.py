"""Plain values out of an update: who, where, what was typed or pressed, and the cause that makes it happen once."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from telegram import CallbackQuery, InlineQuery, Message, Update, User

from bot.handlers.buttons import decode
from bot.terms import Attachment, Button, Origin, Refusal, Saying
from bot.workflows.desk import Caller

_NUMBER = re.compile(r"(?:n\s*[°º]\s*|#\s*)?(\d{1,9})(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_COMMAND = re.compile(r"/(\w+)(?:@\w+)?\s*(.*)", re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ABSENT = Button("")
_LONGEST = 18  # digits of a number that every database holds
_NOTHING = Saying()


@dataclass(frozen=True, slots=True)
class Event:
    """One update, as the handlers need it."""

    cause: str
    caller: Caller
    private: bool
    command: str = ""
    arguments: str = ""
    saying: Saying = _NOTHING
    reply_to: int | None = None
    button: Button = _ABSENT
    query: CallbackQuery | None = None
    fault: str = ""  #: the reason of the refusal that this update meets whatever it says

    def number(self) -> int:
        """The request named after the command or by the button; refused with an example where none is."""
        return self.number_and_rest()[0]

    def number_and_rest(self) -> tuple[int, str]:
        """That number, and what follows it."""
        typed = self.button.target or self.arguments
        if not typed:
            raise Refusal(f"usage-{self.command}")
        match = _NUMBER.fullmatch(typed)
        if match is None:
            raise Refusal("bad-number", typed=typed.split()[0][:40])
        return int(match[1]), (match[2] or "").strip()

    def said(self, text: str) -> Saying:
        """What was written, with that text in place of the whole line."""
        return Saying(text, self.saying.files, self.saying.origin)


def read(update: Update, bot_id: int) -> Event | None:
    """The event of an update; None for the kinds that nobody waits for."""
    user, chat, query = update.effective_user, update.effective_chat, update.callback_query
    if user is None or (chat is None and query is None):
        return None
    cause = f"tg:{bot_id}:{update.update_id}"
    message = update.message or update.edited_message
    caller = _caller(user, user.id if chat is None else chat.id)
    private = chat is None or chat.type == chat.PRIVATE  # a message sent inline names no chat: its person's is meant
    if query is not None:
        button = _button(query.data)
        caller = replace(caller, person=button.person)
        return Event(cause, caller, private, button=button, query=query)
    if message is None:
        return Event(cause, caller, private)
    text = _clean(message.text or message.caption or "")
    match = _COMMAND.fullmatch(text)
    command, arguments = (match[1].lower(), match[2].strip()) if match else ("", "")
    reply_to = message.reply_to_message.message_id if message.reply_to_message else None
    saying = Saying(text, _files(message), Origin(caller.chat_id, message.message_id))
    fault = "" if saying.text or saying.files else "unsupported"
    return Event(cause, caller, private, command, arguments, saying, reply_to, fault=fault)


def asked(query: InlineQuery) -> tuple[Caller, str]:
    """Who types an inline query, and what."""
    return _caller(query.from_user, query.from_user.id), _clean(query.query)


def is_number(typed: str) -> bool:
    """Whether a button names something by a number that every database holds."""
    return typed.isascii() and typed.isdecimal() and len(typed) <= _LONGEST


def category_and_words(arguments: str, categories: Collection[str]) -> tuple[str, str]:
    """The category named first, if it is one, and the words after it."""
    first, *rest = arguments.split(maxsplit=1) or [""]
    if first.lower() in categories:
        return first.lower(), rest[0] if rest else ""
    return "", arguments


def _caller(user: User, chat_id: int) -> Caller:
    return Caller(user.id, chat_id, 0, "fr" if (user.language_code or "fr")[:2] == "fr" else "en")


def _button(data: str | None) -> Button:
    try:
        return decode(data)
    except Refusal:  # forged or of another age: a button that no handler knows
        return _ABSENT


def _clean(text: str) -> str:
    """The text without control characters and halves of characters, which no database or chat wants."""
    return _CONTROLS.sub("", text).strip()


def _files(message: Message) -> tuple[Attachment, ...]:
    album = message.media_group_id or ""
    if message.photo:
        best = message.photo[-1]
        size = best.file_size or 0
        return (Attachment("photo", best.file_id, best.file_unique_id, "", "image/jpeg", size, album),)
    if message.document:
        doc = message.document
        name, mime = _clean(doc.file_name or "")[:120], doc.mime_type or ""
        return (Attachment("document", doc.file_id, doc.file_unique_id, name, mime, doc.file_size or 0, album),)
    return ()
