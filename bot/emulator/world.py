"""The state of the emulator: people, bots, chats, messages and waiting updates."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from .clock import Clock, Signal
from .errors import BotApiError, bad_request, forbidden
from .events import Events
from .records import BotAccount, Chat, Json, Pending, Person, Persona, Posted, StoredFile

TOKEN = re.compile(r"([1-9]\d{0,15}):[A-Za-z0-9_-]{20,64}")
DAY = 86_400.0
CALLBACK_LIFE = 150.0
FIRST_GROUP = -1_001_000_000_000
FIRST_PERSON = 7_000_000_001


@dataclass
class Question:
    """A button press or an inline query (`query` is its text) that waits for the bot's answer."""

    bot_id: int
    user_id: int
    born: float
    query: str | None = None
    answer: Json | None = None
    answered: Signal = field(default_factory=Signal)


class World:
    """All data of the emulator, and the operations that change it.

    `dirty` collects the keys of what changed since the last save (None: nothing is saved);
    `on_update` is called with every new update, `on_dirty` at every change.
    """

    def __init__(self, clock: Clock, personas: Iterable[Persona] = (), *, rates: bool = True) -> None:
        self.clock = clock
        self.events = Events()
        self.people: dict[int, Person] = {}
        self.bots: dict[int, BotAccount] = {}
        self.chats: dict[tuple[int, int], Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.paths: dict[str, str] = {}
        self.inline: dict[str, tuple[Chat, Posted]] = {}
        self.questions: OrderedDict[str, Question] = OrderedDict()
        self.rates = rates
        self.accepting = Signal()
        self.duplicates = 0
        self.last_number = 0
        self.dirty: dict[tuple[Any, ...], None] | None = None
        self.on_update: Callable[[BotAccount, Pending], None] = lambda bot, pending: None
        self.on_dirty: Callable[[], None] = lambda: None
        for persona in personas:
            self._welcome(persona)

    def now(self) -> int:
        """Returns the present time in whole seconds, as the Bot API gives dates."""
        return int(self.clock.now())

    def mark(self, *key: Any) -> None:
        """Marks the object with this key as changed, to be saved."""
        if self.dirty is not None:
            self.dirty[key] = None
            self.on_dirty()

    def next_number(self) -> int:
        """Returns a number never returned before, for ids of groups, files, albums and questions."""
        self.last_number += 1
        self.mark("counter")
        return self.last_number

    def _welcome(self, persona: Persona) -> None:
        names = {"first_name": persona.first_name, "last_name": persona.last_name}
        user = {"id": persona.user_id, "is_bot": False, **names, "language_code": persona.language_code}
        self.people[persona.user_id] = Person(user, persona)

    def add_person(self, user: Json) -> Person:
        """Adds a person who has not started any bot. Raises ValueError if the id is taken."""
        user_id = user.get("id") or FIRST_PERSON + self.next_number()
        if user_id in self.people or user_id in self.bots:
            raise ValueError(f"The id {user_id} is taken.")
        person = Person(
            {"id": user_id, "is_bot": False, **{k: v for k, v in user.items() if v is not None and k != "id"}}
        )
        self.people[person.id] = person
        self.mark("person", person.id)
        self.events.add("user", user_id=person.id)
        return person

    def bot_of(self, token: str) -> BotAccount:
        """Returns the bot with this token, created at its first call. Raises 404 or 401 for an invalid token."""
        if ":" not in token:
            raise BotApiError(404, "Not Found")
        if (shape := TOKEN.fullmatch(token)) is None:
            raise BotApiError(401, "Unauthorized")
        digest = hashlib.sha256(token.encode()).hexdigest()
        bot_id = int(shape[1])
        if bot_id in self.people:
            raise BotApiError(401, "Unauthorized")
        bot = self.bots.get(bot_id)
        if bot is None:
            bot = self.bots[bot_id] = BotAccount(bot_id, digest, "Assistance", f"assistance_{bot_id}_bot")
            self.mark("bot", bot_id)
        if bot.token_digest != digest:
            raise BotApiError(401, "Unauthorized")
        bot.active_at = self.clock.now()
        return bot

    def add_group(self, title: str, members: Iterable[int], *, is_forum: bool, plain: bool) -> Chat:
        """Adds a group of these people, with every bot as an administrator."""
        number = self.next_number()
        chat_id = -4_000_000_000 - number if plain else FIRST_GROUP - number
        kind = "group" if plain else "supergroup"
        chat = Chat(chat_id, kind, {"title": title}, is_forum=is_forum, members=set(members))
        self.chats[chat.key] = chat
        self.mark("chat", *chat.key)
        return chat

    def private_chat(self, bot: BotAccount, person: Person) -> Chat:
        """Returns the private chat of the person with the bot; creates it if there is none."""
        chat = self.chats.get((bot.id, person.id))
        if chat is None:
            face = {k: v for k, v in person.user.items() if k in ("first_name", "last_name", "username")}
            chat = Chat(person.id, "private", face, bot_id=bot.id, members={person.id})
            self.chats[chat.key] = chat
            self.mark("chat", *chat.key)
        return chat

    def chat_for(self, bot: BotAccount, chat_id: int | str) -> Chat:
        """Returns the chat with this id. Raises 400 if there is none or it was upgraded, 403 if the bot left it."""
        number = int(chat_id) if re.fullmatch(r"-?\d+", str(chat_id)) else 0
        if (person := self.people.get(number)) is not None:
            return self.private_chat(bot, person)
        chat = self.chats.get((0, number))
        if chat is None:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        if bot.id in chat.kicked_bots:
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        if bot.id in chat.without_bots:
            raise forbidden(f"bot is not a member of the {chat.kind} chat")
        return chat

    def writable_chat(self, bot: BotAccount, chat_id: int | str) -> Chat:
        """Returns the chat if the bot may write there. Raises 403 if the person blocked or never started the bot."""
        if str(chat_id).isdigit() and int(chat_id) in self.bots:
            raise forbidden("bot can't send messages to bots")
        chat = self.chat_for(bot, chat_id)
        if not chat.is_group:
            person = self.people[chat.id]
            if person.deactivated:
                raise forbidden("user is deactivated")
            if bot.id in person.blocked:
                raise forbidden("bot was blocked by the user")
            if not person.talks_with(bot.id):
                raise forbidden("bot can't initiate conversation with a user")
        return chat

    def charge(self, bot: BotAccount, chat: Chat, cost: int = 1, *, known: bool = True) -> None:
        """Counts `cost` sends against the bot's rates; not against the chat's if it is not known to the bot.

        Raises 429 if they come too fast.
        """
        if self.rates:
            bot.rates.charge(chat.id if known else None, group=chat.is_group, cost=cost, now=self.clock.now())

    def post(self, chat: Chat, sender: Json, content: Json, keyboard: Json | None = None) -> Posted:
        """Adds a message to the chat and returns it."""
        chat.last_id += 1
        head = {"message_id": chat.last_id, "from": sender, "chat": chat.as_api(), "date": self.now()}
        posted = Posted({**head, **content}, keyboard)
        chat.messages[posted.id] = posted
        self.changed(chat, posted, "message")
        self.mark("chat", *chat.key)
        return posted

    def changed(self, chat: Chat, posted: Posted, kind: str) -> None:
        """Records that a message is new or changed, and adds an event of this kind."""
        posted.seq = self.events.add(kind, chat_id=chat.id, message_id=posted.id, bot_id=chat.bot_id or None)
        chat.changes.pop(posted.id, None)
        chat.changes[posted.id] = None
        chat.changed.fire()
        self.mark("message", *chat.key, posted.id)

    def delete(self, chat: Chat, posted: Posted) -> None:
        """Deletes a message for everyone."""
        posted.deleted = True
        if posted.id in chat.pins:
            chat.pins.remove(posted.id)
            self.mark("chat", *chat.key)
        self.changed(chat, posted, "deleted")

    def bots_in(self, chat: Chat) -> list[BotAccount]:
        """Returns the bots that see what is written in the chat."""
        if not chat.is_group:
            return [self.bots[chat.bot_id]]
        return [bot for bot in self.bots.values() if bot.id not in chat.without_bots]

    def tell(self, chat: Chat, kind: str, body: Json, lane: str = "chat") -> int | None:
        """Queues an update for every bot of the chat. Returns the first bot's update id; None if no bot wants it."""
        given = [self.push(bot, kind, body, f"{lane}:{chat.id}") for bot in self.bots_in(chat)]
        return next((update_id for update_id in given if update_id is not None), None)

    def push(self, bot: BotAccount, kind: str, body: Json, lane: str, life: float = DAY) -> int | None:
        """Queues one update. Returns its id; None if the bot did not ask for this kind."""
        box = bot.mailbox
        if not box.wants(kind):
            return None
        update_id, now = box.next_id, self.clock.now()
        box.next_id += 1
        pending = Pending(update_id, lane, {"update_id": update_id, kind: body}, now, now + life)
        if self.duplicates > 0:
            self.duplicates -= 1
            pending.copies = 2
        box.pending[update_id] = pending
        self.mark("update", bot.id, update_id)
        self.mark("bot", bot.id)
        box.arrived.fire()
        self.on_update(bot, pending)
        return update_id

    def accepted(self, bot: BotAccount, update_id: int) -> None:
        """Removes an update that the bot has accepted, or that expired."""
        if bot.mailbox.pending.pop(update_id, None) is not None:
            self.mark("update", bot.id, update_id)
            self.accepting.fire()

    def ask(self, bot: BotAccount, person: Person, query: str | None = None) -> str:
        """Creates a question (button press or inline query) to the bot and returns its id."""
        now = self.clock.now()
        while self.questions and next(iter(self.questions.values())).born + CALLBACK_LIFE <= now:
            self.questions.popitem(last=False)
        question_id = f"{bot.id}{self.next_number():012d}"
        self.questions[question_id] = Question(bot.id, person.id, now, query)
        return question_id

    def question(self, bot: BotAccount, question_id: str) -> Question:
        """Returns an open question. Raises 400 if there is none, or if it is older than 150 s."""
        question = self.questions.get(question_id)
        if question is None or question.bot_id != bot.id or question.born + CALLBACK_LIFE <= self.clock.now():
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return question
