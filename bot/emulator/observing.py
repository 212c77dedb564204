"""The control API's reading half: people, chats, messages, events, calls, files."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web

from .acts import bot_for
from .botapi import BotApi
from .errors import Impossible
from .methods.commands import menu_of
from .records import BotAccount, Chat, Json, Posted

LONGEST_WAIT = 60.0
GONE = frozenset({"message_id", "from", "chat", "date", "message_thread_id", "is_topic_message", "media_group_id"})


def view(chat: Chat, posted: Posted) -> Json:
    """Returns a message as its chat shows it; of a deleted one only its ids and that it was deleted."""
    body = _bare(posted) if posted.deleted else dict(posted.body)
    for name in {"reply_to_message", "pinned_message"} & body.keys():
        target = chat.messages.get(body[name]["message_id"])
        if target is not None and target.deleted:  # otherwise a reply would still quote the deleted text
            body[name] = {**_bare(target), "deleted": True}
            body.pop("quote", None)
    if posted.keyboard and not posted.deleted:
        body["reply_markup"] = posted.keyboard
    people: dict[str, list[int]] = {}
    for user_id, emoji in posted.reactions.items():
        people.setdefault(emoji, []).append(user_id)
    reactions = [{"emoji": emoji, "user_ids": users} for emoji, users in people.items()]
    flags = {"deleted": posted.deleted, "edited": posted.edited, "pinned": posted.id in chat.pins, "seq": posted.seq}
    return {**body, **flags, **({"reactions": reactions} if reactions else {})}


def _bare(posted: Posted) -> Json:
    return {k: v for k, v in posted.body.items() if k in GONE}


def number(request: web.Request, name: str, default: float | None = None) -> float:
    """Returns a numeric query field. Raises Impossible if it is not a number, or missing without a default."""
    text = request.query.get(name)
    try:
        if text is None and default is not None:
            return default
        return float(text or "")
    except ValueError:
        raise Impossible(f"The field {name} must be a number.") from None


def whole(request: web.Request, name: str, default: int | None = None) -> int:
    """Returns a query field as an integer. Raises Impossible as `number` does."""
    return int(number(request, name, default))


class Observing:
    """The reading calls of the control API on one world."""

    def __init__(self, api: BotApi, links: Sequence[tuple[str, str]]) -> None:
        self.api = api
        self.links = links
        self.world = api.world

    def routes(self) -> list[web.RouteDef]:
        """Returns the routes that only read."""
        simple: dict[str, Callable[[web.Request], Any]] = {
            "users": self.users, "personas": self.personas, "bots": self.bots, "chats": self.chats,
            "chats/{chat_id:-?\\d+}/messages": self.messages, "chats/{chat_id:-?\\d+}/topics": self.topics,
            "commands": self.commands, "events": self.events, "calls": self.calls, "pending": self.pending,
            "faults": lambda request: self.api.faults.shown(),
            "links": lambda request: [{"words": words, "address": address} for words, address in self.links],
        }  # fmt: skip
        found = [web.get(f"/control/{path}", self._json(act)) for path, act in simple.items()]
        return [*found, web.get("/control/files/{file_id}", self.file)]

    def _json(self, act: Callable[[web.Request], Any]) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            result = act(request)
            return web.json_response(await result if isinstance(result, Awaitable) else result)

        return handle

    def users(self, request: web.Request) -> list[Json]:
        """Answers all people, each with whether they blocked the bot."""
        latest = max(self.world.bots.values(), key=lambda bot: bot.active_at, default=None)
        return [
            {**p.user, "blocked": latest is not None and latest.id in p.blocked} for p in self.world.people.values()
        ]

    def personas(self, request: web.Request) -> list[Json]:
        """Answers the demo's people."""
        known = [(person.id, person.persona) for person in self.world.people.values() if person.persona]
        return [
            {
                "key": p.key,
                "user_id": i,
                "name": f"{p.first_name} {p.last_name}",
                "role": p.role,
                "structure": p.structure,
                "group": p.group,
            }
            for i, p in known
        ]

    def bots(self, request: web.Request) -> list[Json]:
        """Answers the known bots, without their tokens."""
        return [bot.user for bot in self.world.bots.values()]

    def chats(self, request: web.Request) -> list[Json]:
        """Answers a person's chats, the one with the newest message first."""
        user_id = whole(request, "user_id")
        if user_id not in self.world.people:
            raise Impossible(f"There is no person {user_id}.")
        private = {(bot.id, user_id) for bot in self.world.bots.values()}
        if "bot_id" in request.query:
            private &= {(whole(request, "bot_id"), user_id)}
        found = [self.world.chats[key] for key in private if key in self.world.chats]
        found += [c for c in self.world.chats.values() if c.is_group and user_id in c.members and not c.migrated_to]
        rows = [(next((p for p in reversed(chat.messages.values()) if not p.deleted), None), chat) for chat in found]
        rows.sort(key=lambda row: row[0].seq if row[0] else 0, reverse=True)
        return [
            {"chat": c.as_api(), "bot_id": c.bot_id or None, "last_message": view(c, last) if last else None}
            for last, c in rows
        ]

    def _chat(self, request: web.Request) -> Chat | None:
        """Returns the chat named in the URL; None if it is private and no bot is known yet. Raises Impossible."""
        chat_id = int(request.match_info["chat_id"])
        if (chat := self.world.chats.get((0, chat_id))) is not None:
            return chat
        person = self.world.people.get(chat_id)
        if person is None:
            raise Impossible(f"There is no chat {chat_id}.")
        return self.world.private_chat(self._bot(request), person) if self.world.bots else None

    def _bot(self, request: web.Request) -> BotAccount:
        return bot_for(self.world, whole(request, "bot_id") if "bot_id" in request.query else None)

    async def messages(self, request: web.Request) -> list[Json]:
        """Answers the messages above `after` (or changed after `since`); waits up to `wait` seconds for the first."""
        chat = self._chat(request)
        if chat is None:
            return []
        since = whole(request, "since", self.world.events.seq)
        after = whole(request, "after", chat.last_id if "since" in request.query else 0)
        found, wait = self._news(chat, after, since), min(number(request, "wait", 0), LONGEST_WAIT)
        if not found and wait > 0:
            await chat.changed.wait(wait)
            found = self._news(chat, after, since)
        return found

    def _news(self, chat: Chat, after: int, since: int) -> list[Json]:
        ids: set[int] = set()
        for message_id in reversed(chat.messages):
            if message_id <= after:
                break
            ids.add(message_id)
        for message_id in reversed(chat.changes):
            if chat.messages[message_id].seq <= since:
                break
            ids.add(message_id)
        return [view(chat, chat.messages[message_id]) for message_id in sorted(ids)]

    def topics(self, request: web.Request) -> list[Json]:
        """Answers a forum's topics, the oldest first."""
        chat = self._chat(request)
        return [{**topic.as_api(), "is_closed": topic.is_closed} for topic in chat.topics.values()] if chat else []

    def commands(self, request: web.Request) -> list[Json]:
        """Answers the command menu a person sees in a chat, by default in private."""
        user_id = whole(request, "user_id")
        person = self.world.people.get(user_id)
        if person is None:
            raise Impossible(f"There is no person {user_id}.")
        if not self.world.bots:
            return []
        bot = self._bot(request)
        group = self.world.chats.get((0, whole(request, "chat_id", user_id)))
        return menu_of(
            bot, group or self.world.private_chat(bot, person), user_id, person.user.get("language_code", "")
        )

    async def events(self, request: web.Request) -> Json:
        """Answers the events numbered above `after`, waiting up to `wait` seconds for the first."""
        found = await self.world.events.wait(
            whole(request, "after", 0), min(number(request, "wait", 0), LONGEST_WAIT)
        )
        return {"seq": self.world.events.seq, "now": self.world.clock.now(), "events": found}

    async def calls(self, request: web.Request) -> list[Json]:
        """Answers the bots' calls numbered above `since`, waiting up to `wait` seconds for the first."""
        since, method = whole(request, "since", 0), request.query.get("method")
        deadline = asyncio.get_running_loop().time() + min(number(request, "wait", 0), LONGEST_WAIT)
        while not (found := self.api.calls.after(since, method)):
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0 or not await self.api.calls.wait(left):
                break
        return found

    async def pending(self, request: web.Request) -> Json:
        """Answers how many updates wait and the age of the oldest; with `wait`, once none waits or the time is up."""
        deadline = asyncio.get_running_loop().time() + min(number(request, "wait", 0), LONGEST_WAIT)
        while boxes := [bot.mailbox.pending for bot in self.world.bots.values() if bot.mailbox.pending]:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0 or not await self.world.accepting.wait(left):
                break
        oldest = min((next(iter(box.values())).born for box in boxes), default=self.world.clock.now())
        age = max(self.world.clock.now() - oldest, 0.0)
        return {"updates": sum(len(box) for box in boxes), "oldest_age_s": round(age, 3)}

    async def file(self, request: web.Request) -> web.Response:
        """Answers the bytes of a file, or the part of it that `Range` names: some browsers play no film without."""
        stored = self.world.files.get(request.match_info["file_id"])
        if stored is None:
            raise Impossible("There is no such file.")
        # A file a person sent must never run as a page of the emulator.
        headers = {
            "Content-Security-Policy": "sandbox",
            "X-Content-Type-Options": "nosniff",
            "Accept-Ranges": "bytes",
        }
        kind, size = stored.content_type.split(";")[0], len(stored.content)
        try:
            start, stop, _ = request.http_range.indices(size)
        except ValueError:
            start, stop = 0, size
        if "Range" not in request.headers or start >= stop:
            return web.Response(body=stored.content, content_type=kind, headers=headers)
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
        return web.Response(status=206, body=stored.content[start:stop], content_type=kind, headers=headers)
