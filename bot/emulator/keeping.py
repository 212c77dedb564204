"""Keeps the world in a folder: changes are written a moment later, in one transaction, and loaded at start."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .records import BotAccount, Chat, Json, Mailbox, Pending, Person, Posted, StoredFile, Topic, Webhook
from .world import CALLBACK_LIFE, Question, World

DELAY_S = 0.2
SCHEMA = "CREATE TABLE IF NOT EXISTS kept (kind TEXT, key TEXT, body TEXT, bytes BLOB, PRIMARY KEY (kind, key))"
WRITE = "INSERT OR REPLACE INTO kept (kind, key, body, bytes) VALUES (?, ?, ?, ?)"
SETS = ("members", "banned", "without_bots", "kicked_bots")
Row = tuple[Json, bytes | None] | None


class Keeping:
    """Writes what `world.dirty` names to `<folder>/world.sqlite`; a crash loses at most a fifth of a second."""

    def __init__(self, world: World, folder: Path) -> None:
        self._world = world
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = folder / "world.sqlite"
        if not self._file.exists():
            self._file.touch(mode=0o600)
        for path in folder.glob("world.sqlite*"):
            if path.stat().st_uid == os.geteuid():
                path.chmod(0o600)
        self._base: sqlite3.Connection | None = None
        self._timer: asyncio.TimerHandle | None = None

    def load(self) -> None:
        """Loads the saved world, and saves changes from now on."""
        base = self._base = sqlite3.connect(self._file)
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=NORMAL")
        base.execute(SCHEMA)
        for kind, restore in RESTORERS.items():
            rows = base.execute("SELECT key, body, bytes FROM kept WHERE kind = ?", (kind,))
            for key, body, content in sorted(rows, key=lambda row: json.loads(row[0])):
                restore(self._world, json.loads(key), json.loads(body), content)
        self._world.dirty = {}
        self._world.on_dirty = self._soon

    def _soon(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(DELAY_S, self.flush)

    def flush(self) -> None:
        """Writes everything that changed since the last call, in one transaction."""
        self._timer = None
        changes, self._world.dirty = self._world.dirty or {}, {}
        if self._base is None or not changes:
            return
        with self._base:
            for kind, *key in changes:
                row = KEEPERS[kind](self._world, *key)
                name = json.dumps(key)
                if row is None:
                    self._base.execute("DELETE FROM kept WHERE kind = ? AND key = ?", (kind, name))
                else:
                    self._base.execute(WRITE, (kind, name, json.dumps(row[0]), row[1]))

    def close(self) -> None:
        """Writes the remaining changes and closes the file."""
        if self._timer is not None:
            self._timer.cancel()
        self.flush()
        if self._base is not None:
            self._base.close()
            self._base = None


def _keep_counter(world: World) -> Row:
    return {"last_number": world.last_number, "offset": world.clock.offset}, None


def _keep_person(world: World, user_id: int) -> Row:
    person = world.people[user_id]
    known = {"started": sorted(person.started), "blocked": sorted(person.blocked)}
    return {"user": person.user, **known, "deactivated": person.deactivated}, None


def _keep_bot(world: World, bot_id: int) -> Row:
    bot = world.bots[bot_id]
    box = bot.mailbox
    hook = vars(box.webhook) if box.webhook else None
    names = ("token_digest", "first_name", "username", "active_at", "commands", "texts", "abilities")
    buttons = sorted(bot.menu_buttons.items())
    body = {name: getattr(bot, name) for name in names}
    mailbox = {"next_id": box.next_id, "allowed": box.allowed, "webhook": hook}
    return {**body, "menu_buttons": buttons, "mailbox": mailbox}, None


def _keep_chat(world: World, bot_id: int, chat_id: int) -> Row:
    chat = world.chats[(bot_id, chat_id)]
    names = (
        "kind",
        "face",
        "is_forum",
        "description",
        "last_id",
        "general_closed",
        "general_hidden",
        "pins",
        "migrated_to",
    )
    sets = {name: sorted(getattr(chat, name)) for name in SETS}
    topics = [vars(topic) for topic in chat.topics.values()]
    return {**{name: getattr(chat, name) for name in names}, **sets, "topics": topics}, None


def _keep_message(world: World, bot_id: int, chat_id: int, message_id: int) -> Row:
    posted = world.chats[(bot_id, chat_id)].messages[message_id]
    reactions = sorted(posted.reactions.items())
    names = ("body", "keyboard", "deleted", "edited", "inline_id")
    return {**{name: getattr(posted, name) for name in names}, "reactions": reactions}, None


def _keep_update(world: World, bot_id: int, update_id: int) -> Row:
    pending = world.bots[bot_id].mailbox.pending.get(update_id)
    return None if pending is None else (vars(pending), None)


def _keep_file(world: World, file_id: str) -> Row:
    stored = world.files[file_id]
    plain = {name: value for name, value in vars(stored).items() if name not in ("content", "bots")}
    return {**plain, "bots": sorted(stored.bots)}, stored.content


def _restore_counter(world: World, key: list[Any], body: Json, content: bytes | None) -> None:
    world.last_number, world.clock.offset = body["last_number"], body["offset"]


def _restore_person(world: World, key: list[Any], body: Json, content: bytes | None) -> None:
    known = world.people.get(key[0])
    person = Person(body["user"], known.persona if known else None, set(body["started"]), set(body["blocked"]))
    person.deactivated = body.get("deactivated", False)
    world.people[person.id] = person


def _restore_bot(world: World, key: list[Any], body: Json, content: bytes | None) -> None:
    kept = body.pop("mailbox")
    mailbox = Mailbox(next_id=kept["next_id"], allowed=kept["allowed"])
    mailbox.webhook = Webhook(**kept["webhook"]) if kept["webhook"] else None
    buttons = dict(body.pop("menu_buttons"))
    world.bots[key[0]] = BotAccount(id=key[0], mailbox=mailbox, menu_buttons=buttons, **body)


def _restore_chat(world: World, key: list[Any], body: Json, content: bytes | None) -> None:
    topics = [Topic(**topic) for topic in body.pop("topics")]
    sets: Json = {name: set(body.pop(name, ())) for name in SETS}
    chat = Chat(id=key[1], bot_id=key[0], **{**body, **sets})
    chat.topics = {topic.message_thread_id: topic for topic in topics}
    world.chats[chat.key] = chat


def _restore_message(world: World, key: list[Any], body: Json, content: bytes | None) -> None:
    reactions = dict(body.pop("reactions"))
    chat = world.chats[(key[0], key[1])]
    posted = chat.messages[key[2]] = Posted(**body, reactions=reactions)
    chat.changes[key[2]] = None
    if posted.inline_id:
        world.inline[posted.inline_id] = chat, posted


def _restore_update(world: World, key: list[Any], body: Json, content: bytes | None) -> None:
    pending = Pending(**body)
    world.bots[key[0]].mailbox.pending[pending.update_id] = pending
    for kind in ("callback_query", "inline_query"):
        if kind in pending.body:
            query = pending.body[kind]
            born = pending.expires - CALLBACK_LIFE
            world.questions[query["id"]] = Question(key[0], query["from"]["id"], born, query.get("query"))


def _restore_file(world: World, key: list[Any], body: Json, content: bytes | None) -> None:
    bots = set(body.pop("bots", world.bots))  # a world saved by an older release says nothing of them
    stored = StoredFile(**body, bots=bots, content=content or b"")
    world.files[stored.file_id] = stored
    world.paths[stored.path] = stored.file_id


KEEPERS: dict[str, Callable[..., Row]] = {
    "counter": _keep_counter,
    "person": _keep_person,
    "bot": _keep_bot,
    "chat": _keep_chat,
    "message": _keep_message,
    "update": _keep_update,
    "file": _keep_file,
}
RESTORERS: dict[str, Callable[[World, list[Any], Json, bytes | None], None]] = {
    "counter": _restore_counter,
    "person": _restore_person,
    "bot": _restore_bot,
    "chat": _restore_chat,
    "message": _restore_message,
    "update": _restore_update,
    "file": _restore_file,
}
