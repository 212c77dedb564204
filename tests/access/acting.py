"""One cell: one caller does one thing. What they are told, what is changed, and who reads what because of it."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pydantic import SecretStr
from sqlalchemy import Connection, select

from bot import texts
from bot.app import House, _build
from bot.storage.tables import DESK
from bot.terms import Notice, Refusal
from bot.texts.speech import Speech
from bot.web.reception import Handling
from bot.workflows import talk
from config.settings import Settings
from tests.access.reading import leaks, others
from tests.access.rehearsing import Rehearsed
from tests.access.stage import Stage
from tests.bot_api import TOKEN, BotApi
from tests.handlers.conftest import ME, command, person

Json = dict[str, Any]
_OUTBOX, _LINES, _HEAD = (DESK.tables[name] for name in ("outbox", "audit", "audit_head"))
_NAMED = re.compile(r"\{(\w+):(\w+)\}")
#: numbers in buttons, as PostgreSQL goes on counting after a rollback; and the serials of conversations
_COUNTED = re.compile(r"(?<=\|)(?:\d+(?=[:|])|[0-9a-f]{6}(?=:))")
_VARIES = ("callback_query_id", "message_id", "inline_query_id", "id")
#: what is told about the update as a whole, and says nothing of what was asked
_ASIDE = ("menu", "refresh", "delete", "bare", "leave")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one cell."""

    told: tuple[str, ...]  #: kinds of what the caller was told; a refusal's is `no REASON`
    words: str  #: all that was said in the caller's chat, without the names of what was asked for
    touched: frozenset[str]  #: the tables that were changed
    wrong: tuple[str, ...]  #: what may never happen, and did
    lines: tuple[str, ...]  #: the acts of the lines of the audit that were written
    seen: frozenset[str]  #: the marks of what is somebody else's that the caller read

    @property
    def changed(self) -> frozenset[str]:
        """The tables that were changed, without the audit, where a look leaves a line, too, and counts of nobody."""
        return frozenset(one for one in self.touched if not one.startswith("audit") and one != "advice")

    @property
    def refused(self) -> bool:
        """Whether nothing but a refusal was said."""
        return bool(self.told) and all(one.startswith("no ") for one in self.told)


@dataclass(slots=True)
class Bench:
    """The running bot on the stage, with what it worded lately."""

    stage: Stage
    house: House
    api: BotApi
    said: list[str] = field(default_factory=list)
    updates: int = 0
    anyway: frozenset[str] = frozenset()  #: kinds that this caller is told whatever they do
    usual: frozenset[str] = frozenset()  #: tables that change, and acts that are traced, whatever this caller does

    async def cell(self, key: str, line: str) -> Outcome:
        """What comes of the line, a command, `action|target|person` or `inline QUERY`; then all is taken back."""
        await self.stage.records.mark("cell")
        before = self.stage.world.now
        try:
            return await self._cell(key, line)
        finally:
            self.stage.world.now = before
            await self.stage.records.back("cell")

    async def _cell(self, key: str, line: str) -> Outcome:
        chat, (typed, given) = self.stage.world.telegram[key], self._typed(line)
        await self.stage.records.touched()
        self.api.calls.clear()
        self.said.clear()
        mark, line_before = await self._newest(), await self._traced()
        self.updates += 1
        update = _update(chat, typed, self.updates)
        handling = await self.house.reception.receive({"update_id": self.updates, **update})
        told = list(self.said)
        lines = await self._lines(line_before)
        touched = await self.stage.records.touched() - self.usual
        told += await self._carried(mark, chat)
        told += ["results" if said.get("results") not in ([], "[]") else "nobody" for said in self._suggested()]
        wrong = [] if handling is Handling.TAKEN else [f"the update is {handling.value}"]
        calls = [(int(said.get("chat_id", chat)), name, said) for name, said in self.api.calls]
        read = [(where, json.dumps(said, default=str, ensure_ascii=False)) for where, _, said in calls]
        sought = line.startswith("/rattachement")
        leaked = await leaks(self.stage, read, exported=line.startswith("export|"), sought=sought)
        wrong += [one for one in leaked if one.split()[0] not in typed]
        seen = others(self.stage, key, [said for where, said in read if where == chat])
        mine = [_bare(name, said) for where, name, said in calls if where == chat]
        words = json.dumps(mine, default=str, ensure_ascii=False)
        words = _COUNTED.sub("#", words)
        for one in sorted(given, key=len, reverse=True):
            words = re.sub(rf"(?<!\d){re.escape(one)}(?!\d)", "…", words)
        words = words.replace("<code>…</code>", "…")  # what looks like an address is quoted so
        kinds = tuple(one for one in dict.fromkeys(told) if one not in self.anyway)
        seen = frozenset(one for one in seen if one not in typed)
        return Outcome(kinds, words, touched, tuple(wrong), lines, seen)

    def _typed(self, line: str) -> tuple[str, list[str]]:
        """The line with what its names stand for, and these."""
        given = list[str]()

        def named(found: re.Match[str]) -> str:
            given.append(self.stage.named(found[1], found[2]))
            return given[-1]

        return _NAMED.sub(named, line), given

    def _suggested(self) -> list[Json]:
        return self.api.asked("answerInlineQuery")

    async def _newest(self) -> int:
        def job(connection: Connection) -> int:
            return int(connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM outbox").scalar_one())

        return await self.stage.records.read(job)

    async def _traced(self) -> int:
        """The position of the newest line of the audit."""
        rows = await self.stage.sql(select(_HEAD.c.position))
        return int(rows[0][0]) if rows else 0

    async def _lines(self, position: int) -> tuple[str, ...]:
        """The acts of the lines after that position, without the usual ones."""
        if await self._traced() == position:
            return ()
        rows = await self.stage.sql(select(_LINES.c.act).where(_LINES.c.position > position))
        return tuple(act for (act,) in rows if act not in self.usual)

    async def _carried(self, mark: int, chat: int) -> list[str]:
        """Sends what was queued; returns the kinds of what the caller's chat gets of it."""
        if await self._newest() == mark:
            return []
        query = select(_OUTBOX.c.chat_id, _OUTBOX.c.kind, _OUTBOX.c.payload).where(_OUTBOX.c.id > mark)
        rows = await self.stage.sql(query.order_by(_OUTBOX.c.id))
        courier, waits = self.house.courier, select(_OUTBOX.c.id).where(_OUTBOX.c.state == "queued")
        for _ in range(20):
            await courier._round()
            if courier._sending:
                await asyncio.wait(list(courier._sending))
            elif not await self.stage.sql(waits.limit(1)):
                break
        return [_kind(kind, payload) for where, kind, payload in rows if where == chat and kind not in _ASIDE]

    def hear(self, notice: Notice | Refusal) -> None:
        """Notes what is worded."""
        self.said.append(f"no {notice.reason}" if isinstance(notice, Refusal) else notice.kind)


def _kind(kind: str, payload: Mapping[str, Any]) -> str:
    if kind == "notice":
        return str(payload["kind"])
    if kind == "refusal":
        return f"no {payload['reason']}"
    return f"{kind} {payload['headline']}" if payload.get("headline") else kind


def _bare(name: str, said: Json) -> Json:
    return {"call": name} | {key: value for key, value in said.items() if key not in _VARIES}


def _update(chat: int, line: str, number: int) -> Json:
    who = person("eleve") | {"id": chat}
    if line.startswith("inline "):
        query = line.removeprefix("inline ")
        return {"inline_query": {"id": "1", "from": who, "query": query, "offset": "", "chat_type": "sender"}}
    room = {"id": chat, "type": "private"}
    if line.startswith("/"):
        return {"message": command("eleve", line) | {"message_id": 50_000 + number, "from": who, "chat": room}}
    shown = {"message_id": 50, "date": 1, "chat": room, "text": "abcd-efgh"}
    return {"callback_query": {"id": "2", "from": who, "chat_instance": "1", "data": line, "message": shown}}


@asynccontextmanager
async def bench(stage: Stage, records: Rehearsed) -> AsyncIterator[Bench]:
    """The running bot on that stage."""
    async with BotApi() as api:
        api.answer("getMe", 200, json.dumps({"ok": True, "result": ME}))
        settings = Settings(_env_file=None, telegram_token=SecretStr(TOKEN), telegram_api=api.url[:-4])
        desk = stage.world.desk
        house = _build(settings, desk, TOKEN, partial(talk.put_aside, desk))
        async with house.application:
            made = Bench(stage, house, api)
            word, refuse = texts.word, texts.refuse

            def worded(notice: Notice, language: str) -> Speech:
                made.hear(notice)
                return word(notice, language)

            def refused(refusal: Refusal, language: str) -> Speech:
                made.hear(refusal)
                return refuse(refusal, language)

            texts.word, texts.refuse = worded, refused
            try:
                yield made
            finally:
                texts.word, texts.refuse = word, refuse
