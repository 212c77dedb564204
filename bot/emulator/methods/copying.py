"""Forwarding and copying messages, one or many."""

from __future__ import annotations

from ..errors import BotApiError, bad_request
from ..keyboards import read_markup
from ..records import Chat, Json, Posted
from ..words import caption_content
from .registry import Call, method
from .sending import place

BATCH_MAX = 100
CONTENT = frozenset({
    "text", "entities", "link_preview_options", "photo", "document", "audio", "voice", "video", "animation",
    "video_note", "sticker", "location", "venue", "contact", "poll", "dice", "caption", "caption_entities",
    "show_caption_above_media", "has_media_spoiler",
})  # fmt: skip


def _source(call: Call) -> Chat:
    try:
        return call.world.chat_for(call.bot, call.get("from_chat_id"))
    except BotApiError as refusal:
        raise bad_request("chat not found") from refusal


def _content(posted: Posted) -> Json:
    return {name: value for name, value in posted.body.items() if name in CONTENT}


def _origin(posted: Posted) -> Json:
    if "forward_origin" in posted.body:
        return {"forward_origin": posted.body["forward_origin"]}
    sender, date = posted.body["from"], posted.body["date"]
    return {"forward_origin": {"type": "user", "sender_user": sender, "date": date}}


def _movable(call: Call, source: Chat, message_id: int, verb: str) -> Posted:
    posted = source.alive(message_id)
    if posted is None:
        raise bad_request(f"message to {verb} not found")
    bare = not _content(posted)
    if bare or (verb == "forward" and posted.body.get("has_protected_content")):
        raise bad_request(f"message can't be {'forwarded' if verb == 'forward' else 'copied'}")
    return posted


@method("forwardMessage")
def forward_message(call: Call) -> Json:
    """Forwards one message."""
    chat, posted = call.writable_chat(), _movable(call, _source(call), call.get("message_id"), "forward")
    shared = place(call, chat)
    call.world.charge(call.bot, chat)
    return call.world.post(chat, call.bot.user, {**shared, **_content(posted), **_origin(posted)}).body


@method("copyMessage")
def copy_message(call: Call) -> Json:
    """Copies one message, perhaps with another caption, and returns the id of the copy."""
    chat, posted = call.writable_chat(), _movable(call, _source(call), call.get("message_id"), "copy")
    content = _content(posted)
    if call.get("caption") is not None and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")} | caption_content(call.parameters)
    inline, keyboard = read_markup(call.get("reply_markup"))
    shared = place(call, chat) | content | ({"reply_markup": inline} if inline else {})
    call.world.charge(call.bot, chat)
    return {"message_id": call.world.post(chat, call.bot.user, shared, keyboard).id}


@method("forwardMessages", "copyMessages")
def move_messages(call: Call) -> list[Json]:
    """Forwards or copies several messages, keeping albums together; skips those that cannot be."""
    ids = call.get("message_ids")
    if not 1 <= len(ids) <= BATCH_MAX or sorted(set(ids)) != ids:
        raise bad_request("message identifiers must be in a strictly increasing order")
    chat, source, copies = call.writable_chat(), _source(call), call.method == "copyMessages"
    found = [posted for message_id in ids if (posted := source.alive(message_id)) and _content(posted)]
    if not found:
        raise bad_request("messages can't be found")
    shared = place(call, chat)
    call.world.charge(call.bot, chat, len(found))
    groups: dict[str, str] = {}
    posts = []
    for posted in found:
        content = _content(posted) if copies else _content(posted) | _origin(posted)
        if call.get("remove_caption"):
            content = {k: v for k, v in content.items() if not k.startswith("caption")}
        if group := posted.body.get("media_group_id"):
            content["media_group_id"] = groups.setdefault(group, str(13_000_000_000 + call.world.next_number()))
        posts.append(call.world.post(chat, call.bot.user, {**shared, **content}))
    return [{"message_id": post.id} for post in posts]
