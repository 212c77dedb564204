"""A desk on the demo's world, with a clock turned by hand: what tests of the use-cases stand on."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import select

from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.demo import PERSONAS, seed
from bot.storage import requests
from bot.storage.engine import Records
from bot.storage.exchange import Message, of_request
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Attachment, Notice, Origin, Request
from bot.workflows import filing, intake, people
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.policy import Policy, read_policy
from bot.workflows.tickets import Saying
from config.settings import Settings
from tests.people import NOON

P = ParamSpec("P")
T = TypeVar("T")
TELEGRAM = {persona.key: persona.telegram_id for persona in PERSONAS}
PHOTO = Attachment("photo", "file-1", "unique-1", size=1000)


def policy(**values: Any) -> Policy:
    """The policy that is shipped."""
    return read_policy(Settings(_env_file=None).tables(), **values)  # type: ignore[call-arg]


class World:
    """The demo's people at their desk, each named by the key of their persona."""

    def __init__(self, records: Records) -> None:
        self.now = NOON
        self.desk = Desk(records, EmbeddedDirectory(records), policy(limits=False), clock=lambda: self.now)
        self._causes = itertools.count(1)
        self._messages = itertools.count(100)

    async def people(self) -> None:
        """Links every persona but the stranger."""
        await seed(self.desk.records)
        for key in TELEGRAM:
            if key != "inconnu":
                account = await self.desk.directory.by_login(key)
                assert account is not None
                await self.desk.do(self.cause(), people.enrol, account, self.caller(key), self.desk.policy)

    def caller(self, key: str) -> Caller:
        """That persona in their private chat."""
        return Caller(TELEGRAM[key], TELEGRAM[key])

    def cause(self) -> str:
        """A cause nobody saw before."""
        return f"test:{next(self._causes)}"

    def saying(self, key: str, text: str = "", *files: Attachment) -> Saying:
        """Words as that persona types them, in a message of its own."""
        return Saying(text, files, Origin(TELEGRAM[key], next(self._messages)))

    async def act(self, key: str, verb: Callable[Concatenate[Turn, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """What the verb returns for that persona."""
        return await self.desk.act(self.cause(), self.caller(key), verb, *args, **kw)

    async def say(self, key: str, text: str = "", *files: Attachment, reply_to: int | None = None) -> Notice | None:
        """What becomes of free words of that persona."""
        saying = self.saying(key, text, *files)
        return await intake.say(self.desk, self.cause(), self.caller(key), saying, reply_to)

    async def file(self, key: str = "eleve", category: str = "connexion", text: str = "Je n'y arrive pas") -> int:
        """The number of a request filed in one line."""
        await self.act(key, filing.start, category, self.saying(key, text))
        found: list[dict[str, Any]] = await self.rows("requests")
        return int(found[-1]["number"])

    async def request(self, number: int) -> Request:
        """The request as it is kept."""
        found = await self.desk.look(requests.load, number)
        assert found is not None
        return found

    async def exchange(self, number: int) -> list[Message]:
        """Its messages, oldest first."""
        return await self.desk.look(of_request, number, 100)

    async def told(self, key: str, after: int = 0) -> list[str]:
        """The kinds of what was put on its way to that persona: notices by kind, cards by `card:headline`."""
        rows = await self.rows("outbox", chat_id=TELEGRAM[key])
        return [_kind(row) for row in rows if row["id"] > after and row["kind"] not in ("refresh", "menu")]

    async def mark(self) -> int:
        """The newest row of the outbox, to tell what came after."""
        rows = await self.rows("outbox")
        return max((row["id"] for row in rows), default=0)

    async def rows(self, table: str, **where: Any) -> list[dict[str, Any]]:
        """The rows of a table of the desk, by their first column."""
        columns = DESK.tables[table]

        def read(work: Work) -> list[dict[str, Any]]:
            wanted = [columns.c[name] == value for name, value in where.items()]
            found = work.execute(select(columns).where(*wanted).order_by(list(columns.c)[0]))
            return [dict(row._mapping) for row in found]

        return await self.desk.look(read)

    def wait(self, **length: float) -> datetime:
        """Turns the clock on."""
        self.now += timedelta(**length)
        return self.now


def _kind(row: dict[str, Any]) -> str:
    if row["kind"] == "notice":
        return str(row["payload"]["kind"])
    return f"card:{row['payload']['headline']}" if row["kind"] == "card" else str(row["kind"])


@asynccontextmanager
async def inhabited(records: Records) -> AsyncIterator[World]:
    """A world whose people are linked."""
    world = World(records)
    await world.people()
    yield world
