"""The floor: what an update costs when a program does nothing else, in one thread, on the driver itself.

It parses the update as the bot does and leaves the same rows behind by the same statements; updates that come at the
same time share a commit, as in the bot.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from telegram.ext import TypeHandler

from benchmarks.application import BOT_ID, App, started
from bot.handlers.update import Update, load

_Row = tuple[int, int, str, str, int | None]  # chat, person, kind, payload, and the message that it edits

_SEE = "INSERT INTO causes (cause, at) VALUES (?, ?)"
_PERSON = "SELECT * FROM people WHERE telegram_id = ? AND speaking"
_REQUEST = "SELECT * FROM requests WHERE number = ?"
_PARTIES = "SELECT person, part FROM parties WHERE request = ?"
_HOLDER = "SELECT * FROM people WHERE id = ?"
_CARDS = "SELECT chat_id, message_id, person FROM cards WHERE request = ? AND live"
_SAVE = "UPDATE requests SET status = ?, updated_at = ?, version = version + 1 WHERE number = ? AND version = ?"
_SAY = "INSERT INTO messages (request, author, voice, text, at, chat_id, message_id) VALUES (?, ?, ?, ?, ?, ?, ?)"
_AUDIT = "INSERT INTO events (request, person, act, at, facts) VALUES (?, ?, ?, ?, ?)"
_POST = (
    "INSERT INTO outbox (dedupe, chat_id, person, request, kind, payload, state, attempts, at, not_before,"
    " message_id, error) VALUES (?, ?, ?, ?, ?, ?, 'queued', 0, ?, ?, ?, '')"
)
_SENT = "UPDATE outbox SET state = 'sent', message_id = ? WHERE dedupe = ?"


class Floor:
    """A program that records answers, and cares for nothing."""

    def __init__(self, application: App, connection: sqlite3.Connection, telegram: str = "") -> None:
        self._application = application
        self._connection = connection
        self._telegram = telegram
        self._http: ClientSession | None = None
        self._waiting: list[tuple[Callable[[], Any], asyncio.Future[Any]]] = []

    async def receive(self, raw: bytes) -> bool:
        """Whether the update was taken."""
        await self._application.process_update(load(raw))
        return True

    async def answer(self, update: Update, _context: Any) -> None:
        """Records one answer of a requester."""
        message = update.message
        assert message is not None
        assert message.text is not None
        _, number, text = message.text.split(" ", 2)
        now = datetime.now(UTC).replace(tzinfo=None).isoformat(" ")
        where = (update.update_id, message.chat.id, message.message_id, int(number))
        rows = await self._committed(lambda: self._record(*where, text, now))
        if self._telegram:
            await self._send(update.update_id, rows, text)

    async def listen(self, hear: Callable[[str], None] | None) -> None:
        """Calls `hear` with the text of each statement from now on; None ends it."""
        self._connection.set_trace_callback(hear)

    async def _committed(self, write: Callable[[], Any]) -> Any:
        """What `write` returns, once it is committed; all calls in one iteration of the loop share a commit."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Any] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._commit)
        self._waiting.append((write, done))
        return await done

    def _commit(self) -> None:
        waiting, self._waiting = self._waiting, []
        self._connection.execute("BEGIN IMMEDIATE")
        answers = [write() for write, _ in waiting]
        self._connection.execute("COMMIT")
        for (_, done), answer in zip(waiting, answers, strict=True):
            done.set_result(answer)

    async def _send(self, update_id: int, rows: list[_Row], text: str) -> None:
        """Sends what follows from the update, one message after the other, and notes that it did."""
        self._http = self._http or ClientSession()
        sent = []
        for index, (chat, _, _, _, shown) in enumerate(rows):
            method, more = ("editMessageText", {"message_id": shown}) if shown else ("sendMessage", {})
            url = f"{self._telegram}/bot{BOT_ID}:none/{method}"
            async with self._http.post(url, json={"chat_id": chat, "text": text, **more}) as answer:
                message = (await answer.json())["result"]["message_id"]
            sent.append((message, f"tg:{update_id}#{index}"))
        await self._committed(lambda: self._connection.executemany(_SENT, sent))

    async def close(self) -> None:
        """Lets go of Telegram."""
        if self._http is not None:
            await self._http.close()

    def _record(self, update_id: int, chat_id: int, message_id: int, number: int, text: str, now: str) -> list[_Row]:
        execute = self._connection.execute
        execute(_SEE, (f"tg:{update_id}", now))
        person = execute(_PERSON, (chat_id,)).fetchone()
        request = execute(_REQUEST, (number,)).fetchone()
        execute(_PARTIES, (number,)).fetchall()
        holder = execute(_HOLDER, (request["holder"],)).fetchone()
        assert execute(_SAVE, ("open", now, number, request["version"])).rowcount == 1
        execute(_SAY, (number, person["id"], "answer", text, now, chat_id, message_id))
        facts = {"level": request["level"], "text": text}
        execute(_AUDIT, (number, person["id"], "reply", now, json.dumps(facts)))
        rows: list[_Row] = [(holder["telegram_id"], holder["id"], "notice", _notice(person, request, text), None)]
        for card in execute(_CARDS, (number,)):
            rows.append((card["chat_id"], card["person"], "refresh", "{}", card["message_id"]))
        for index, (chat, whom, kind, payload, shown) in enumerate(rows):
            execute(_POST, (f"tg:{update_id}#{index}", chat, whom, number, kind, payload, now, now, shown))
        return rows


def _notice(person: sqlite3.Row, request: sqlite3.Row, text: str) -> str:
    facts = {name: request[name] for name in ("number", "category", "level", "status")}
    place = json.loads(request["place"])[0][-1][1]
    return json.dumps({"kind": "replied", "facts": facts | {"place": place, "actor": person["name"], "text": text}})


@asynccontextmanager
async def floor(file: Path, telegram: str = "") -> AsyncIterator[Floor]:
    """The floor over that database, ready; it sends what follows from an update to that Bot API, if there is one."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    async with started() as application:
        made = Floor(application, connection, telegram)
        application.add_handler(TypeHandler(Update, made.answer))
        yield made
        await made.close()
    connection.close()
