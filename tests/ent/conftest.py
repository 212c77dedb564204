"""The demo's ENT by itself, with a clock turned by hand: its directory for administrators, its portal for all."""

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
from tests.people import NOON

PASSWORD = "bonjour-one"  #: of everybody in the demo


@dataclass(slots=True)
class Town:
    """The demo's ENT on one database."""

    records: Records
    now: datetime = NOON
    heard: list[str] = field(default_factory=list)  #: a word for each new report

    @property
    def directory(self) -> EmbeddedDirectory:
        """What the bot asks."""
        return EmbeddedDirectory(self.records, self.clock)

    @property
    def portal(self) -> Portal:
        """What people open."""
        return Portal(self.records, self.clock, lambda: self.heard.append("report"))

    @property
    def clock(self) -> Callable[[], datetime]:
        """Tells the present moment."""
        return lambda: self.now

    def wait(self, **length: float) -> None:
        """Turns the clock on."""
        self.now += timedelta(**length)

    async def account(self, account_id: str) -> Account:
        """The account, which must be there."""
        account = await self.directory.account(account_id)
        assert account is not None
        return account

    async def outcome(self, login: str, secret: str) -> str:
        """What becomes of somebody at the door."""
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
