"""Changing and deleting messages, pinning them, reacting to them."""

from __future__ import annotations

from ..errors import bad_request
from ..files import MEDIA_KINDS, media_content
from ..keyboards import read_markup
from ..records import Chat, Json, Posted
from ..words import caption_content, text_content
from .registry import Call, method

TWO_DAYS = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
NOT_FOR_EVERYONE = "message can't be deleted for everyone"  # MessagesManager::delete_messages
REACTIONS = frozenset({
    "👍", "👎", "❤", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "😢", "🎉", "🤩", "🙏", "👌", "🤝", "✍", "👀", "💯",
    "🫡", "😴", "🆒", "🤷", "🤗", "⚡", "🏆", "💔", "🤓", "👨‍💻",
})  # fmt: skip
WORDING = ("text", "entities", "link_preview_options")
CAPTIONING = ("caption", "caption_entities", "show_caption_above_media")


def _editable(call: Call) -> tuple[Chat, Posted]:
    if call.get("inline_message_id") is not None:
        return _sent_inline(call)
    if call.get("chat_id") is None or call.get("message_id") is None:
        raise bad_request("message identifier is not specified")
    chat = call.writable_chat()
    posted = chat.alive(call.get("message_id"))
    if posted is None:
        raise bad_request("message to edit not found")
    if posted.sender_id != call.bot.id:
        raise bad_request("message can't be edited")
    return chat, posted


def _sent_inline(call: Call) -> tuple[Chat, Posted]:
    chat, posted = call.world.inline.get(call.get("inline_message_id"), (None, None))
    if chat is None or posted is None or posted.deleted or posted.body["via_bot"]["id"] != call.bot.id:
        raise bad_request("MESSAGE_ID_INVALID")
    return chat, posted


def _apply(call: Call, chat: Chat, posted: Posted, dropped: tuple[str, ...], content: Json) -> Json | bool:
    """Sets the message's new content and keyboard. Raises `message is not modified` if both are unchanged.

    Telegram hides the mark « edited » where only the keyboard changed (`edit_hide`), though `edit_date` is there.
    """
    inline, _ = read_markup(call.get("reply_markup"))
    kept = {k: v for k, v in posted.body.items() if k not in (*dropped, "reply_markup", "edit_date")}
    body = {**kept, **content, **({"reply_markup": inline} if inline else {})}
    if body == {k: v for k, v in posted.body.items() if k != "edit_date"}:
        raise bad_request(NOT_MODIFIED)
    call.world.charge(call.bot, chat, known=call.get("inline_message_id") is None)
    posted.edited = posted.edited or _content(body) != _content(posted.body)
    posted.body = {**body, "edit_date": call.world.now()}
    call.world.changed(chat, posted, "edited")
    return posted.body if call.get("inline_message_id") is None else True


def _content(body: Json) -> Json:
    return {name: value for name, value in body.items() if name not in ("reply_markup", "edit_date")}


@method("editMessageText")
def edit_message_text(call: Call) -> Json | bool:
    """Replaces the text; without `reply_markup` the keyboard is removed."""
    content = text_content(call.parameters)
    chat, posted = _editable(call)
    if "text" not in posted.body:
        raise bad_request("there is no text in the message to edit")
    if preview := call.get("link_preview_options"):
        content["link_preview_options"] = preview
    return _apply(call, chat, posted, WORDING, content)


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Json | bool:
    """Replaces the caption of a message with a file."""
    content = caption_content(call.parameters)
    chat, posted = _editable(call)
    if not any(kind in posted.body for kind in MEDIA_KINDS):
        raise bad_request("there is no caption in the message to edit")
    if call.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return _apply(call, chat, posted, CAPTIONING, content)


@method("editMessageMedia")
def edit_message_media(call: Call) -> Json | bool:
    """Replaces the file and its caption."""
    item = call.get("media")
    caption = caption_content(item)
    chat, posted = _editable(call)
    if item.get("type") not in MEDIA_KINDS:
        raise bad_request("can't parse InputMedia: unsupported media type")
    content = media_content(call.world, item["type"], item["media"], call.uploads, {call.bot.id}, item)
    if item.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return _apply(
        call, chat, posted, (*MEDIA_KINDS, *WORDING, *CAPTIONING, "has_media_spoiler"), {**content, **caption}
    )


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json | bool:
    """Replaces the keyboard alone."""
    chat, posted = _editable(call)
    return _apply(call, chat, posted, (), {})


def _deletable(call: Call, chat: Chat, posted: Posted) -> bool:
    service = not chat.is_group and "pinned_message" in posted.body
    return service or posted.body["date"] + TWO_DAYS > call.world.clock.now()


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    """Deletes one message that is less than 48 hours old."""
    if not call.get("message_id"):
        raise bad_request("message identifier is not specified")  # Client::process_delete_message_query
    chat = call.writable_chat()
    posted = chat.alive(call.get("message_id"))
    if posted is None:
        raise bad_request("message to delete not found")  # Client::check_message
    if not _deletable(call, chat, posted):
        raise bad_request(NOT_FOR_EVERYONE)
    call.world.delete(chat, posted)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Deletes several messages; skips those that are not there. Deletes none if one cannot be deleted."""
    if not call.get("message_ids"):
        raise bad_request("message identifiers are not specified")
    if len(call.get("message_ids")) > 100:
        raise bad_request("too many message identifiers specified")
    chat = call.writable_chat()
    found = [posted for posted in map(chat.alive, call.get("message_ids")) if posted is not None]
    if not all(_deletable(call, chat, posted) for posted in found):
        raise bad_request(NOT_FOR_EVERYONE)
    for posted in found:
        if not posted.deleted:
            call.world.delete(chat, posted)
    return True


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    """Sets or removes the bot's reaction to a message."""
    chat, reactions = call.writable_chat(), call.get("reaction") or []
    posted = chat.alive(call.get("message_id"))
    if posted is None:
        raise bad_request("message to react not found")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    posted.reactions.pop(call.bot.id, None)
    if reactions:
        emoji = reactions[0].get("emoji", "")
        if emoji not in REACTIONS:
            raise bad_request("REACTION_INVALID")
        posted.reactions[call.bot.id] = emoji
    call.world.changed(chat, posted, "reaction")
    return True


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    """Pins a message and announces it by a service message."""
    chat = call.writable_chat()
    posted = chat.alive(call.get("message_id"))
    if posted is None:
        raise bad_request("message to pin not found")
    if posted.id in chat.pins:
        return True
    chat.pins.append(posted.id)
    call.world.changed(chat, posted, "pinned")
    thread: Json = {k: posted.body[k] for k in ("message_thread_id", "is_topic_message") if k in posted.body}
    pinned = {k: v for k, v in posted.body.items() if k != "reply_to_message"}
    notice = call.world.post(chat, call.bot.user, {**thread, "pinned_message": pinned})
    call.world.tell(chat, "message", dict(notice.body))
    return True


def _unpin(call: Call, chat: Chat, message_ids: list[int]) -> bool:
    for message_id in message_ids:
        chat.pins.remove(message_id)
        call.world.changed(chat, chat.messages[message_id], "pinned")
    call.world.mark("chat", *chat.key)
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    """Unpins one message; the last pinned if no `message_id` is given."""
    chat = call.writable_chat()
    wanted = call.get("message_id") or (chat.pins[-1] if chat.pins else 0)
    if wanted and chat.alive(wanted) is None:
        raise bad_request("message to unpin not found")
    return _unpin(call, chat, [wanted] if wanted in chat.pins else [])


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    """Unpins everything in the chat."""
    chat = call.writable_chat()
    return _unpin(call, chat, list(chat.pins))


@method("unpinAllForumTopicMessages", "unpinAllGeneralForumTopicMessages")
def unpin_all_forum_topic_messages(call: Call) -> bool:
    """Unpins everything in one topic of the chat."""
    chat, thread = call.writable_chat(), call.get("message_thread_id")
    return _unpin(call, chat, [i for i in chat.pins if chat.messages[i].body.get("message_thread_id") == thread])
