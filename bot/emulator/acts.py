"""What people do in their Telegram application, and the updates that bots receive for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .contents import content, joins_albums, moved, origin, replacement, together, worded
from .entities import utf16_length
from .errors import BotApiError, Impossible
from .files import MEDIA_KINDS
from .keyboards import buttons_of, find_button
from .methods.members import administrator
from .records import BotAccount, Chat, Json, Person, Posted
from .replies import reply_content, thread_content
from .words import TEXT_MAX
from .world import CALLBACK_LIFE, World

ALBUM_MAX = 10


@dataclass(frozen=True)
class Scene:
    """Who acts, in which chat, towards which bot."""

    world: World
    bot: BotAccount
    person: Person
    chat: Chat

    def message(self, message_id: Any) -> Posted:
        """Returns a message of the chat. Raises Impossible when it is not there."""
        posted = self.chat.alive(message_id) if isinstance(message_id, int) else None
        if posted is None:
            raise Impossible(f"Le message {message_id} n’est pas dans cette discussion.")
        return posted

    def readers(self) -> set[int]:
        """Returns the ids of the bots that see what is written in the chat."""
        return {bot.id for bot in self.world.bots_in(self.chat)}


def scene(world: World, user_id: Any, chat_id: Any = None, bot_id: Any = None) -> Scene:
    """Returns a person's scene; by default their private chat with the most recently active bot.

    Raises Impossible when there is no such person or bot, or the person is not in the chat.
    """
    person = world.people.get(user_id)
    if person is None:
        raise Impossible(f"There is no person {user_id}.")
    if person.deactivated:
        raise Impossible("Ce compte Telegram a été supprimé.")
    bot = bot_for(world, bot_id)
    if chat_id in (None, user_id):
        return Scene(world, bot, person, world.private_chat(bot, person))
    chat = world.chats.get((0, chat_id))
    if chat is None or person.id not in chat.members:
        raise Impossible(f"{person.user['first_name']} n’est pas dans la discussion {chat_id}.")
    if chat.migrated_to is not None:
        raise Impossible(f"Ce groupe est devenu un supergroupe : écrivez dans {chat.migrated_to}.")
    return Scene(world, bot, person, chat)


def bot_for(world: World, bot_id: Any = None) -> BotAccount:
    """Returns the bot named, or the most recently active one. Raises Impossible when there is none."""
    if bot_id is not None and bot_id not in world.bots:
        raise Impossible(f"There is no bot {bot_id}.")
    if not world.bots:
        raise Impossible("Aucun bot n’est encore là : il se fait connaître à son premier appel.")
    return world.bots[bot_id] if bot_id is not None else max(world.bots.values(), key=lambda bot: bot.active_at)


def place(at: Scene, given: Json) -> Json:
    """Returns the message fields for its topic and the message answered. Raises Impossible if forbidden."""
    if at.bot.id in at.person.blocked and not at.chat.is_group:
        raise Impossible("Le bot est bloqué : débloquez-le pour lui écrire.")
    thread = given.get("message_thread_id")
    topic = at.chat.topics.get(thread) if thread else None
    if (topic and topic.is_closed) or (at.chat.general_closed and not thread):
        raise Impossible("Ce sujet est fermé.")
    try:
        shared = thread_content(at.chat, thread)
        replied = given.get("reply_to_message_id")
        return shared | (reply_content(at.chat, {"message_id": replied}) if replied else {})
    except BotApiError as refusal:
        raise Impossible(refusal.description) from None


def _cut(given: Json) -> list[Json]:
    """The messages that Telegram's applications make of a text: one, or several where it is too long for one.

    They cut at the last line break or space that fits, else in the middle of a word.
    """
    text = given.get("text")
    if not isinstance(text, str) or utf16_length(text) <= TEXT_MAX:
        return [given]
    head = text.encode("utf-16-le")[: 2 * TEXT_MAX].decode("utf-16-le", "ignore")
    end = max(head.rfind("\n"), head.rfind(" ")) + 1 or len(head)
    return [{**given, "text": text[:end]}, *_cut({**given, "text": text[end:]})]


def write(at: Scene, given: Json) -> Json:
    """Sends what a person wrote: a text, a file, a poll …, or files at once as a list.

    `forward_from` says that it is somebody else's message, forwarded. Returns update and message ids.
    """
    items = given.get("media_group")
    shared = place(at, given)
    if given.get("forward_from") is not None:
        shared |= origin(at.world, given["forward_from"])
    if isinstance(items, list):
        if not 2 <= len(items) <= ALBUM_MAX or not all(isinstance(item, dict) for item in items):
            raise Impossible("Un album compte de deux à dix fichiers.")
        items = [{"caption": given.get("caption"), **items[0]}, *items[1:]]
        contents = together(at.world, [content(at.world, item, at.readers()) for item in items])
    else:
        contents = [content(at.world, part, at.readers()) for part in _cut(given)]
        if items and joins_albums(contents[0]):
            shared["media_group_id"] = str(items)
    return post(at, [{**shared, **content} for content in contents])


def post(at: Scene, bodies: list[Json]) -> Json:
    """Posts all messages of a person, then queues their updates. Returns update and message ids."""
    if not at.chat.is_group and at.bot.id not in at.person.started:
        at.person.started.add(at.bot.id)
        at.world.mark("person", at.person.id)
    before = at.world.events.seq
    posts = [at.world.post(at.chat, at.person.user, body) for body in bodies]
    updates = [at.world.tell(at.chat, "message", dict(post.body)) for post in posts]
    ids: Json = {"update_id": updates[0], "message_id": posts[0].id, "seq": before}
    return ids if len(posts) == 1 else {**ids, "update_ids": updates, "message_ids": [post.id for post in posts]}


def edit(at: Scene, message_id: int, given: Json) -> Json:
    """Changes the words of a message the person wrote, or its file; a text with a new file becomes its caption.

    Raises Impossible when the message is not theirs, or cannot be edited so.
    """
    posted, before = at.message(message_id), at.world.events.seq
    if posted.sender_id != at.person.id:
        raise Impossible("On ne modifie que ses propres messages.")
    fixed = {"via_bot": "envoyé par un bot en ligne", "forward_origin": "transféré"}
    if kinds := [words for name, words in fixed.items() if name in posted.body]:
        raise Impossible(f"Un message {kinds[0]} ne se modifie pas.")
    media = _replaced(at, posted, given)
    words = given.get("text", posted.body.get("text", posted.body.get("caption")))
    kind = "text" if "text" in posted.body and not media else "caption"
    if not words and not media and not any(kind in posted.body for kind in MEDIA_KINDS):
        raise Impossible("Le texte est vide.")
    dropped = {"text", "entities", "caption", "caption_entities", *(MEDIA_KINDS if media else ())}
    kept = {name: value for name, value in posted.body.items() if name not in dropped}
    posted.body = {**kept, **media, **worded(words, kind), "edit_date": at.world.now()}
    posted.edited = True
    at.world.changed(at.chat, posted, "edited")
    update_id = at.world.tell(at.chat, "edited_message", dict(posted.body))
    return {"update_id": update_id, "message_id": message_id, "seq": before}


def _replaced(at: Scene, posted: Posted, given: Json) -> Json:
    """Returns what an edit puts into a message beside words: a file, or where a live location has moved to."""
    if isinstance(given.get("location"), dict):
        return moved(at.world, posted.body, given["location"], at.world.now() - posted.body["date"])
    return replacement(at.world, given, at.readers())


def remove(at: Scene, message_id: int) -> Json:
    """Deletes a message for everyone; a bot is not told, as with Telegram."""
    posted = at.message(message_id)
    if at.chat.is_group and posted.sender_id != at.person.id:
        raise Impossible("Dans un groupe, on ne supprime que ses propres messages.")
    at.world.delete(at.chat, posted)
    return {"ok": True}


def react(at: Scene, message_id: int, emoji: str | None) -> Json:
    """Sets a person's reaction to a message, or removes it if `emoji` is None."""
    posted = at.message(message_id)
    old = posted.reactions.pop(at.person.id, None)
    if emoji:
        posted.reactions[at.person.id] = emoji
    at.world.changed(at.chat, posted, "reaction")
    before, after = ([{"type": "emoji", "emoji": each}] if each else [] for each in (old, emoji))
    head = {"chat": at.chat.as_api(), "message_id": posted.id, "user": at.person.user, "date": at.world.now()}
    body = {**head, "old_reaction": before, "new_reaction": after}
    return {"update_id": at.world.tell(at.chat, "message_reaction", body, lane="reaction")}


def _button(posted: Posted, given: Json) -> Json:
    """Returns the button with the given `data` or `text`. Data that is on no button is accepted, as if forged."""
    if isinstance(given.get("data"), str):
        known = [b for b in buttons_of(posted.body) if b.get("callback_data") == given["data"]]
        return known[0] if known else {"callback_data": given["data"]}
    if not isinstance(given.get("text"), str):
        raise Impossible("Give the button's data or its text.")
    button = find_button(posted.body, given["text"])
    if button is None:
        there = ", ".join(f"« {b['text']} »" for b in buttons_of(posted.body)) or "aucun"
        raise Impossible(f"Aucun bouton ne dit « {given['text']} ». Boutons de ce message : {there}.")
    return button


async def press(at: Scene, given: Json, patience: float = 10.0) -> Json:
    """Presses a button and waits for the bot's answer; `answer` is null when none came."""
    posted, before = at.message(given.get("message_id")), at.world.events.seq
    button = _button(posted, given)
    if "callback_data" not in button:
        copied = {"copy_text": button["copy_text"]["text"]} if "copy_text" in button else {}
        return {"update_id": None, "answer": None, **({"url": button["url"]} if "url" in button else copied)}
    bot = at.world.bots.get(posted.body.get("via_bot", {}).get("id", posted.sender_id), at.bot)
    query_id = at.world.ask(bot, at.person)
    about = {"inline_message_id": posted.inline_id} if posted.inline_id else {"message": dict(posted.body)}
    head = {"id": query_id, "from": at.person.user, **about, "chat_instance": str(at.chat.id)}
    body = {**head, "data": button["callback_data"]}
    update_id = at.world.push(bot, "callback_query", body, f"user:{at.person.id}", CALLBACK_LIFE)
    question = at.world.questions[query_id]
    if update_id is not None and question.answer is None:
        await question.answered.wait(patience)
    return {"update_id": update_id, "answer": question.answer, "seq": before}


def block(at: Scene, *, blocked: bool) -> Json:
    """Blocks or unblocks the bot; it is told by `my_chat_member`."""
    was = at.bot.id in at.person.blocked
    (at.person.blocked.add if blocked else at.person.blocked.discard)(at.bot.id)
    at.world.mark("person", at.person.id)
    at.world.events.add("user", user_id=at.person.id)
    if was == blocked:
        return {"update_id": None}
    old, new = ({"user": at.bot.user, **_standing(gone)} for gone in (was, blocked))
    body = {"chat": at.chat.as_api(), "from": at.person.user, "date": at.world.now()}
    told = at.world.tell(
        at.chat, "my_chat_member", {**body, "old_chat_member": old, "new_chat_member": new}, "member"
    )
    return {"update_id": told}


def _standing(gone: bool) -> Json:
    return {"status": "kicked", "until_date": 0} if gone else {"status": "member"}


def kick(at: Scene) -> Json:
    """Removes the bot from the group; it is told by `my_chat_member`."""
    if not at.chat.is_group:
        raise Impossible("Name a group by chat_id.")
    for gone in (at.chat.without_bots, at.chat.kicked_bots):
        gone.add(at.bot.id)
    at.world.mark("chat", *at.chat.key)
    standing = {"user": at.bot.user, "status": "kicked", "until_date": 0}
    changes = {"old_chat_member": administrator(at.bot.user, at.chat), "new_chat_member": standing}
    body = {"chat": at.chat.as_api(), "from": at.person.user, "date": at.world.now(), **changes}
    return {"update_id": at.world.push(at.bot, "my_chat_member", body, f"member:{at.chat.id}")}


def add_group(world: World, title: str, members: list[int], *, is_forum: bool, plain: bool) -> Chat:
    """Makes a group with every bot as an administrator; the bots are told by `my_chat_member`."""
    unknown = next((user_id for user_id in members if user_id not in world.people), None)
    if unknown is not None:
        raise Impossible(f"There is no person {unknown}.")
    chat = world.add_group(title, members, is_forum=is_forum and not plain, plain=plain)
    owner = world.people[members[0]].user if members else {"id": 1_087_968_824, "is_bot": True, "first_name": "Group"}
    chat.without_bots |= {bot.id for bot in world.bots.values() if not bot.abilities["can_join_groups"]}
    for bot in world.bots_in(chat):
        standing = {
            "old_chat_member": {"user": bot.user, "status": "left"},
            "new_chat_member": administrator(bot.user, chat),
        }
        body = {"chat": chat.as_api(), "from": owner, "date": world.now(), **standing}
        world.push(bot, "my_chat_member", body, f"member:{chat.id}")
    for user_id in members:
        world.events.add("user", user_id=user_id, chat_id=chat.id)
    return chat


def migrate(world: World, chat_id: Any) -> Chat:
    """Upgrades a plain group to a supergroup with a new id. Raises Impossible if it is not a plain group."""
    old = world.chats.get((0, chat_id))
    if old is None or old.kind != "group" or old.migrated_to is not None:
        raise Impossible(f"{chat_id} n’est pas un groupe simple.")
    new = world.add_group(old.face["title"], old.members, is_forum=False, plain=False)
    sender = world.people[min(old.members)].user if old.members else {"id": 0, "is_bot": False, "first_name": "?"}
    gone = world.post(old, sender, {"migrate_to_chat_id": new.id})
    world.tell(old, "message", gone.body)
    old.migrated_to = new.id
    world.tell(new, "message", world.post(new, sender, {"migrate_from_chat_id": old.id}).body)
    for user_id in old.members:
        world.events.add("user", user_id=user_id, chat_id=new.id)
    return new
