"""The fields of updates that the bot reads, with the Bot API's own names; all other fields are skipped.

A test compares these classes with the Bot API's list of fields: it fails for a new field until somebody decides what
to do with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field

#: numbers and names of Telegram's that are kept: what no database takes is none, and its update is none either
Number = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
Name = Annotated[str, Meta(pattern=r"^[^\x00\ud800-\udfff]*$")]

#: fields of service messages, which announce an event in the chat (a pinned message, a new timer): they are ignored
SERVICE = frozenset(
    {
        *("new_chat_members", "left_chat_member", "chat_owner_left", "chat_owner_changed", "new_chat_title"),
        *("new_chat_photo", "delete_chat_photo", "group_chat_created", "supergroup_chat_created"),
        *("channel_chat_created", "message_auto_delete_timer_changed", "migrate_to_chat_id", "migrate_from_chat_id"),
        *("pinned_message", "successful_payment", "refunded_payment", "users_shared", "chat_shared"),
        *("gift", "unique_gift", "gift_upgrade_sent", "connected_website", "write_access_allowed"),
        *("passport_data", "proximity_alert_triggered", "boost_added", "chat_background_set"),
        *("checklist_tasks_done", "checklist_tasks_added", "community_chat_added", "community_chat_removed"),
        *("direct_message_price_changed", "paid_message_price_changed", "forum_topic_created", "forum_topic_edited"),
        *("forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden"),
        *("general_forum_topic_unhidden", "giveaway_created", "giveaway_completed", "managed_bot_created"),
        *("poll_option_added", "poll_option_deleted", "suggested_post_approved", "suggested_post_approval_failed"),
        *("suggested_post_declined", "suggested_post_paid", "suggested_post_refunded", "video_chat_scheduled"),
        *("video_chat_started", "video_chat_ended", "video_chat_participants_invited", "web_app_data"),
    }
)


#: contents of a message that are refused in words, each with a sentence of its own; a venue has a location, too
REFUSED = (
    *("sticker", "venue", "location", "contact", "poll", "dice", "story", "checklist", "game", "giveaway"),
    *("giveaway_winners", "invoice", "paid_media", "rich_message"),
)


class User(Struct, frozen=True, gc=False):
    """A person or a bot."""

    id: Number
    language_code: str | None = None
    is_bot: bool = False
    username: str | None = None


class Chat(Struct, frozen=True, gc=False):
    """Where something was written."""

    id: Number
    type: str

    @property
    def private(self) -> bool:
        """Whether one person and the bot are alone there."""
        return self.type == "private"


class PhotoSize(Struct, frozen=True, gc=False):
    """A photo in one of its sizes."""

    file_id: Name
    file_unique_id: Name
    file_size: Number | None = None


class Document(Struct, frozen=True, gc=False):
    """A file; also a video, a sound file, or an animation, which have the same fields."""

    file_id: Name
    file_unique_id: Name
    file_name: str | None = None
    mime_type: str | None = None
    file_size: Number | None = None


class Voice(Struct, frozen=True, gc=False):
    """A voice message."""

    file_id: Name
    file_unique_id: Name
    mime_type: str | None = None
    file_size: Number | None = None


class VideoNote(Struct, frozen=True, gc=False):
    """A round video message."""

    file_id: Name
    file_unique_id: Name
    file_size: Number | None = None


class LivePhoto(Struct, frozen=True, gc=False):
    """A photo that moves a little; only the photo is read."""

    photo: tuple[PhotoSize, ...] = ()


class Reply(Struct, frozen=True, gc=False):
    """The message that another one replies to."""

    message_id: Number


class CopyTextButton(Struct, frozen=True, gc=False):
    """What a button copies."""

    text: str


class InlineKeyboardButton(Struct, frozen=True, gc=False):
    """A button under a message."""

    copy_text: CopyTextButton | None = None


class InlineKeyboardMarkup(Struct, frozen=True, gc=False):
    """The buttons under a message, in rows."""

    inline_keyboard: tuple[tuple[InlineKeyboardButton, ...], ...]


class Present(Struct, frozen=True, gc=False):
    """Some content of which only the presence counts."""


class Message(Struct, frozen=True, gc=False):
    """A message. One that is no longer accessible has the date 0, its chat and its id, and nothing else."""

    message_id: Number
    date: int
    chat: Chat
    from_user: User | None = field(default=None, name="from")
    text: str | None = None
    caption: str | None = None
    photo: tuple[PhotoSize, ...] = ()
    live_photo: LivePhoto | None = None
    video: Document | None = None
    animation: Document | None = None
    audio: Document | None = None
    voice: Voice | None = None
    video_note: VideoNote | None = None
    document: Document | None = None
    media_group_id: Name | None = None
    message_thread_id: Number | None = None
    via_bot: User | None = None
    forward_origin: Present | None = None
    sender_chat: Present | None = None
    reply_to_message: Reply | None = None
    reply_markup: InlineKeyboardMarkup | None = None
    sticker: Present | None = None
    venue: Present | None = None
    location: Present | None = None
    contact: Present | None = None
    poll: Present | None = None
    dice: Present | None = None
    story: Present | None = None
    checklist: Present | None = None
    game: Present | None = None
    giveaway: Present | None = None
    giveaway_winners: Present | None = None
    invoice: Present | None = None
    paid_media: Present | None = None
    rich_message: Present | None = None

    @property
    def refused(self) -> str:
        """The name of its content that is never carried, such as a sticker; empty if it has none."""
        return next((name for name in REFUSED if getattr(self, name) is not None), "")

    @property
    def topic(self) -> int:
        """The topic of a private chat in which it was written; 0 where it was written in none."""
        return (self.message_thread_id or 0) if self.chat.private else 0

    @property
    def copied(self) -> str:
        """The text of its first button that copies text; empty if there is none."""
        rows = self.reply_markup.inline_keyboard if self.reply_markup else ()
        return next((button.copy_text.text for row in rows for button in row if button.copy_text), "")


class CallbackQuery(Struct, frozen=True, gc=False):
    """The press of a button; `message` is missing if the button is under a message sent inline."""

    id: str
    from_user: User = field(name="from")
    message: Message | None = None
    data: str | None = None

    @property
    def shown(self) -> Message | None:
        """The message above the button; None if it was sent inline or is no longer accessible."""
        return self.message if self.message is not None and self.message.date else None


class InlineQuery(Struct, frozen=True, gc=False):
    """What is typed after the bot's name, in any chat."""

    id: str
    from_user: User = field(name="from")
    query: str
    offset: str
    chat_type: str | None = None


class ChatMember(Struct, frozen=True, gc=False):
    """What the bot is in a chat."""

    status: str

    @property
    def present(self) -> bool:
        """Whether the bot is there; in a private chat, whether it may write."""
        return self.status not in ("left", "kicked")


class ChatMemberUpdated(Struct, frozen=True, gc=False):
    """A change of what the bot is in a chat; in a private one, the person blocked or unblocked it."""

    chat: Chat
    from_user: User = field(name="from")
    old_chat_member: ChatMember
    new_chat_member: ChatMember
    date: int = 0  #: in seconds since 1970, on Telegram's clock


class Update(Struct, frozen=True, gc=False):
    """One update. Telegram fills one of the fields beside its number."""

    update_id: Number
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: CallbackQuery | None = None
    inline_query: InlineQuery | None = None
    my_chat_member: ChatMemberUpdated | None = None

    @property
    def kind(self) -> str:
        """The name of the field that is filled; `other` if it is none of these."""
        return next((kind for kind in KINDS if getattr(self, kind) is not None), "other")

    @property
    def chat(self) -> int | None:
        """The id of its chat, or else of its person; None if it has neither."""
        if (message := self.message or self.edited_message) is not None:
            return message.chat.id
        if (query := self.callback_query) is not None:
            return query.message.chat.id if query.message is not None else query.from_user.id
        if self.inline_query is not None:
            return self.inline_query.from_user.id
        return self.my_chat_member.chat.id if self.my_chat_member is not None else None


#: the kinds of updates that Telegram is asked for
KINDS = tuple(name for name in Update.__struct_fields__ if name != "update_id")

_DECODER = msgspec.json.Decoder(Update)


def load(raw: bytes | Mapping[str, Any]) -> Update:
    """Reads an update; leaves out a service message. Raises `ValueError` where it does not have the expected form."""
    update = _DECODER.decode(raw) if isinstance(raw, bytes) else msgspec.convert(raw, Update)
    message = update.message
    if message is None or message.text is not None or message.photo or message.document is not None:
        return update
    whole = msgspec.json.decode(raw) if isinstance(raw, bytes) else raw
    return update if SERVICE.isdisjoint(whole["message"]) else msgspec.structs.replace(update, message=None)
