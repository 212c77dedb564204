"""The demo's ENT without the bot, with a clock that the test sets: its directory and its portal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.demo import seed
from bot.ent.embedded.portal import Portal
from bot.ent.embedded.tables import ENT
from bot.storage.engine import Records
from bot.terms import Account
from tests.ent.fed import Fed, settle
from tests.people import NOON

PASSWORD = "bonjour-one"  #: of everybody in the demo


@dataclass(slots=True)
class Town:
    """The demo's ENT on one database."""

    records: Records
    now: datetime = NOON
    heard: list[str] = field(default_factory=list)  #: one entry for each new report

    @property
    def directory(self) -> EmbeddedDirectory:
        """The adapter that the bot uses."""
        return EmbeddedDirectory(self.records, self.clock)

    @property
    def portal(self) -> Portal:
        """The portal that people use."""
        return Portal(self.records, self.clock, lambda: self.heard.append("report"))

    @property
    def clock(self) -> Callable[[], datetime]:
        """The clock of both."""
        return lambda: self.now

    def wait(self, **length: float) -> None:
        """Moves the clock forward."""
        self.now += timedelta(**length)

    async def account(self, account_id: str) -> Account:
        """The account with that identifier; fails the test if there is none."""
        account = await self.directory.account(account_id)
        assert account is not None
        return account

    async def outcome(self, login: str, secret: str) -> str:
        """The outcome of logging in with that secret."""
        return (await self.portal.sign_in(login, secret)).outcome

    async def everything(self) -> dict[str, list[Any]]:
        """Every row of the embedded ENT, by table."""
        return await self.records.read(everything)


def everything(connection: Connection) -> dict[str, list[Any]]:
    """Every row of the embedded ENT, by table."""
    return {table.name: sorted(map(repr, connection.execute(select(table)))) for table in ENT.sorted_tables}


@pytest.fixture
async def town(records: Records) -> Town:
    """The demo's ENT, on each kind of database in turn."""
    made = Town(records)
    await seed(records, made.clock)
    return made


@pytest.fixture
async def fed(records: Records) -> Fed:
    """Three schools without anybody in them, on each kind of database in turn."""
    await records.run(settle)
    return Fed(records)
