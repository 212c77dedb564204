"""What a bot can read and change about a chat."""

from __future__ import annotations

from ..errors import bad_request
from ..records import Chat, Json
from .registry import Call, method

GIFTS = {f"{kind}_gifts": False for kind in ("unlimited", "limited", "unique")} | {
    "premium_subscription": False, "gifts_from_channels": False}  # fmt: skip


PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip


@method("getChat")
def get_chat(call: Call) -> Json:
    """Returns the Bot API `ChatFullInfo`."""
    chat = call.chat()
    full = {
        **chat.as_api(),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": GIFTS,
    }
    if chat.description:
        full["description"] = chat.description
    if chat.is_group:
        full["permissions"] = dict.fromkeys(PERMISSIONS, True)
    if chat.pins:
        full["pinned_message"] = chat.messages[chat.pins[-1]].body
    return full


def _group(call: Call) -> Chat:
    chat = call.writable_chat()
    if not chat.is_group:
        raise bad_request("method is available only for supergroups and channels")
    return chat


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    """Removes the bot from a group."""
    chat = _group(call)
    chat.without_bots.add(call.bot.id)
    call.world.mark("chat", *chat.key)
    return True


@method("setChatTitle", "setChatDescription")
def set_chat_words(call: Call) -> bool:
    """Changes a group's title or description; a new title is announced by a service message."""
    chat, title = _group(call), call.get("title")
    chat.face = {**chat.face, "title": title} if title else chat.face
    if call.method == "setChatDescription":
        if chat.description == (words := call.get("description") or ""):
            raise bad_request("chat description is not modified")
        chat.description = words
    call.world.mark("chat", *chat.key)
    if title:
        call.world.tell(chat, "message", call.world.post(chat, call.bot.user, {"new_chat_title": title}).body)
    return True


@method("getUserProfilePhotos")
def get_user_profile_photos(call: Call) -> Json:
    """Returns an empty list: nobody here has a profile photo."""
    if call.get("user_id") not in call.world.people and call.get("user_id") not in call.world.bots:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}
