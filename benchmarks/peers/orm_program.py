"""The same update written as SQLModel's documentation shows it: rows as objects, an AsyncSession over aiosqlite.

Runs in the peer's environment: `orm_program.py DATABASE`. Reads the number of chats, then a line with the updates of
each; prints the microseconds of processor time per update.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, event
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, MessageHandler, filters
from telegram.request import BaseRequest

COMMANDS = 34  # as many handlers as the bot has


class Cause(SQLModel, table=True):
    __tablename__ = "causes"
    cause: str = Field(primary_key=True)
    at: datetime = Field(sa_type=DateTime)


class Person(SQLModel, table=True):
    __tablename__ = "people"
    id: int = Field(primary_key=True)
    name: str
    telegram_id: int
    speaking: bool


class Request(SQLModel, table=True):
    __tablename__ = "requests"
    number: int = Field(primary_key=True)
    version: int
    category: str
    status: str
    level: int
    place: str
    holder: int
    updated_at: datetime = Field(sa_type=DateTime)


class Party(SQLModel, table=True):
    __tablename__ = "parties"
    request: int = Field(primary_key=True)
    person: int = Field(primary_key=True)
    part: str = Field(primary_key=True)


class Card(SQLModel, table=True):
    __tablename__ = "cards"
    chat_id: int = Field(primary_key=True)
    message_id: int = Field(primary_key=True)
    request: int
    person: int
    live: bool


class Message(SQLModel, table=True):
    __tablename__ = "messages"
    id: int | None = Field(default=None, primary_key=True)
    request: int
    author: int
    voice: str
    text: str
    at: datetime = Field(sa_type=DateTime)
    chat_id: int
    message_id: int


class Event(SQLModel, table=True):
    __tablename__ = "events"
    id: int | None = Field(default=None, primary_key=True)
    request: int
    person: int
    act: str
    at: datetime = Field(sa_type=DateTime)
    facts: dict[str, Any] = Field(sa_type=JSON)


class Letter(SQLModel, table=True):
    __tablename__ = "outbox"
    id: int | None = Field(default=None, primary_key=True)
    dedupe: str
    chat_id: int
    person: int
    request: int
    kind: str
    payload: dict[str, Any] = Field(sa_type=JSON)
    state: str = "queued"
    attempts: int = 0
    at: datetime = Field(sa_type=DateTime)
    not_before: datetime = Field(sa_type=DateTime)
    message_id: int | None = None
    error: str = ""


class OwnName(BaseRequest):
    """A request class that answers `getMe`, the only call made."""

    @property
    def read_timeout(self) -> float:
        return 0.0

    async def initialize(self) -> None:
        return None

    async def shutdown(self) -> None:
        return None

    async def do_request(self, url: str, *_args: Any, **_options: Any) -> tuple[int, bytes]:
        me = {"id": 123456, "is_bot": True, "first_name": "Palier", "username": "palier_bot"}
        return 200, json.dumps({"ok": True, "result": me}).encode()


class Program:
    """Records answers."""

    def __init__(self, database: str) -> None:
        self.engine = create_async_engine(f"sqlite+aiosqlite:///{database}", connect_args={"timeout": 60})
        self.turn = asyncio.Lock()  # SQLite has one writer

        @event.listens_for(self.engine.sync_engine, "connect")
        def configure(connection: Any, _record: object) -> None:
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
                connection.execute(f"PRAGMA {pragma}")

    async def answer(self, update: Update, _context: Any) -> None:
        message = update.message
        assert message is not None
        assert message.text is not None
        _, number, text = message.text.split(" ", 2)
        now = datetime.utcnow()
        async with self.turn, AsyncSession(self.engine) as session:
            session.add(Cause(cause=f"tg:{update.update_id}", at=now))
            await session.flush()
            person = (
                await session.exec(select(Person).where(Person.telegram_id == message.chat_id, Person.speaking))
            ).one()
            request = (await session.exec(select(Request).where(Request.number == int(number)))).one()
            (await session.exec(select(Party).where(Party.request == request.number))).all()
            holder = (await session.exec(select(Person).where(Person.id == request.holder))).one()
            cards = (await session.exec(select(Card).where(Card.request == request.number, Card.live))).all()
            request.status, request.updated_at, request.version = "open", now, request.version + 1
            session.add(request)
            said = {"chat_id": message.chat_id, "message_id": message.message_id}
            session.add(Message(request=request.number, author=person.id, voice="answer", text=text, at=now, **said))
            facts = {"level": request.level, "text": text}
            session.add(Event(request=request.number, person=person.id, act="reply", at=now, facts=facts))
            place = json.loads(request.place)[0][-1][1]
            told = {"number": request.number, "category": request.category, "level": request.level, "place": place}
            payload = {"kind": "replied", "facts": told | {"actor": person.name, "text": text}}
            rows: list[tuple[int, int, str, dict[str, Any], int | None]] = [
                (holder.telegram_id, holder.id, "notice", payload, None)
            ]
            rows += [(card.chat_id, card.person, "refresh", {}, card.message_id) for card in cards]
            for index, (chat, whom, kind, body, shown) in enumerate(rows):
                session.add(
                    Letter(
                        dedupe=f"tg:{update.update_id}#{index}",
                        chat_id=chat,
                        person=whom,
                        request=request.number,
                        kind=kind,
                        payload=body,
                        at=now,
                        not_before=now,
                        message_id=shown,
                    )
                )
            await session.commit()


async def main() -> None:
    program, asked = Program(sys.argv[1]), OwnName()
    builder = ApplicationBuilder().token("123456:none").updater(None).job_queue(None)
    application = builder.request(asked).get_updates_request(asked).build()
    on = filters.UpdateType.MESSAGE
    names = ["repondre", *(f"autre{index}" for index in range(COMMANDS - 1))]
    application.add_handlers([CommandHandler(name, program.answer, filters=on) for name in names])
    application.add_handlers([MessageHandler(filters.COMMAND, program.answer) for _ in range(6)])

    async def converse(chat: list[str]) -> None:
        for raw in chat:
            await application.process_update(Update.de_json(json.loads(raw), application.bot))

    async with application:
        while line := sys.stdin.readline().strip():
            chats = [json.loads(sys.stdin.readline()) for _ in range(int(line))]
            start = resource.getrusage(resource.RUSAGE_SELF)
            await asyncio.gather(*(converse(chat) for chat in chats))
            count = sum(len(chat) for chat in chats)
            end = resource.getrusage(resource.RUSAGE_SELF)
            used = (end.ru_utime - start.ru_utime, end.ru_stime - start.ru_stime)
            print(*(1e6 * seconds / count for seconds in used), flush=True)
    await program.engine.dispose()


asyncio.run(main())
