"""Forum topics: making, renaming, closing, reopening and deleting them."""

from __future__ import annotations

from ..errors import bad_request
from ..records import Chat, Json, Topic
from .registry import Call, method

COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
NAME_MAX = 128
ICONS = {"💬": "5417915203100613993", "❗": "5379748062124056162", "✅": "5237699328843200968",
         "📚": "5350481781306958339", "🔥": "5312241539987020022"}  # fmt: skip


def _forum(call: Call, *, private: bool = False) -> Chat:
    """Returns the chat if it has topics. Private chats have some if BotFather switched them on and the method is
    allowed there (`private`). Raises 400."""
    chat = call.writable_chat()
    topical = not chat.is_group and call.bot.abilities["has_topics_enabled"]
    if topical and not private:
        raise bad_request("the chat is not a supergroup forum")
    if not (chat.is_forum or topical):
        raise bad_request("the chat is not a forum")
    return chat


def _topic(call: Call, chat: Chat) -> Topic:
    topic = chat.topics.get(call.get("message_thread_id"))
    if topic is None:
        raise bad_request("message thread not found")
    return topic


def _name(call: Call) -> str:
    name: str = call.get("name").strip()
    if not 1 <= len(name) <= NAME_MAX:
        raise bad_request("TOPIC_NAME_INVALID" if name else "topic name must be non-empty")
    return name


def _tell(call: Call, chat: Chat, notice: str, what: Json, thread_id: int | None = None) -> int:
    """Posts a service message about a topic, and returns its id."""
    thread = {"message_thread_id": thread_id, "is_topic_message": True} if thread_id else {}
    posted = call.world.post(chat, call.bot.user, {**thread, notice: what})
    if notice != "forum_topic_created":  # its own id is not yet its topic's
        call.world.tell(chat, "message", dict(posted.body))
    call.world.events.add("topic", chat_id=chat.id, message_thread_id=thread_id or posted.id)
    call.world.mark("chat", *chat.key)
    return posted.id


@method("createForumTopic")
def create_forum_topic(call: Call) -> Json:
    """Creates a topic; counts as a message for the rates."""
    chat, name = _forum(call, private=True), _name(call)
    color, icon = call.get("icon_color", COLORS[0]), call.get("icon_custom_emoji_id") or None
    if color not in COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    call.world.charge(call.bot, chat)
    opened = {"name": name, "icon_color": color, **({"icon_custom_emoji_id": icon} if icon else {})}
    thread_id = _tell(call, chat, "forum_topic_created", opened)
    opening = chat.messages[thread_id]
    opening.body = {**opening.body, "message_thread_id": thread_id, "is_topic_message": True}
    topic = chat.topics[thread_id] = Topic(thread_id, name, color, icon)
    call.world.tell(chat, "message", opening.body)
    return topic.as_api()


@method("editForumTopic")
def edit_forum_topic(call: Call) -> bool:
    """Changes a topic's name or icon."""
    chat = _forum(call, private=True)
    topic = _topic(call, chat)
    name, icon = call.get("name"), call.get("icon_custom_emoji_id")
    new_name, new_icon = (
        _name(call) if name else topic.name,
        topic.icon_custom_emoji_id if icon is None else icon or None,
    )
    if (new_name, new_icon) == (topic.name, topic.icon_custom_emoji_id):
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name, topic.icon_custom_emoji_id = new_name, new_icon
    change = {"name": new_name} if name else {}
    _tell(
        call,
        chat,
        "forum_topic_edited",
        change | ({"icon_custom_emoji_id": icon} if icon is not None else {}),
        topic.message_thread_id,
    )
    return True


def _turn(call: Call, closed: bool) -> bool:
    chat = _forum(call)
    topic = _topic(call, chat)
    if topic.is_closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.is_closed = closed
    _tell(call, chat, "forum_topic_closed" if closed else "forum_topic_reopened", {}, topic.message_thread_id)
    return True


@method("closeForumTopic")
def close_forum_topic(call: Call) -> bool:
    """Closes a topic: only bots can still write there."""
    return _turn(call, True)


@method("reopenForumTopic")
def reopen_forum_topic(call: Call) -> bool:
    """Opens a closed topic again."""
    return _turn(call, False)


@method("deleteForumTopic")
def delete_forum_topic(call: Call) -> bool:
    """Deletes a topic and its messages."""
    chat = _forum(call, private=True)
    topic = _topic(call, chat)
    for posted in chat.messages.values():
        if posted.body.get("message_thread_id") == topic.message_thread_id and not posted.deleted:
            call.world.delete(chat, posted)
    del chat.topics[topic.message_thread_id]
    call.world.events.add("topic", chat_id=chat.id, message_thread_id=topic.message_thread_id)
    call.world.mark("chat", *chat.key)
    return True


@method("closeGeneralForumTopic")
def close_general_topic(call: Call) -> bool:
    """Closes the general topic."""
    return _turn_general(call, True)


@method("reopenGeneralForumTopic")
def reopen_general_topic(call: Call) -> bool:
    """Opens the general topic again."""
    return _turn_general(call, False)


def _turn_general(call: Call, closed: bool) -> bool:
    chat = _forum(call)
    if chat.general_closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    chat.general_closed = closed
    _tell(call, chat, "forum_topic_closed" if closed else "forum_topic_reopened", {})
    return True


@method("hideGeneralForumTopic", "unhideGeneralForumTopic")
def hide_general_topic(call: Call) -> bool:
    """Hides the general topic, which also closes it; or shows it again."""
    chat, hidden = _forum(call), call.method == "hideGeneralForumTopic"
    if chat.general_hidden == hidden:
        raise bad_request("TOPIC_NOT_MODIFIED")
    chat.general_hidden, chat.general_closed = hidden, chat.general_closed or hidden
    _tell(call, chat, f"general_forum_topic_{'hidden' if hidden else 'unhidden'}", {})
    return True


@method("editGeneralForumTopic")
def edit_general_topic(call: Call) -> bool:
    """Announces a new name of the general topic."""
    chat, name = _forum(call), _name(call)
    _tell(call, chat, "forum_topic_edited", {"name": name})
    return True


@method("getForumTopicIconStickers")
def get_forum_topic_icon_stickers(call: Call) -> list[Json]:
    """Returns some of the icons that a topic may have."""
    size = {"width": 512, "height": 512, "is_animated": True, "is_video": False}
    return [
        {"file_id": f"CAACicon{emoji_id}", "file_unique_id": f"AgADicon{emoji_id}", "type": "custom_emoji", **size,
         "emoji": emoji, "custom_emoji_id": emoji_id, "set_name": "Topics"}
        for emoji, emoji_id in ICONS.items()
    ]  # fmt: skip
