"""BotFather's part: the settings of a bot that `getMe` shows, and the topics that people open in a private chat."""

from __future__ import annotations

from .acts import Scene, post
from .errors import Impossible
from .methods.forums import COLORS, NAME_MAX
from .records import ABILITIES, BotAccount, Json, Topic
from .world import World


def settle(world: World, bot: BotAccount, given: Json) -> Json:
    """Changes the settings given, such as `has_topics_enabled`, and answers the bot as `getMe` does.

    Raises Impossible for a setting that `getMe` does not show, or one that is no boolean.
    """
    wanted = {name: value for name, value in given.items() if name != "bot_id"}
    wrong = [name for name, value in wanted.items() if name not in ABILITIES or not isinstance(value, bool)]
    if wrong:
        raise Impossible(f"The setting {wrong[0]} is unknown or not true or false. Settings: {', '.join(ABILITIES)}.")
    bot.abilities |= wanted
    world.mark("bot", bot.id)
    return {**bot.user, **bot.abilities}


def open_topic(at: Scene, name: str) -> Json:
    """Opens a topic in a person's private chat with the bot; the bot is told by a service message.

    Answers `message_thread_id` beside the ids that a message has. Raises Impossible where the bot has no topics, or
    does not let people open them.
    """
    if at.chat.is_group:
        raise Impossible("Only topics of private chats are opened so; in a group the bot opens them.")
    if not (at.bot.abilities["has_topics_enabled"] and at.bot.abilities["allows_users_to_create_topics"]):
        raise Impossible("Ce bot ne laisse pas ouvrir de sujet dans sa discussion.")
    if not 1 <= len(name) <= NAME_MAX:
        raise Impossible("Le nom d’un sujet compte de 1 à 128 caractères.")
    thread_id = at.chat.last_id + 1
    at.chat.topics[thread_id] = Topic(thread_id, name, COLORS[0])
    thread = {"message_thread_id": thread_id, "is_topic_message": True}
    sent = post(at, [{**thread, "forum_topic_created": {"name": name, "icon_color": COLORS[0]}}])
    at.world.events.add("topic", chat_id=at.chat.id, message_thread_id=thread_id)
    return {**sent, "message_thread_id": thread_id}
