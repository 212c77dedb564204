"""The members of a group: listing, banning, unbanning."""

from __future__ import annotations

from ..errors import bad_request
from ..records import Chat, Json
from .registry import Call, method

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip
NO_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_post_stories", "can_edit_stories", "can_delete_stories", "can_manage_tags",
    "can_send_welcome_messages",
)  # fmt: skip


def administrator(user: Json, chat: Chat) -> Json:
    """Returns the Bot API `ChatMemberAdministrator`, which every bot is in every group; topics are of supergroups."""
    rights = {**dict.fromkeys(RIGHTS, True), **dict.fromkeys(NO_RIGHTS, False)}
    if chat.kind == "group":
        del rights["can_manage_topics"]
    return {"status": "administrator", "user": user, **rights}


def _member(call: Call, chat: Chat, user_id: int) -> Json:
    world = call.world
    if user_id in world.bots:
        user = world.bots[user_id].user
        if not chat.is_group:
            return {"status": "member", "user": user}
        return {"status": "left", "user": user} if user_id in chat.without_bots else administrator(user, chat)
    person = world.people.get(user_id)
    if person is None:
        raise bad_request("invalid user_id specified")
    if user_id in chat.banned:
        return {"status": "kicked", "user": person.user, "until_date": 0}
    return {"status": "member" if user_id in chat.members else "left", "user": person.user}


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    """Returns the `ChatMember` of one person or bot."""
    return _member(call, call.chat(), call.get("user_id"))


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    """Returns how many people and bots the chat has."""
    chat = call.chat()
    return len(chat.members) + len(call.world.bots_in(chat))


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[Json]:
    """Returns the bots of the group: here only bots are administrators."""
    chat = call.chat()
    if not chat.is_group:
        raise bad_request("there are no administrators in the private chat")
    return [administrator(bot.user, chat) for bot in call.world.bots_in(chat)]


@method("banChatMember")
def ban_chat_member(call: Call) -> bool:
    """Removes a person from the group for good."""
    chat = call.writable_chat()
    if not chat.is_group:
        raise bad_request("can't ban members in private chats")
    _member(call, chat, call.get("user_id"))
    chat.members.discard(call.get("user_id"))
    chat.banned.add(call.get("user_id"))
    call.world.mark("chat", *chat.key)
    return True


@method("unbanChatMember")
def unban_chat_member(call: Call) -> bool:
    """Lifts a ban."""
    chat = call.writable_chat()
    chat.banned.discard(call.get("user_id"))
    if not call.get("only_if_banned"):
        chat.members.discard(call.get("user_id"))
    call.world.mark("chat", *chat.key)
    return True
